package org.farfield.remote.twin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.LocalizerMaker;

/**
 * Writes slices and localizers as CT Image Storage instances (PS3.3 A.3): 12 bits in 16, unsigned, HU + 1024. Value 0
 * is padding: it stands outside the circle of the scan field and nowhere else (PS3.3 C.7.5.1.1.2). Immutable; any
 * thread.
 */
record CtInstances(InstanceHeader header) {
    private static final int LARGEST = 4095;

    /** A localizer's stored value for one unit of its line integral. */
    private static final double LOCALIZER_SCALE = 330;

    /** A slice from its HU, NaN outside the scan field. */
    byte[] axial(int index, float[] hounsfield, Instant made) {
        PlannedSeries series = header.series();
        ImageField field = series.field();
        double z = series.sliceZ(index);
        DataSet d = header.dataSet(index + 1, made)
                .set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .set(Tag.SLICE_THICKNESS, series.plan().sliceThicknessMm())
                .set(Tag.IMAGE_POSITION_PATIENT, field.x(0), field.y(0), z)
                .set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .set(Tag.SLICE_LOCATION, z)
                .set(Tag.PIXEL_SPACING, field.pixelMm(), field.pixelMm())
                .set(Tag.RESCALE_TYPE, "HU")
                .set(Tag.WINDOW_CENTER, "40", "-550")
                .set(Tag.WINDOW_WIDTH, "400", "1600")
                .set(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "MEDIASTINUM", "LUNG");
        byte[] pixels = new byte[hounsfield.length * 2];
        ByteBuffer out = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
        for (float hu : hounsfield) {
            int stored = Float.isNaN(hu) ? 0 : Math.clamp(Math.round(hu - PlannedSeries.INTERCEPT), 1, LARGEST);
            out.putShort((short) stored);
        }
        d.set(Tag.PIXEL_PADDING_VALUE, Vr.US, 0);
        return bytes(d, field.matrix(), field.matrix(), pixels);
    }

    /** A localizer from its line integrals. */
    byte[] localizer(float[] integrals, Instant made) {
        PlannedSeries series = header.series();
        int rows = series.localizerRows();
        double first = -(LocalizerMaker.COLUMNS - 1) / 2.0 * LocalizerMaker.PIXEL_MM;
        boolean lateral = series.lateral();
        boolean thick = lateral || series.bodyPart().equals("ABDOMEN");
        DataSet d = header.dataSet(1, made)
                .set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "LOCALIZER")
                .set(Tag.SLICE_THICKNESS, 1.0)
                .set(Tag.PIXEL_SPACING, LocalizerMaker.PIXEL_MM, LocalizerMaker.PIXEL_MM)
                .set(Tag.RESCALE_TYPE, "US")
                .set(Tag.WINDOW_CENTER, thick ? "900" : "350")
                .set(Tag.WINDOW_WIDTH, thick ? "2800" : "1900");
        if (lateral) {
            d.set(Tag.IMAGE_POSITION_PATIENT, 0.0, first, series.localizerTopMm())
                    .set(Tag.IMAGE_ORIENTATION_PATIENT, 0.0, 1.0, 0.0, 0.0, 0.0, -1.0);
        } else {
            d.set(Tag.IMAGE_POSITION_PATIENT, first, 0.0, series.localizerTopMm())
                    .set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 0.0, -1.0);
        }
        byte[] pixels = new byte[integrals.length * 2];
        ByteBuffer out = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
        for (float integral : integrals) {
            out.putShort((short) Math.clamp(Math.round(integral * LOCALIZER_SCALE), 0, LARGEST));
        }
        return bytes(d, LocalizerMaker.COLUMNS, rows, pixels);
    }

    private static byte[] bytes(DataSet d, int columns, int rows, byte[] pixels) {
        d.set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, rows)
                .set(Tag.COLUMNS, columns)
                .set(Tag.BITS_ALLOCATED, 16)
                .set(Tag.BITS_STORED, 12)
                .set(Tag.HIGH_BIT, 11)
                .set(Tag.PIXEL_REPRESENTATION, 0)
                .set(Tag.RESCALE_INTERCEPT, PlannedSeries.INTERCEPT)
                .set(Tag.RESCALE_SLOPE, 1.0)
                .set(Tag.LOSSY_IMAGE_COMPRESSION, "00")
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        try {
            return Part10.toBytes(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        } catch (DicomException e) {
            throw new IllegalStateException("the twin made an instance that cannot be written", e);
        }
    }
}
