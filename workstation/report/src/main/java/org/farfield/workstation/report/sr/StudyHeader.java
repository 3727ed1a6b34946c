package org.farfield.workstation.report.sr;

import java.io.IOException;
import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;

/**
 * What every instance of a study says of patient and study (PS3.3 C.7.1.1, C.7.2.1), taken from one of them, for new
 * instances of the same study. Text is UTF-8 there. Immutable.
 */
public final class StudyHeader {
    private static final int[] COPIED = {
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.ISSUER_OF_PATIENT_ID,
        Tag.PATIENT_BIRTH_DATE,
        Tag.PATIENT_SEX,
        Tag.PATIENT_AGE,
        Tag.STUDY_INSTANCE_UID,
        Tag.STUDY_DATE,
        Tag.STUDY_TIME,
        Tag.STUDY_ID,
        Tag.ACCESSION_NUMBER,
        Tag.REFERRING_PHYSICIAN_NAME,
        Tag.STUDY_DESCRIPTION,
        Tag.PATIENT_IDENTITY_REMOVED
    };

    /** Type 2: there, if only empty. */
    private static final int[] EMPTY_WHERE_UNKNOWN = {
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.PATIENT_BIRTH_DATE,
        Tag.PATIENT_SEX,
        Tag.STUDY_DATE,
        Tag.STUDY_TIME,
        Tag.STUDY_ID,
        Tag.ACCESSION_NUMBER,
        Tag.REFERRING_PHYSICIAN_NAME
    };

    private final DataSet elements;

    private StudyHeader(DataSet elements) {
        this.elements = elements;
    }

    /** Reads a file's header. */
    public static StudyHeader of(Path file) throws IOException {
        return of(Part10.read(file, ReadOptions.HEADER).dataSet());
    }

    /** Takes them from an instance. */
    public static StudyHeader of(DataSet instance) {
        DataSet copied = new DataSet();
        copied.set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        for (int tag : COPIED) {
            String[] values = instance.strings(tag).toArray(String[]::new);
            if (values.length > 0) {
                copied.set(tag, values);
            }
        }
        for (int tag : EMPTY_WHERE_UNKNOWN) {
            if (!copied.contains(tag)) {
                copied.setEmpty(tag);
            }
        }
        return new StudyHeader(copied);
    }

    /** A new data set that begins with them. */
    public DataSet begun() {
        return elements.copy();
    }

    public String studyUid() {
        return elements.string(Tag.STUDY_INSTANCE_UID).orElse("");
    }

    /** An attribute of patient or study as text; "" where it is unknown. */
    public String text(int tag) {
        return elements.string(tag).orElse("");
    }
}
