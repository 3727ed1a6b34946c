package org.farfield.workstation.study.archive;

import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.workstation.study.store.StudyFilter;

/** The keys of a study search (PS3.4 C.6.2.1). */
final class ArchiveQuery {
    private ArchiveQuery() {}

    static DataSet of(StudyFilter filter) {
        DataSet query = new DataSet().set(Tag.of("QueryRetrieveLevel"), "STUDY");
        if (!filter.name().chars().allMatch(c -> c < 0x80)) {
            query.set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        }
        set(query, Tag.PATIENT_NAME, name(filter.name()));
        set(query, Tag.PATIENT_ID, filter.patientId().strip());
        set(query, Tag.STUDY_DATE, range(filter.dateFrom(), filter.dateTo()));
        set(query, Tag.of("ModalitiesInStudy"), filter.modality().strip());
        set(query, Tag.ACCESSION_NUMBER, filter.accession().strip());
        for (int tag : new int[] {
            Tag.STUDY_TIME,
            Tag.STUDY_DESCRIPTION,
            Tag.PATIENT_BIRTH_DATE,
            Tag.PATIENT_SEX,
            Tag.STUDY_INSTANCE_UID,
            Tag.of("NumberOfStudyRelatedInstances")
        }) {
            query.setEmpty(tag);
        }
        return query;
    }

    /** "Wang Xiao" is a family name and the beginning of the rest; Chinese may stand in any group. */
    private static String name(String wanted) {
        String text = wanted.strip();
        if (text.isEmpty()) {
            return "";
        }
        String stars = text.replaceAll("[\\s^]+", "*");
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return (ascii ? "" : "*") + stars + (stars.endsWith("*") ? "" : "*");
    }

    private static String range(String from, String to) {
        if (from.isBlank() && to.isBlank()) {
            return "";
        }
        return from.equals(to) ? from : from + "-" + to;
    }

    private static void set(DataSet query, int tag, String value) {
        if (value.isEmpty()) {
            query.setEmpty(tag);
        } else {
            query.set(tag, value);
        }
    }
}
