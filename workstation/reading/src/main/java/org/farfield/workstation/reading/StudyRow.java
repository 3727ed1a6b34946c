package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.DisplaySets;
import org.farfield.workstation.study.Series;
import org.farfield.workstation.study.Study;

/** One line of the list of studies. */
public sealed interface StudyRow {

    /** Where the studies below come from. */
    record Heading(Source source) implements StudyRow {}

    /** A study; its series follow. */
    record OfStudy(Study study) implements StudyRow {}

    /**
     * What can be shown of a series.
     *
     * @param displaySet empty while the folder is still being looked through, and for a series without images
     * @param known whether the folder has been looked through
     */
    record OfSeries(Study study, Series series, Optional<DisplaySet> displaySet, boolean known) implements StudyRow {

        /** How many images it has. */
        public int images() {
            return displaySet
                    .map(set -> set.frames().size())
                    .orElse(series.instances().size());
        }
    }

    /** Where studies come from. */
    enum Source {
        OPENED,
        STORED
    }

    /** The rows of studies that are still being found: no display sets yet. Any thread. */
    static List<StudyRow> whileScanning(List<Study> studies) {
        List<StudyRow> rows = new ArrayList<>();
        for (Study study : newestFirst(studies)) {
            rows.add(new OfStudy(study));
            for (Series series : study.series()) {
                rows.add(new OfSeries(study, series, Optional.empty(), false));
            }
        }
        return rows;
    }

    /**
     * The rows of studies that are complete: a row a display set. Takes its time for large series; not on the FX
     * thread.
     */
    static List<StudyRow> of(List<Study> studies) {
        List<StudyRow> rows = new ArrayList<>();
        for (Study study : newestFirst(studies)) {
            rows.add(new OfStudy(study));
            for (Series series : study.series()) {
                List<DisplaySet> sets = DisplaySets.of(series);
                for (DisplaySet set : sets) {
                    rows.add(new OfSeries(study, series, Optional.of(set), true));
                }
                if (sets.isEmpty()) {
                    rows.add(new OfSeries(study, series, Optional.empty(), true));
                }
            }
        }
        return rows;
    }

    /** By study date, those without one last. */
    private static List<Study> newestFirst(List<Study> studies) {
        return studies.stream()
                .sorted(Comparator.comparing(Study::date).reversed())
                .toList();
    }
}
