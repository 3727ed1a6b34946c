package org.farfield.dicom.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.dicom.network.service.OutgoingInstance;

/** Small instances made up for a test. */
final class Ct {
    static final String STUDY = "1.2.3.4.1";
    static final String SERIES = "1.2.3.4.2";

    /** An element that a service gives as bulk data. */
    static final int LONG_VALUE = 0x00282000;

    static final int LONG_BYTES = 4000;

    private Ct() {}

    static DicomFile file(int number) {
        byte[] pixels = new byte[2 * 64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? i * 7 + number : i & 3);
        }
        DataSet d = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, "1.2.3.4.3." + number)
                .set(Tag.STUDY_INSTANCE_UID, STUDY)
                .set(Tag.SERIES_INSTANCE_UID, SERIES)
                .set(Tag.STUDY_DATE, "20261122")
                .set(Tag.MODALITY, "CT")
                .set(Tag.PATIENT_NAME, "Wang^XiaoDong=王^小东")
                .set(Tag.PATIENT_ID, "P1")
                .set(Tag.INSTANCE_NUMBER, Integer.toString(number))
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, 64)
                .set(Tag.COLUMNS, 64)
                .set(Tag.BITS_ALLOCATED, 16)
                .set(Tag.BITS_STORED, 12)
                .set(Tag.HIGH_BIT, 11)
                .set(Tag.PIXEL_REPRESENTATION, 0)
                .setBytes(LONG_VALUE, Vr.OB, new byte[LONG_BYTES])
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
        return DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    static List<OutgoingInstance> outgoing(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        List<OutgoingInstance> instances = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Path path = folder.resolve(number + ".dcm");
            Part10.write(file(number), path);
            instances.add(OutgoingInstance.of(path));
        }
        return instances;
    }
}
