package org.farfield.workstation.study.store;

import java.io.IOException;
import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.MislabelledText;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.workstation.study.Patient;

/** What the index keeps of an instance. */
record StoredHeader(
        String sopInstanceUid,
        String sopClassUid,
        String studyUid,
        String seriesUid,
        Patient patient,
        String date,
        String time,
        String description,
        String accession,
        String modality,
        int seriesNumber,
        String seriesDescription,
        String transferSyntax) {
    /** Reads a file; one without the three UIDs is none that can be kept. */
    static StoredHeader read(Path path) throws IOException {
        DicomFile file = Part10.read(path, ReadOptions.HEADER);
        DataSet d = file.dataSet();
        MislabelledText.mend(d);
        return new StoredHeader(
                required(d, Tag.SOP_INSTANCE_UID),
                file.sopClassUid(),
                required(d, Tag.STUDY_INSTANCE_UID),
                required(d, Tag.SERIES_INSTANCE_UID),
                new Patient(
                        text(d, Tag.PATIENT_NAME),
                        text(d, Tag.PATIENT_ID),
                        text(d, Tag.PATIENT_BIRTH_DATE),
                        text(d, Tag.PATIENT_SEX)),
                text(d, Tag.STUDY_DATE),
                text(d, Tag.STUDY_TIME),
                text(d, Tag.STUDY_DESCRIPTION),
                text(d, Tag.ACCESSION_NUMBER),
                text(d, Tag.MODALITY),
                d.integer(Tag.SERIES_NUMBER).orElse(0),
                text(d, Tag.SERIES_DESCRIPTION),
                file.transferSyntax().uid());
    }

    private static String text(DataSet d, int tag) {
        return d.string(tag).orElse("");
    }

    private static String required(DataSet d, int tag) throws DicomException {
        return d.string(tag)
                .orElseThrow(
                        () -> new DicomException(DicomException.Reason.MALFORMED, Tag.describe(tag) + " is missing"));
    }
}
