package org.farfield.dicom.network.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.dicom.codec.Transcoder;

/** Small CT instances made up for a test. */
final class Instances {
    static final String STUDY = "1.2.3.4.1";
    static final String SERIES = "1.2.3.4.2";

    private Instances() {}

    static DataSet dataSet(int number, int size) {
        byte[] pixels = new byte[size * size * 2];
        for (int i = 0; i < pixels.length; i += 2) {
            int value = (i * 7 + number * 31) & 0xFFF;
            pixels[i] = (byte) value;
            pixels[i + 1] = (byte) (value >>> 8);
        }
        return new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, "1.2.3.4.3." + number)
                .set(Tag.STUDY_INSTANCE_UID, STUDY)
                .set(Tag.SERIES_INSTANCE_UID, SERIES)
                .set(Tag.STUDY_DATE, "20261122")
                .set(Tag.STUDY_TIME, "080000")
                .set(Tag.ACCESSION_NUMBER, "A1")
                .set(Tag.STUDY_ID, "S1")
                .set(Tag.MODALITY, "CT")
                .set(Tag.PATIENT_NAME, "Wang^XiaoDong=王^小东")
                .set(Tag.PATIENT_ID, "P1")
                .set(Tag.SERIES_NUMBER, "1")
                .set(Tag.INSTANCE_NUMBER, Integer.toString(number))
                .set(Tag.SAMPLES_PER_PIXEL, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tag.ROWS, size)
                .set(Tag.COLUMNS, size)
                .set(Tag.BITS_ALLOCATED, 16)
                .set(Tag.BITS_STORED, 12)
                .set(Tag.HIGH_BIT, 11)
                .set(Tag.PIXEL_REPRESENTATION, 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OW, pixels);
    }

    static List<Path> write(Path folder, int count, TransferSyntax syntax) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            DicomFile plain = DicomFile.of(dataSet(i, 64), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            Path file = folder.resolve(i + ".dcm");
            Part10.write(Transcoder.to(syntax, plain), file);
            files.add(file);
        }
        return files;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(Part10::looksLikeDicom)
                    .sorted()
                    .toList();
        }
    }

    static List<OutgoingInstance> outgoing(List<Path> files) throws IOException {
        List<OutgoingInstance> list = new ArrayList<>();
        for (Path file : files) {
            list.add(OutgoingInstance.of(file));
        }
        return list;
    }
}
