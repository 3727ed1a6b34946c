package org.farfield.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A complete CT Image Storage instance for tests (PS3.3 A.3), with a picture that fills the value range. */
public final class CtInstance {
    private CtInstance() {}

    /** One slice of {@code columns} x {@code rows}, 12 bits of unsigned values. */
    public static DataSet create(int columns, int rows) {
        DataSet dataSet = new DataSet().set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        patientAndStudy(dataSet);
        dataSet.set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, "2.25.1")
                .set(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .set(Tag.MODALITY, "CT")
                .set(Tag.SERIES_INSTANCE_UID, "2.25.2")
                .set(Tag.SERIES_NUMBER, 1)
                .set(Tag.FRAME_OF_REFERENCE_UID, "2.25.3")
                .setEmpty(Tag.POSITION_REFERENCE_INDICATOR)
                .set(Tag.MANUFACTURER, "Farfield")
                .set(Tag.BODY_PART_EXAMINED, "CHEST")
                .set(Tag.PATIENT_POSITION, "HFS")
                .set(Tag.KVP, 120.0)
                .set(Tag.ACQUISITION_NUMBER, 1)
                .set(Tag.INSTANCE_NUMBER, 7)
                .set(Tag.CONTENT_DATE, "20261122")
                .set(Tag.CONTENT_TIME, "120000")
                .set(Tag.IMAGE_POSITION_PATIENT, -120.0, -130.5, 77.25)
                .set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .set(Tag.PIXEL_SPACING, 0.75, 0.5)
                .set(Tag.SLICE_THICKNESS, 1.25)
                .set(Tag.RESCALE_INTERCEPT, -1024.0)
                .set(Tag.RESCALE_SLOPE, 1.0)
                .set(Tag.RESCALE_TYPE, "HU")
                .set(Tag.WINDOW_CENTER, 40.0)
                .set(Tag.WINDOW_WIDTH, 400.0);
        return pixels(dataSet, columns, rows);
    }

    private static void patientAndStudy(DataSet dataSet) {
        dataSet.set(Tag.PATIENT_NAME, new PersonName("Wang^XiaoDong", "王^小东", ""))
                .set(Tag.PATIENT_ID, "P-1")
                .set(Tag.PATIENT_BIRTH_DATE, "19700101")
                .set(Tag.PATIENT_SEX, "O")
                .set(Tag.STUDY_INSTANCE_UID, "2.25.4")
                .set(Tag.STUDY_DATE, "20261122")
                .set(Tag.STUDY_TIME, "115900")
                .set(Tag.STUDY_ID, "1")
                .set(Tag.ACCESSION_NUMBER, "A1")
                .setEmpty(Tag.REFERRING_PHYSICIAN_NAME);
    }

    private static DataSet pixels(DataSet dataSet, int columns, int rows) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * columns * rows).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                pixels.putShort((short) ((x * 37 + y * y) % 4096));
            }
        }
        return dataSet.set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, rows)
                .set(Tag.COLUMNS, columns)
                .set(Tag.BITS_ALLOCATED, 16)
                .set(Tag.BITS_STORED, 12)
                .set(Tag.HIGH_BIT, 11)
                .set(Tag.PIXEL_REPRESENTATION, 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels.array());
    }
}
