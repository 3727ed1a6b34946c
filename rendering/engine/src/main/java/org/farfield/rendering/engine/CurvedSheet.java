package org.farfield.rendering.engine;

import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;

/**
 * The surface of a curved reformat: for every point of the path a straight line through it, and how far down the
 * picture that line lies.
 *
 * <p>Straightened, the lines turn with the path but not about it (the rotation minimising frame by double reflection,
 * Wang, Juettler, Zheng and Liu, ACM TOG 27(1), 2008). Stretched, they all have one direction, and distances down are
 * those of the path seen along that direction.
 *
 * @param origins of the lines, at the picture's middle column
 * @param directions of the lines, to the right, length 1
 * @param downMm of the lines from the first, never falling
 */
record CurvedSheet(List<PatientPoint> origins, List<PatientVector> directions, List<Double> downMm) {

    static CurvedSheet of(CurvePath path, CurvedLayout layout, PatientVector across) {
        return switch (layout) {
            case STRAIGHTENED -> straightened(path, across);
            case STRETCHED -> stretched(path, across.normalized());
        };
    }

    private static CurvedSheet straightened(CurvePath path, PatientVector across) {
        List<PatientVector> directions = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        PatientVector tangent = path.direction(0);
        PatientVector right = square(across, tangent);
        for (int i = 0; i < path.even().size(); i++) {
            if (i > 0) {
                PatientVector next = path.direction(i * path.stepMm());
                PatientVector step = path.even().get(i).minus(path.even().get(i - 1));
                PatientVector mirroredRight = mirrored(right, step);
                PatientVector turn = next.minus(mirrored(tangent, step));
                right = square(turn.length() < 1e-12 ? mirroredRight : mirrored(mirroredRight, turn), next);
                tangent = next;
            }
            directions.add(right);
            down.add(i * path.stepMm());
        }
        return new CurvedSheet(path.even(), directions, down);
    }

    private static PatientVector mirrored(PatientVector v, PatientVector by) {
        return v.minus(by.times(2 * by.dot(v) / by.dot(by)));
    }

    /** The part of a vector that is perpendicular to the path; any perpendicular where there is none. */
    private static PatientVector square(PatientVector v, PatientVector tangent) {
        PatientVector part = v.minus(tangent.times(v.dot(tangent)));
        if (part.length() > 1e-6 * v.length()) {
            return part.normalized();
        }
        PatientVector other = Math.abs(tangent.x()) < 0.9 ? PatientVector.LEFT : PatientVector.POSTERIOR;
        return other.minus(tangent.times(other.dot(tangent))).normalized();
    }

    private static CurvedSheet stretched(CurvePath path, PatientVector across) {
        List<PatientPoint> origins = new ArrayList<>();
        List<PatientVector> directions = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        double middle = path.even().stream()
                .mapToDouble(p -> p.minus(PatientPoint.ORIGIN).dot(across))
                .average()
                .orElse(0);
        double passed = 0;
        for (PatientPoint point : path.even()) {
            double sway = point.minus(PatientPoint.ORIGIN).dot(across) - middle;
            PatientPoint origin = point.plus(across.times(-sway));
            if (!origins.isEmpty()) {
                passed += origin.distanceTo(origins.getLast());
            }
            origins.add(origin);
            directions.add(across);
            down.add(passed);
        }
        return new CurvedSheet(origins, directions, down);
    }

    /** How long the picture's content is, top to bottom. */
    double heightMm() {
        return downMm.getLast();
    }

    /** The line that lies so far down; the ends beyond them. */
    Line line(double mm) {
        int low = 0;
        int high = downMm.size() - 1;
        while (high - low > 1) {
            int between = (low + high) / 2;
            if (downMm.get(between) <= mm) {
                low = between;
            } else {
                high = between;
            }
        }
        double span = downMm.get(high) - downMm.get(low);
        double share = span > 0 ? Math.clamp((mm - downMm.get(low)) / span, 0, 1) : 0;
        return new Line(
                CurvePath.mix(origins.get(low), origins.get(high), share),
                directions
                        .get(low)
                        .plus(directions.get(high).minus(directions.get(low)).times(share))
                        .normalized());
    }

    /** Where on the sheet a point shows: to the right, down, and how far from the sheet it is. */
    PlanePosition locate(PatientPoint point) {
        PlanePosition best = new PlanePosition(0, 0, Double.POSITIVE_INFINITY);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < origins.size(); i++) {
            PatientVector from = point.minus(origins.get(i));
            double right = from.dot(directions.get(i));
            double away = from.minus(directions.get(i).times(right)).length();
            double cost = away * away + NEARER * right * right;
            if (cost < least) {
                least = cost;
                best = new PlanePosition(right, downMm.get(i), away);
            }
        }
        return best;
    }

    /** Of two places that show a point equally well the one nearer to the path counts. */
    private static final double NEARER = 1e-4;

    /** One row of the picture in the patient. */
    record Line(PatientPoint origin, PatientVector direction) {}
}
