package org.farfield.rendering.volume;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What slices of one volume must have in common: matrix, spacing, orientation, frame of reference. */
final class SliceAgreement {

    private SliceAgreement() {}

    static Optional<Stacking.Refused> firstDifference(
            List<SlicePlane> slices, double angleDegrees, double spacingRatio) {
        for (int i = 0; i < slices.size(); i++) {
            if (!sound(slices.get(i))) {
                return Optional.of(SliceStacking.refused(
                        Stacking.Reason.INVALID_GEOMETRY,
                        String.format(
                                Locale.ROOT,
                                "slice %d (as given) has no usable position, orientation or spacing: %s",
                                i + 1,
                                text(slices.get(i)))));
            }
        }
        if (differ(slices, s -> s.frameOfReference().uid())) {
            return Optional.of(SliceStacking.refused(
                    Stacking.Reason.MIXED_FRAME_OF_REFERENCE,
                    String.format(
                            Locale.ROOT,
                            "the slices belong to several frames of reference: %s",
                            counts(slices, s -> s.frameOfReference().uid()))));
        }
        if (differ(slices, SliceAgreement::matrix)) {
            return Optional.of(SliceStacking.refused(
                    Stacking.Reason.MIXED_MATRIX,
                    String.format(
                            Locale.ROOT,
                            "the slices have different matrices: %s",
                            counts(slices, SliceAgreement::matrix))));
        }
        SlicePlane reference = slices.getFirst();
        for (int i = 1; i < slices.size(); i++) {
            SlicePlane slice = slices.get(i);
            double turned = Math.max(
                    slice.rowDirection().degreesTo(reference.rowDirection()),
                    slice.columnDirection().degreesTo(reference.columnDirection()));
            if (turned > angleDegrees) {
                return Optional.of(SliceStacking.refused(
                        Stacking.Reason.MIXED_ORIENTATION,
                        String.format(
                                Locale.ROOT,
                                "slice %d (as given) is turned by %.2f degrees against the first",
                                i + 1,
                                turned)));
            }
            if (apart(slice.columnSpacingMm(), reference.columnSpacingMm(), spacingRatio)
                    || apart(slice.rowSpacingMm(), reference.rowSpacingMm(), spacingRatio)) {
                return Optional.of(SliceStacking.refused(
                        Stacking.Reason.MIXED_SPACING,
                        String.format(
                                Locale.ROOT,
                                "slice %d (as given) has voxels of %.4fx%.4f mm, the first of %.4fx%.4f mm",
                                i + 1,
                                slice.columnSpacingMm(),
                                slice.rowSpacingMm(),
                                reference.columnSpacingMm(),
                                reference.rowSpacingMm())));
            }
        }
        return Optional.empty();
    }

    private static boolean sound(SlicePlane s) {
        return s.columns() > 0
                && s.rows() > 0
                && s.position().isFinite()
                && s.rowDirection().isFinite()
                && s.columnDirection().isFinite()
                && Math.abs(s.rowDirection().length() - 1) < 0.01
                && Math.abs(s.columnDirection().length() - 1) < 0.01
                && Math.abs(s.rowDirection().dot(s.columnDirection())) < 0.01
                && s.columnSpacingMm() > 0
                && s.rowSpacingMm() > 0
                && Double.isFinite(s.columnSpacingMm())
                && Double.isFinite(s.rowSpacingMm());
    }

    private static boolean apart(double a, double b, double ratio) {
        return Math.abs(a - b) > ratio * b;
    }

    private static String matrix(SlicePlane s) {
        return s.columns() + "x" + s.rows();
    }

    private static String text(SlicePlane s) {
        return "position " + s.position() + ", row " + s.rowDirection() + ", column " + s.columnDirection()
                + ", spacing " + s.columnSpacingMm() + "x" + s.rowSpacingMm() + " mm, matrix " + matrix(s);
    }

    private static boolean differ(List<SlicePlane> slices, Function<SlicePlane, String> property) {
        return slices.stream().map(property).distinct().limit(2).count() > 1;
    }

    private static String counts(List<SlicePlane> slices, Function<SlicePlane, String> property) {
        Map<String, Long> counts =
                slices.stream().collect(Collectors.groupingBy(property, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " of " + (e.getKey().isEmpty() ? "none" : e.getKey()))
                .collect(Collectors.joining(", "));
    }
}
