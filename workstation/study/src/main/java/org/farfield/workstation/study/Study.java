package org.farfield.workstation.study;

import java.util.List;

/**
 * One study (PS3.3 C.7.2.1) and those of its series that were found, by series number.
 *
 * @param uid Study Instance UID (0020,000D)
 * @param date {@code yyyymmdd} or empty
 * @param time {@code hhmmss...} or empty
 */
public record Study(
        String uid,
        Patient patient,
        String description,
        String date,
        String time,
        String accession,
        List<Series> series) {
    /** Keeps its own copy of the list. */
    public Study {
        series = List.copyOf(series);
    }
}
