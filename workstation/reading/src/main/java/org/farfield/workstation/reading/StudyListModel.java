package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.farfield.workstation.reading.StudyRow.Source;
import org.farfield.workstation.study.DisplaySet;

/** The studies a person can choose from: those of opened folders, and those of the local store. FX thread. */
public final class StudyListModel {
    private final Map<Source, List<StudyRow>> bySource = new EnumMap<>(Source.class);
    private final ObservableList<StudyRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<DisplaySet>> shown =
            new SimpleObjectProperty<>(this, "shown", Optional.empty());

    /** Empty. */
    public StudyListModel() {
        bySource.put(Source.OPENED, List.of());
    }

    /** All rows, opened folders first, each source under its heading. */
    public ObservableList<StudyRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** What the viewports show of the list. */
    public ObjectProperty<Optional<DisplaySet>> shown() {
        return shown;
    }

    /** The row of what the viewports show, while it is in the list. */
    public Optional<StudyRow.OfSeries> shownRow() {
        return shown.get()
                .flatMap(set -> rows.stream()
                        .filter(StudyRow.OfSeries.class::isInstance)
                        .map(StudyRow.OfSeries.class::cast)
                        .filter(row -> row.displaySet().equals(Optional.of(set)))
                        .findFirst());
    }

    /** Puts these rows in place of those that the source had. */
    public void set(Source source, List<StudyRow> newRows) {
        bySource.put(source, List.copyOf(newRows));
        List<StudyRow> all = new ArrayList<>();
        for (Source each : Source.values()) {
            List<StudyRow> part = bySource.getOrDefault(each, List.of());
            if (!part.isEmpty()) {
                all.add(new StudyRow.Heading(each));
                all.addAll(part);
            }
        }
        if (!all.equals(rows)) {
            rows.setAll(all);
        }
    }

    /**
     * What to show first of these rows: of the CT series, or of all where there is none, the one with most images;
     * where none makes a volume, the one with most single images.
     */
    static Optional<StudyRow.OfSeries> best(List<StudyRow> rows) {
        return best(rows, DisplaySet::canLoad).or(() -> best(rows, DisplaySet::canShowImages));
    }

    private static Optional<StudyRow.OfSeries> best(List<StudyRow> rows, Predicate<DisplaySet> fits) {
        return rows.stream()
                .filter(StudyRow.OfSeries.class::isInstance)
                .map(StudyRow.OfSeries.class::cast)
                .filter(row -> row.displaySet().filter(fits).isPresent())
                .max(Comparator.comparing((StudyRow.OfSeries row) ->
                                row.series().modality().equals("CT"))
                        .thenComparingInt(StudyRow.OfSeries::images));
    }
}
