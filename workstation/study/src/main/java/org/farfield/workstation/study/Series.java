package org.farfield.workstation.study;

import java.util.List;

/**
 * One series (PS3.3 C.7.3.1) and those of its instances that were found, by instance number.
 *
 * @param uid Series Instance UID (0020,000E)
 * @param number Series Number (0020,0011), 0 where the file has none
 * @param date {@code yyyymmdd} or empty
 * @param time {@code hhmmss...} or empty
 * @param problems what is wrong with files of this series, as far as their headers show
 */
public record Series(
        String uid,
        String modality,
        int number,
        String description,
        String bodyPart,
        String date,
        String time,
        List<Instance> instances,
        List<Problem> problems) {
    /** Keeps its own copies of the lists. */
    public Series {
        instances = List.copyOf(instances);
        problems = List.copyOf(problems);
    }
}
