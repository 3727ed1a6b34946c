package org.farfield.workstation.reading;

/**
 * What the corners of a viewport say about patient and series; an empty text where the images do not say it. Dates as
 * DICOM writes them (YYYYMMDD), names as PS3.5 6.2.1 shows them to a person.
 */
public record SeriesLabel(
        String patientName,
        String patientId,
        String birthDate,
        String sex,
        String studyDate,
        String studyDescription,
        String seriesNumber,
        String seriesDescription,
        String modality,
        String institution) {

    public static final SeriesLabel NONE = new SeriesLabel("", "", "", "", "", "", "", "", "", "");
}
