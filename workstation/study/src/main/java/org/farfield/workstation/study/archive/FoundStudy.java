package org.farfield.workstation.study.archive;

import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.workstation.study.Patient;
import org.farfield.workstation.study.store.StoredStudy;

/**
 * A study as a source tells of it.
 *
 * @param instances how many it has, or -1 where the source does not say
 * @param unread whether nobody has opened it here; an archive's studies are not
 */
public record FoundStudy(
        String uid,
        Patient patient,
        String date,
        String time,
        String description,
        String accession,
        String modalities,
        int instances,
        boolean unread) {
    static FoundStudy of(StoredStudy stored) {
        return new FoundStudy(
                stored.uid(),
                stored.patient(),
                stored.date(),
                stored.time(),
                stored.description(),
                stored.accession(),
                stored.modalities(),
                stored.instances(),
                stored.unread());
    }

    static FoundStudy of(DataSet answer) {
        return new FoundStudy(
                text(answer, Tag.STUDY_INSTANCE_UID),
                new Patient(
                        text(answer, Tag.PATIENT_NAME),
                        text(answer, Tag.PATIENT_ID),
                        text(answer, Tag.PATIENT_BIRTH_DATE),
                        text(answer, Tag.PATIENT_SEX)),
                text(answer, Tag.STUDY_DATE),
                text(answer, Tag.STUDY_TIME),
                text(answer, Tag.STUDY_DESCRIPTION),
                text(answer, Tag.ACCESSION_NUMBER),
                String.join(",", answer.strings(Tag.of("ModalitiesInStudy"))),
                answer.integer(Tag.of("NumberOfStudyRelatedInstances")).orElse(-1),
                false);
    }

    private static String text(DataSet answer, int tag) {
        return answer.string(tag).orElse("");
    }
}
