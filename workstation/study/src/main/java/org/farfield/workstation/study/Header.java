package org.farfield.workstation.study;

import java.util.List;

/** What one file's first kilobytes turned out to be. */
sealed interface Header {
    /** A SOP instance; problems may still lie in its pixels or its geometry. */
    record Found(StudyAttributes study, SeriesAttributes series, Instance instance, List<Problem> problems)
            implements Header {}

    /** Something else than DICOM. */
    record NotDicom() implements Header {}

    /** A DICOMDIR: it only repeats what the files themselves say. */
    record Directory() implements Header {}

    /** DICOM that cannot be used, or a file that cannot be read. */
    record Bad(Problem problem) implements Header {}

    /** What the file says about its study. */
    record StudyAttributes(
            String uid, Patient patient, String description, String date, String time, String accession) {}

    /** What the file says about its series. */
    record SeriesAttributes(
            String uid, String modality, int number, String description, String bodyPart, String date, String time) {}
}
