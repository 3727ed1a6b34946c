package org.farfield.workstation.reading.measure;

import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;

/**
 * Something measured or marked, where it lies in the patient.
 *
 * @param points what was drawn; fewer than the kind has while it is being drawn
 * @param plane on which it was drawn
 * @param note what the reader says of it, or ""
 */
public record Measurement(MeasurementKind kind, List<PatientPoint> points, DrawingPlane plane, String note) {
    private static final int ELLIPSE_SIDES = 96;
    private static final int LEAST_CORNERS = 3;

    public Measurement {
        points = List.copyOf(points);
    }

    /** One of which nothing is said. */
    public Measurement(MeasurementKind kind, List<PatientPoint> points, DrawingPlane plane) {
        this(kind, points, plane, "");
    }

    /** With other words. */
    public Measurement noted(String words) {
        return new Measurement(kind, points, plane, words);
    }

    /** Whether every point is there. */
    public boolean complete() {
        return kind == MeasurementKind.FREEHAND ? points.size() >= LEAST_CORNERS : points.size() == kind.points();
    }

    public Measurement with(PatientPoint point) {
        List<PatientPoint> more = new ArrayList<>(points);
        more.add(point);
        return new Measurement(kind, more, plane, note);
    }

    /** With point {@code index} elsewhere. */
    public Measurement with(int index, PatientPoint point) {
        List<PatientPoint> others = new ArrayList<>(points);
        others.set(index, point);
        return new Measurement(kind, others, plane, note);
    }

    /** All of it elsewhere. */
    public Measurement moved(PatientVector by) {
        return new Measurement(
                kind,
                points.stream().map(point -> point.plus(by)).toList(),
                new DrawingPlane(plane.origin().plus(by), plane.right(), plane.down()),
                note);
    }

    /** Whether it is more than a press without a drag: a line or region of no size has no numbers. */
    public boolean hasExtent() {
        return switch (kind) {
            case POINT -> true;
            case ELLIPSE, RECTANGLE -> box().width() > 0 && box().height() > 0;
            default -> points.stream().distinct().count() == points.size();
        };
    }

    /** Amid its points. */
    public PatientPoint middle() {
        PatientVector sum = new PatientVector(0, 0, 0);
        for (PatientPoint point : points) {
            sum = sum.plus(point.minus(points.getFirst()));
        }
        return points.getFirst().plus(sum.times(1.0 / points.size()));
    }

    /** The points that can be dragged: those of a freehand line are too many. */
    public List<PatientPoint> handles() {
        return kind == MeasurementKind.FREEHAND ? List.of() : points;
    }

    /** The lines to be drawn, each from point to point; a region's ends where it began. */
    public List<List<PatientPoint>> lines() {
        return switch (kind) {
            case DISTANCE, ANGLE, ARROW -> points.size() < 2 ? List.of() : List.of(points);
            case COBB ->
                points.size() < LEAST_CORNERS
                        ? List.of(points)
                        : List.of(points.subList(0, 2), points.subList(2, points.size()));
            case ELLIPSE, RECTANGLE, FREEHAND -> points.size() < 2 ? List.of() : List.of(closed());
            case POINT -> List.of();
        };
    }

    private List<PatientPoint> closed() {
        List<PatientPoint> outline = new ArrayList<>(outline());
        outline.add(outline.getFirst());
        return outline;
    }

    /** The corners of a region, an ellipse's many. */
    public List<PatientPoint> outline() {
        if (kind == MeasurementKind.FREEHAND) {
            return points;
        }
        Box box = box();
        if (kind == MeasurementKind.RECTANGLE) {
            return List.of(
                    plane.at(box.left, box.top),
                    plane.at(box.right, box.top),
                    plane.at(box.right, box.bottom),
                    plane.at(box.left, box.bottom));
        }
        List<PatientPoint> sides = new ArrayList<>();
        for (int i = 0; i < ELLIPSE_SIDES; i++) {
            double turn = 2 * Math.PI * i / ELLIPSE_SIDES;
            sides.add(plane.at(
                    box.middleAcross() + box.width() / 2 * Math.cos(turn),
                    box.middleAlong() + box.height() / 2 * Math.sin(turn)));
        }
        return sides;
    }

    /** What the points span on the plane, in mm from its origin. */
    public Box box() {
        double[] across = points.stream().mapToDouble(plane::across).toArray();
        double[] along = points.stream().mapToDouble(plane::along).toArray();
        return new Box(least(across), most(across), least(along), most(along));
    }

    private static double least(double[] values) {
        return java.util.Arrays.stream(values).min().orElse(0);
    }

    private static double most(double[] values) {
        return java.util.Arrays.stream(values).max().orElse(0);
    }

    /** Edges on the drawing plane, in mm from its origin. */
    public record Box(double left, double right, double top, double bottom) {
        public double width() {
            return right - left;
        }

        public double height() {
            return bottom - top;
        }

        public double middleAcross() {
            return (left + right) / 2;
        }

        public double middleAlong() {
            return (top + bottom) / 2;
        }
    }

    /** Whether a point of the plane lies within a region, or on its edge. */
    boolean encloses(double across, double along) {
        return switch (kind) {
            case RECTANGLE -> {
                Box box = box();
                yield across >= box.left && across <= box.right && along >= box.top && along <= box.bottom;
            }
            case ELLIPSE -> {
                Box box = box();
                double x = 2 * (across - box.middleAcross()) / box.width();
                double y = 2 * (along - box.middleAlong()) / box.height();
                yield x * x + y * y <= 1;
            }
            case FREEHAND -> crossings(across, along) % 2 == 1;
            default -> false;
        };
    }

    /** How often a line to the right crosses the outline. */
    private int crossings(double across, double along) {
        int crossings = 0;
        for (int i = 0; i < points.size(); i++) {
            PatientPoint from = points.get(i);
            PatientPoint to = points.get((i + 1) % points.size());
            double fromAlong = plane.along(from);
            double toAlong = plane.along(to);
            if (fromAlong > along != toAlong > along) {
                double share = (along - fromAlong) / (toAlong - fromAlong);
                double at = plane.across(from) + share * (plane.across(to) - plane.across(from));
                if (at > across) {
                    crossings++;
                }
            }
        }
        return crossings;
    }
}
