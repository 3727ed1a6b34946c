package org.farfield.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;

/**
 * A CT of 40 x 40 x 20 voxels of 1 x 1 x 2 mm, whose centre is patient point (0, 0, 0): air, and in it one block of
 * 1000 HU in the patient's left, front, upper eighth, from 4 to 12 mm off the centre along each axis.
 */
final class MadeUpCt {
    static final int EDGE = 40;
    static final int SLICES = 20;

    final String series = Uids.create();
    private final String study = Uids.create();

    static boolean inBlock(double x, double y, double z) {
        return x > 4 && x < 12 && y < -4 && y > -12 && z > 4 && z < 12;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int k = 0; k < SLICES; k++) {
            Part10.write(
                    DicomFile.of(slice(k), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), folder.resolve("s" + k + ".dcm"));
        }
    }

    private DataSet slice(int k) {
        double z = 2 * (k - (SLICES - 1) / 2.0);
        ByteBuffer pixels = ByteBuffer.allocate(EDGE * EDGE * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < EDGE * EDGE; i++) {
            int column = i % EDGE;
            int row = i / EDGE;
            double x = column - (EDGE - 1) / 2.0;
            double y = row - (EDGE - 1) / 2.0;
            pixels.putShort((short) (inBlock(x, y, z) ? 1000 : -1000));
        }
        double corner = -(EDGE - 1) / 2.0;
        return new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, Uids.create())
                .set(Tag.MODALITY, "CT")
                .set(Tag.SERIES_DESCRIPTION, "block")
                .set(Tag.PATIENT_NAME, "Wang^XiaoDong=\u738b^\u5c0f\u6771")
                .set(Tag.PATIENT_ID, "P-1")
                .set(Tag.STUDY_INSTANCE_UID, study)
                .set(Tag.SERIES_INSTANCE_UID, series)
                .set(Tag.INSTANCE_NUMBER, k + 1)
                .set(Tag.IMAGE_POSITION_PATIENT, corner, corner, z)
                .set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .set(Tag.PIXEL_SPACING, 1.0, 1.0)
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, EDGE)
                .set(Tag.COLUMNS, EDGE)
                .set(Tag.BITS_ALLOCATED, 16)
                .set(Tag.BITS_STORED, 16)
                .set(Tag.HIGH_BIT, 15)
                .set(Tag.PIXEL_REPRESENTATION, 1)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels.array());
    }
}
