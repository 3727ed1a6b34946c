package org.farfield.remote.protocol;

/**
 * The patient on the table and the study that the scanner has open, as DICOM spells them. Empty strings where unknown.
 * Immutable. Never written to a log.
 *
 * @param patientId Patient ID (0010,0020)
 * @param patientName Patient's Name (0010,0010)
 * @param birthDate Patient's Birth Date (0010,0030), YYYYMMDD
 * @param sex Patient's Sex (0010,0040)
 * @param studyUid Study Instance UID (0020,000D)
 * @param accession Accession Number (0008,0050)
 * @param identityConfirmed whether two identifiers were confirmed at the scanner
 */
public record PatientContext(
        String patientId,
        String patientName,
        String birthDate,
        String sex,
        String studyUid,
        String accession,
        boolean identityConfirmed) {

    /** The same patient with the identity confirmed or not. */
    public PatientContext withIdentityConfirmed(boolean confirmed) {
        return new PatientContext(patientId, patientName, birthDate, sex, studyUid, accession, confirmed);
    }

    /** Says that there is a patient, not who: safe in a log. */
    @Override
    public String toString() {
        return "PatientContext[" + (patientId.isEmpty() ? "none" : "one patient") + ", identityConfirmed="
                + identityConfirmed + "]";
    }
}
