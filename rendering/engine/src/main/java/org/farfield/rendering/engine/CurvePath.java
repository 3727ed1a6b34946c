package org.farfield.rendering.engine;

import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.jspecify.annotations.Nullable;

/**
 * A smooth path through points of the patient, along a vessel or the jaw, known by its length.
 *
 * <p>Between two points it is a centripetal Catmull-Rom curve (Catmull and Rom 1974; centripetal after Lee 1989), which
 * goes through every point and has no loops or cusps within a piece; beyond each end the third point from there is
 * mirrored in the middle of the first piece, which continues a circle as a circle. The curve is laid out in straight
 * pieces of {@link #STEP_MM} or less. Immutable; equal where the points are.
 */
public final class CurvePath {

    /** The longest straight piece, in mm. */
    static final double STEP_MM = 0.25;

    private static final int FINE = 64;
    private static final double SAME_MM = 1e-6;
    private static final double LONGEST_MM = 20_000;

    private final List<PatientPoint> points;
    private final List<PatientPoint> even;
    private final double stepMm;

    /**
     * A path through these points in their order.
     *
     * @throws IllegalArgumentException where there are no two different points, or the path is over 20 m long
     */
    public CurvePath(List<PatientPoint> points) {
        this.points = List.copyOf(points);
        List<PatientPoint> distinct = new ArrayList<>();
        for (PatientPoint point : points) {
            if (!point.isFinite()) {
                throw new IllegalArgumentException("a path through " + point);
            }
            if (distinct.isEmpty() || distinct.getLast().distanceTo(point) > SAME_MM) {
                distinct.add(point);
            }
        }
        if (distinct.size() < 2) {
            throw new IllegalArgumentException("a path needs two different points or more");
        }
        List<PatientPoint> fine = fine(distinct);
        double length = 0;
        for (int i = 1; i < fine.size(); i++) {
            length += fine.get(i).distanceTo(fine.get(i - 1));
        }
        if (length > LONGEST_MM) {
            throw new IllegalArgumentException("a path of " + Math.round(length) + " mm");
        }
        int pieces = Math.max(1, (int) Math.ceil(length / STEP_MM));
        stepMm = length / pieces;
        even = even(fine, pieces, stepMm);
    }

    private static List<PatientPoint> fine(List<PatientPoint> p) {
        List<PatientPoint> fine = new ArrayList<>();
        fine.add(p.getFirst());
        for (int i = 0; i + 1 < p.size(); i++) {
            PatientPoint from = p.get(i);
            PatientPoint to = p.get(i + 1);
            PatientPoint before = i > 0 ? p.get(i - 1) : beyond(from, to, p.get(Math.min(2, p.size() - 1)));
            PatientPoint after = i + 2 < p.size() ? p.get(i + 2) : beyond(to, from, i > 0 ? p.get(i - 1) : from);
            for (int k = 1; k <= FINE; k++) {
                fine.add(catmullRom(before, from, to, after, (double) k / FINE));
            }
        }
        return fine;
    }

    /** A point before the end, so that the bend of the first piece is that of the second. */
    private static PatientPoint beyond(PatientPoint end, PatientPoint next, PatientPoint afterNext) {
        PatientVector chord = next.minus(end);
        if (afterNext.equals(next)) {
            return end.plus(chord.negated());
        }
        PatientPoint middle = mix(end, next, 0.5);
        double away = afterNext.minus(middle).dot(chord) / chord.dot(chord);
        return afterNext.plus(chord.times(-2 * away));
    }

    /** Barry and Goldman's pyramid (1988) with knots a square root of the distance apart. */
    private static PatientPoint catmullRom(PatientPoint a, PatientPoint b, PatientPoint c, PatientPoint d, double u) {
        double tb = Math.sqrt(a.distanceTo(b));
        double tc = tb + Math.sqrt(b.distanceTo(c));
        double td = tc + Math.sqrt(c.distanceTo(d));
        double t = tb + (tc - tb) * u;
        PatientPoint ab = mix(a, b, t / tb);
        PatientPoint bc = mix(b, c, (t - tb) / (tc - tb));
        PatientPoint cd = mix(c, d, (t - tc) / (td - tc));
        return mix(mix(ab, bc, t / tc), mix(bc, cd, (t - tb) / (td - tb)), (t - tb) / (tc - tb));
    }

    private static List<PatientPoint> even(List<PatientPoint> fine, int pieces, double step) {
        List<PatientPoint> even = new ArrayList<>(pieces + 1);
        even.add(fine.getFirst());
        double passed = 0;
        int i = 0;
        for (int k = 1; k < pieces; k++) {
            double wanted = k * step;
            double next = fine.get(i).distanceTo(fine.get(i + 1));
            while (passed + next < wanted && i + 2 < fine.size()) {
                passed += next;
                i++;
                next = fine.get(i).distanceTo(fine.get(i + 1));
            }
            even.add(mix(fine.get(i), fine.get(i + 1), (wanted - passed) / next));
        }
        even.add(fine.getLast());
        return even;
    }

    static PatientPoint mix(PatientPoint a, PatientPoint b, double share) {
        return a.plus(b.minus(a).times(share));
    }

    /** The points it goes through. */
    public List<PatientPoint> points() {
        return points;
    }

    /** Along the curve, from the first point to the last. */
    public double lengthMm() {
        return stepMm * (even.size() - 1);
    }

    /** The point so far along; the ends beyond them. */
    public PatientPoint at(double mm) {
        double at = Math.clamp(mm / stepMm, 0, even.size() - 1.0);
        int i = Math.min((int) at, even.size() - 2);
        return mix(even.get(i), even.get(i + 1), at - i);
    }

    /** The direction of the path there, length 1. */
    public PatientVector direction(double mm) {
        return at(mm + stepMm).minus(at(mm - stepMm)).normalized();
    }

    /** Evenly spaced points from end to end, {@link #stepMm()} apart. */
    List<PatientPoint> even() {
        return even;
    }

    double stepMm() {
        return stepMm;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CurvePath path && points.equals(path.points);
    }

    @Override
    public int hashCode() {
        return points.hashCode();
    }

    @Override
    public String toString() {
        return "path through " + points;
    }
}
