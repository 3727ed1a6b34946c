package org.farfield.workstation.study.store;

/**
 * What to look for in the store. Empty text is no condition.
 *
 * @param name part of a patient's name in any of its writings; * and ? are wild
 * @param patientId the whole id; * and ? are wild
 * @param dateFrom first study date, {@code yyyymmdd}
 * @param dateTo last study date, {@code yyyymmdd}
 * @param modality of one of the study's series
 */
public record StudyFilter(
        String name, String patientId, String dateFrom, String dateTo, String modality, String accession) {
    /** Everything. */
    public static final StudyFilter ALL = new StudyFilter("", "", "", "", "", "");

    /** Patients of this name. */
    public static StudyFilter named(String name) {
        return new StudyFilter(name, "", "", "", "", "");
    }
}
