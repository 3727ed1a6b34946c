package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.farfield.workstation.study.Series;
import org.farfield.workstation.study.Study;

/** Brings studies together that were found at different times. */
final class Studies {
    private Studies() {}

    /**
     * All of both; a study that is in both has the series of both, and a series that is in both is that of
     * {@code later}.
     */
    static List<Study> merged(List<Study> earlier, List<Study> later) {
        Map<Key, Study> studies = new LinkedHashMap<>();
        for (Study study : earlier) {
            studies.put(Key.of(study), study);
        }
        for (Study study : later) {
            studies.merge(Key.of(study), study, Studies::mergedSeries);
        }
        return List.copyOf(studies.values());
    }

    /** Two patients are never one study, whatever its UID says. */
    private record Key(String uid, String patientId, String patientName) {
        static Key of(Study study) {
            return new Key(study.uid(), study.patient().id(), study.patient().name());
        }
    }

    private static Study mergedSeries(Study earlier, Study later) {
        Map<String, Series> byUid = new LinkedHashMap<>();
        for (Series series : earlier.series()) {
            byUid.put(series.uid(), series);
        }
        for (Series series : later.series()) {
            byUid.put(series.uid(), series);
        }
        return new Study(
                later.uid(),
                later.patient(),
                later.description(),
                later.date(),
                later.time(),
                later.accession(),
                new ArrayList<>(byUid.values()));
    }
}
