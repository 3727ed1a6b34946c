package org.farfield.workstation.reading.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.Patient;

/** What a series may be compared with: the other series of its patient, the likeliest first. */
final class Priors {
    private Priors() {}

    /**
     * Those of the list that make a volume and are of the same patient: of another study before those of the same one,
     * of the same modality, earlier ones, the newest of them, of the same body part, the longest.
     */
    static List<StudyRow.OfSeries> of(StudyRow.OfSeries shown, List<StudyRow> list) {
        String date = shown.study().date();
        return list.stream()
                .filter(StudyRow.OfSeries.class::isInstance)
                .map(StudyRow.OfSeries.class::cast)
                .filter(row -> row.displaySet().filter(DisplaySet::canLoad).isPresent())
                .filter(row -> !row.displaySet().equals(shown.displaySet()))
                .filter(row -> same(row.study().patient(), shown.study().patient()))
                .filter(row -> !row.series().uid().equals(shown.series().uid()) || otherPart(row, shown))
                .sorted(Comparator.comparing((StudyRow.OfSeries row) ->
                                row.study().uid().equals(shown.study().uid()))
                        .thenComparing(row ->
                                !row.series().modality().equals(shown.series().modality()))
                        .thenComparing(row -> row.study().date().compareTo(date) > 0)
                        .thenComparing(row -> row.study().date(), Comparator.reverseOrder())
                        .thenComparing(row ->
                                !row.series().bodyPart().equals(shown.series().bodyPart()))
                        .thenComparing(StudyRow.OfSeries::images, Comparator.reverseOrder()))
                .toList();
    }

    /** The same series may be in the list twice, opened and stored; another part of it is something else to see. */
    private static boolean otherPart(StudyRow.OfSeries row, StudyRow.OfSeries shown) {
        return !part(row).equals(part(shown));
    }

    private static Optional<Integer> part(StudyRow.OfSeries row) {
        return row.displaySet().map(DisplaySet::part);
    }

    /** Who has the same ID and no other birth date; without an ID, the same name and birth date. */
    private static boolean same(Patient one, Patient other) {
        boolean born = one.birthDate().equals(other.birthDate());
        if (one.id().isEmpty() || other.id().isEmpty()) {
            return one.id().equals(other.id())
                    && !one.name().isEmpty()
                    && one.name().equals(other.name())
                    && born;
        }
        return one.id().equals(other.id())
                && (born || one.birthDate().isEmpty() || other.birthDate().isEmpty());
    }
}
