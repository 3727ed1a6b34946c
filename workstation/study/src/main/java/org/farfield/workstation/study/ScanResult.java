package org.farfield.workstation.study;

import java.util.List;

/**
 * What a folder scan found.
 *
 * @param studies by date, then UID
 * @param problems of all files, those of the series' own lists included
 */
public record ScanResult(List<Study> studies, Problems problems) {
    /** Keeps its own copy of the list. */
    public ScanResult {
        studies = List.copyOf(studies);
    }
}
