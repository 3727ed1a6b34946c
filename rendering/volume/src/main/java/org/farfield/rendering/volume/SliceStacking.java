package org.farfield.rendering.volume;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides whether slices make one volume, and which.
 *
 * <p>Slices are ordered by their place along the common normal (never by instance number). Tolerances, each chosen so
 * that a voxel's place stays right to a tenth of a voxel or a tenth of a millimetre: directions agree within 0.1
 * degree; spacings within 0.1 %; two slices closer than 0.01 mm are duplicates; a stack is even when every slice lies
 * within 5 % of the spacing, and within 0.1 mm, of its place on the even grid; it is on a line when its in-plane drift
 * follows the stack's direction within 0.1 mm; it is tilted when that direction leaves the normal by more than 0.1
 * degree. A gap that is over 20 mm and over five times the median spacing is refused, since filling it would invent
 * anatomy.
 */
public final class SliceStacking {

    private static final double ANGLE_DEGREES = 0.1;
    private static final double SPACING_RATIO = 1e-3;
    private static final double DUPLICATE_MM = 0.01;
    private static final double EVEN_RATIO = 0.05;
    private static final double PLACE_MM = 0.1;
    private static final double GAP_MM = 20;
    private static final double GAP_RATIO = 5;
    private static final int MAX_GRID_SLICES = 4096;

    private SliceStacking() {}

    /**
     * The volume that these slices make, in any order given; or why they make none. One slice alone is taken as 1 mm
     * thick.
     */
    public static Stacking stack(List<SlicePlane> slices) {
        if (slices.isEmpty()) {
            return new Stacking.Refused(Stacking.Reason.NOT_ENOUGH, "there is no slice");
        }
        Optional<Stacking.Refused> difference = SliceAgreement.firstDifference(slices, ANGLE_DEGREES, SPACING_RATIO);
        if (difference.isPresent()) {
            return difference.get();
        }
        SlicePlane reference = slices.getFirst();
        PatientVector normal = reference.normal();
        double[] height = slices.stream()
                .mapToDouble(s -> s.position().minus(reference.position()).dot(normal))
                .toArray();
        List<Integer> order = IntStream.range(0, height.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> height[i]))
                .toList();
        if (order.size() == 1) {
            return new Stacking.Even(grid(reference, reference.position(), normal, 1), order, false, 0);
        }
        double[] positions = order.stream()
                .mapToDouble(i -> height[i] - height[order.getFirst()])
                .toArray();
        return place(slices, order, positions);
    }

    private static Stacking place(List<SlicePlane> slices, List<Integer> order, double[] positions) {
        double[] gaps = IntStream.range(1, positions.length)
                .mapToDouble(k -> positions[k] - positions[k - 1])
                .toArray();
        int closest = indexOf(gaps, Arrays.stream(gaps).min().orElseThrow());
        int widest = indexOf(gaps, Arrays.stream(gaps).max().orElseThrow());
        if (gaps[closest] < DUPLICATE_MM) {
            return refused(
                    Stacking.Reason.DUPLICATE_POSITION,
                    String.format(
                            Locale.ROOT,
                            "slices %d and %d (in stack order) lie at the same place, %.2f mm from the first",
                            closest + 1,
                            closest + 2,
                            positions[closest]));
        }
        SlicePlane first = slices.get(order.getFirst());
        SlicePlane last = slices.get(order.getLast());
        double length = positions[positions.length - 1];
        PatientVector perMm = last.position().minus(first.position()).times(1 / length);
        int stray = IntStream.range(0, order.size())
                .boxed()
                .max(Comparator.comparingDouble(k -> drift(first, slices.get(order.get(k)), perMm, positions[k])))
                .orElseThrow();
        double strayMm = drift(first, slices.get(order.get(stray)), perMm, positions[stray]);
        if (strayMm > PLACE_MM) {
            return refused(
                    Stacking.Reason.NOT_ON_A_LINE,
                    String.format(
                            Locale.ROOT,
                            "slice %d (in stack order) lies %.2f mm beside the line from the first to the last slice",
                            stray + 1,
                            strayMm));
        }
        double tilt = perMm.degreesTo(first.normal());
        boolean tilted = tilt > ANGLE_DEGREES;
        double spacing = length / gaps.length;
        if (worstFromEven(positions, spacing) <= Math.min(EVEN_RATIO * spacing, PLACE_MM)) {
            VolumeGeometry even = grid(first, first.position(), perMm.times(spacing), order.size());
            return new Stacking.Even(even, order, tilted, tilt);
        }
        double[] sorted = Arrays.stream(gaps).sorted().toArray();
        double median = sorted[sorted.length / 2];
        int gridSlices = (int) Math.min(Integer.MAX_VALUE, Math.round(length / gaps[closest]) + 1);
        if ((gaps[widest] > GAP_MM && gaps[widest] > GAP_RATIO * median) || gridSlices > MAX_GRID_SLICES) {
            return refused(
                    Stacking.Reason.GAP,
                    String.format(
                            Locale.ROOT,
                            "no slice for %.2f mm between slices %d and %d (in stack order), where the others are %.2f mm apart",
                            gaps[widest],
                            widest + 1,
                            widest + 2,
                            median));
        }
        VolumeGeometry grid = grid(first, first.position(), perMm.times(length / (gridSlices - 1)), gridSlices);
        return new Stacking.Uneven(
                grid, order, Arrays.stream(positions).boxed().toList(), gaps[closest], gaps[widest], tilted, tilt);
    }

    /** How far a slice lies, in its plane, from where the stack's direction would have it. */
    private static double drift(SlicePlane first, SlicePlane slice, PatientVector perMm, double positionMm) {
        return slice.position()
                .minus(first.position().plus(perMm.times(positionMm)))
                .length();
    }

    private static double worstFromEven(double[] positions, double spacing) {
        return IntStream.range(0, positions.length)
                .mapToDouble(k -> Math.abs(positions[k] - k * spacing))
                .max()
                .orElse(0);
    }

    private static VolumeGeometry grid(SlicePlane s, PatientPoint origin, PatientVector sliceStep, int slices) {
        return new VolumeGeometry(
                s.columns(),
                s.rows(),
                slices,
                origin,
                s.rowDirection().normalized().times(s.columnSpacingMm()),
                s.columnDirection().normalized().times(s.rowSpacingMm()),
                sliceStep,
                s.frameOfReference());
    }

    private static int indexOf(double[] values, double value) {
        return IntStream.range(0, values.length)
                .filter(i -> values[i] == value)
                .findFirst()
                .orElseThrow();
    }

    static Stacking.Refused refused(Stacking.Reason reason, String message) {
        return new Stacking.Refused(reason, message);
    }
}
