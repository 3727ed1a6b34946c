package org.farfield.workstation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.rendering.volume.Stacking;

/** Groups images by what their planes have in common. Each group is near its first member, in the order given. */
final class AgreeingPlanes {
    private static final double SAME_DIRECTION_DEGREES = 0.1;
    private static final double SAME_SPACING = 1e-3;
    private static final double SAME_PLACE_MM = 0.01;

    private AgreeingPlanes() {}

    /** Groups that agree in all that one volume's slices must have in common. */
    static <T> List<List<T>> groups(List<T> items, Function<T, SlicePlane> plane) {
        return group(
                items,
                plane,
                (a, b) -> degrees(a, b) <= SAME_DIRECTION_DEGREES
                        && sameSpacing(a, b)
                        && a.frameOfReference().equals(b.frameOfReference()));
    }

    /** Groups whose directions agree within an angle. */
    static <T> List<List<T>> byDirection(List<T> items, Function<T, SlicePlane> plane, double degrees) {
        return group(items, plane, (a, b) -> degrees(a, b) <= degrees);
    }

    /** Those items that are why a stack was refused, as far as they can be told from the others. */
    static <T> List<T> oddOnes(List<T> items, Function<T, SlicePlane> plane, Stacking.Reason reason) {
        return switch (reason) {
            case MIXED_ORIENTATION -> minority(byDirection(items, plane, SAME_DIRECTION_DEGREES));
            case MIXED_SPACING -> minority(group(items, plane, AgreeingPlanes::sameSpacing));
            case MIXED_FRAME_OF_REFERENCE ->
                minority(group(items, plane, (a, b) -> a.frameOfReference().equals(b.frameOfReference())));
            case DUPLICATE_POSITION -> samePlace(items, plane);
            default -> List.of();
        };
    }

    private static <T> List<List<T>> group(
            List<T> items, Function<T, SlicePlane> plane, BiPredicate<SlicePlane, SlicePlane> near) {
        List<List<T>> groups = new ArrayList<>();
        for (T item : items) {
            groups.stream()
                    .filter(group -> near.test(plane.apply(group.getFirst()), plane.apply(item)))
                    .findFirst()
                    .orElseGet(() -> {
                        List<T> fresh = new ArrayList<>();
                        groups.add(fresh);
                        return fresh;
                    })
                    .add(item);
        }
        return groups;
    }

    private static <T> List<T> minority(List<List<T>> groups) {
        List<List<T>> bySize = new ArrayList<>(groups);
        bySize.sort(Comparator.comparingInt((List<T> group) -> -group.size()));
        return bySize.stream().skip(1).flatMap(List::stream).toList();
    }

    private static <T> List<T> samePlace(List<T> items, Function<T, SlicePlane> plane) {
        SlicePlane first = plane.apply(items.getFirst());
        Map<Long, List<T>> places = items.stream()
                .collect(Collectors.groupingBy(
                        item -> Math.round(plane.apply(item)
                                        .position()
                                        .minus(first.position())
                                        .dot(first.normal())
                                / SAME_PLACE_MM),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return places.values().stream()
                .filter(group -> group.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private static double degrees(SlicePlane a, SlicePlane b) {
        return Math.max(
                a.rowDirection().degreesTo(b.rowDirection()),
                a.columnDirection().degreesTo(b.columnDirection()));
    }

    private static boolean sameSpacing(SlicePlane a, SlicePlane b) {
        return Math.abs(a.columnSpacingMm() - b.columnSpacingMm()) <= SAME_SPACING * a.columnSpacingMm()
                && Math.abs(a.rowSpacingMm() - b.rowSpacingMm()) <= SAME_SPACING * a.rowSpacingMm();
    }
}
