package org.farfield.workstation.reading;

import org.farfield.workstation.study.Series;
import org.farfield.workstation.study.Study;

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

    /** What a study and a series say of themselves. */
    public static SeriesLabel of(Study study, Series series) {
        return new SeriesLabel(
                study.patient().displayName(),
                study.patient().id(),
                study.patient().birthDate(),
                study.patient().sex(),
                study.date(),
                study.description(),
                series.number() == 0 ? "" : String.valueOf(series.number()),
                series.description(),
                series.modality(),
                "");
    }
}
