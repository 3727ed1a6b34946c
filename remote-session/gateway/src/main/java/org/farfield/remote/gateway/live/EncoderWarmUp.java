package org.farfield.remote.gateway.live;

import java.util.Random;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.message.SeriesGeometry;
import org.farfield.remote.protocol.message.SeriesStart;

/**
 * Encodes a few slices that nobody gets, so that the code is loaded and compiled before the first real one comes: the
 * first slice of a session is not a second late.
 */
final class EncoderWarmUp {
    private static final int SIDE = 128;
    private static final int TIMES = 16;
    private static final String UID = "2.25.1";

    private EncoderWarmUp() {}

    static void run() throws DicomException {
        SeriesStart series = new SeriesStart(
                UID,
                UID,
                "",
                PlanKind.HELICAL,
                1,
                new SeriesGeometry(SIDE, SIDE, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0, 1, UID, false, 1, 0),
                0);
        Random random = new Random(1);
        byte[] pixels = new byte[2 * SIDE * SIDE];
        for (int i = 0; i < TIMES; i++) {
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int value = 1000 + (int) (20 * random.nextGaussian());
                pixels[2 * pixel] = (byte) value;
                pixels[2 * pixel + 1] = (byte) (value >> 8);
            }
            var _ = SliceEncoder.encode(series, 0, instance(pixels), 0);
        }
    }

    private static byte[] instance(byte[] pixels) throws DicomException {
        DataSet data = new DataSet()
                .set(Tag.SOP_CLASS_UID, Vr.UI, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, Vr.UI, UID)
                .set(Tag.SERIES_INSTANCE_UID, Vr.UI, UID)
                .set(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .set(Tag.ROWS, Vr.US, SIDE)
                .set(Tag.COLUMNS, Vr.US, SIDE)
                .set(Tag.BITS_ALLOCATED, Vr.US, 16)
                .set(Tag.BITS_STORED, Vr.US, 12)
                .set(Tag.HIGH_BIT, Vr.US, 11)
                .set(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        return Part10.toBytes(DicomFile.of(data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }
}
