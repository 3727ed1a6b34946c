package org.farfield.workstation.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;

/** CT series of 8 x 8 pixels, 1 mm a pixel and 2 mm a slice; the stored value is the slice's number. */
final class MadeUpCt {
    private static final int SIZE = 8;

    private final String study;
    private final String patientId;
    private final String modality;

    MadeUpCt(String study, String patientId, String modality) {
        this.study = study;
        this.patientId = patientId;
        this.modality = modality;
    }

    /** Writes a series of so many slices into a new folder. */
    Path write(Path folder, int slices) throws IOException {
        Files.createDirectories(folder);
        String series = Uids.create();
        String frame = Uids.create();
        for (int k = 0; k < slices; k++) {
            DicomFile file = DicomFile.of(slice(series, frame, k), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            Files.write(folder.resolve("slice-" + k), Part10.toBytes(file));
        }
        return folder;
    }

    private DataSet slice(String series, String frame, int k) {
        ByteBuffer pixels = ByteBuffer.allocate(SIZE * SIZE * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SIZE * SIZE; i++) {
            pixels.putShort((short) k);
        }
        return new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.IMAGE_TYPE, List.of("ORIGINAL", "PRIMARY", "AXIAL").toArray(String[]::new))
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, Uids.create())
                .set(Tag.STUDY_DATE, "20240229")
                .set(Tag.MODALITY, modality)
                .set(Tag.PATIENT_NAME, "Zhang^San=\u5f20^\u4e09")
                .set(Tag.PATIENT_ID, patientId)
                .set(Tag.STUDY_INSTANCE_UID, study)
                .set(Tag.SERIES_INSTANCE_UID, series)
                .set(Tag.SERIES_DESCRIPTION, modality + " " + k)
                .set(Tag.SERIES_NUMBER, 1)
                .set(Tag.INSTANCE_NUMBER, k + 1)
                .set(Tag.FRAME_OF_REFERENCE_UID, frame)
                .set(Tag.IMAGE_POSITION_PATIENT, 0.0, 0.0, 2.0 * k)
                .set(Tag.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .set(Tag.PIXEL_SPACING, 1.0, 1.0)
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, SIZE)
                .set(Tag.COLUMNS, SIZE)
                .set(Tag.BITS_ALLOCATED, 16)
                .set(Tag.BITS_STORED, 16)
                .set(Tag.HIGH_BIT, 15)
                .set(Tag.PIXEL_REPRESENTATION, 1)
                .set(Tag.RESCALE_SLOPE, 1.0)
                .set(Tag.RESCALE_INTERCEPT, -1024.0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels.array());
    }
}
