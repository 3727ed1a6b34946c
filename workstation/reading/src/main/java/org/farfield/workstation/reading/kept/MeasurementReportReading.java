package org.farfield.workstation.reading.kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.workstation.reading.measure.DrawingPlane;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.MeasurementKind;
import org.farfield.workstation.report.sr.Codes;
import org.farfield.workstation.report.sr.ContentItem;
import org.farfield.workstation.report.sr.SrValue;

/**
 * Takes measurements out of measurement groups (PS3.16 TID 1500), whoever wrote them: shapes in patient space, or in an
 * image of the series. What is of another frame of reference or of a shape that is not known here is left out.
 */
final class MeasurementReportReading {
    /** Of a right angle's cosine: a tenth of a degree. */
    private static final double RIGHT = Math.sin(Math.toRadians(0.1));

    private final String frameOfReferenceUid;
    private final Function<String, Optional<SlicePlane>> images;

    /** @param images where the image with a SOP Instance UID lies, if it belongs to the series */
    MeasurementReportReading(String frameOfReferenceUid, Function<String, Optional<SlicePlane>> images) {
        this.frameOfReferenceUid = frameOfReferenceUid;
        this.images = images;
    }

    /** What a shape says: its points in the patient, its type, and the plane where it is said. */
    private record Shape(String type, List<PatientPoint> points, Optional<DrawingPlane> plane) {}

    List<Measurement> read(ContentItem root) {
        List<Measurement> found = new ArrayList<>();
        root.all()
                .filter(item -> item.isNamed(Codes.MEASUREMENT_GROUP))
                .forEach(group -> measurement(group).ifPresent(found::add));
        return found;
    }

    private Optional<Measurement> measurement(ContentItem group) {
        List<Shape> shapes = group.all().flatMap(this::shape).toList();
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        boolean angle = group.all().anyMatch(item -> item.isNamed(Codes.ANGLE) || item.isNamed(Codes.COBB_ANGLE));
        boolean arrow = group.named(Codes.FINDING)
                .anyMatch(item ->
                        item.value() instanceof SrValue.Text && !item.children().isEmpty());
        String note = group.named(Codes.COMMENT)
                .flatMap(item -> item.text().stream())
                .findFirst()
                .orElse("");
        Shape first = shapes.getFirst();
        List<PatientPoint> points = first.points();
        Optional<Measurement> found = switch (first.type()) {
            case "POINT" -> of(MeasurementKind.POINT, points, first);
            case "POLYLINE" -> line(shapes, angle, arrow);
            case "POLYGON" -> polygon(first);
            case "ELLIPSE" -> ellipse(first);
            case "CIRCLE" -> circle(first);
            default -> Optional.empty();
        };
        return found.map(m -> m.noted(note));
    }

    private static Optional<Measurement> line(List<Shape> shapes, boolean angle, boolean arrow) {
        Shape first = shapes.getFirst();
        List<PatientPoint> points = first.points();
        boolean closed = points.size() > 3 && points.getFirst().distanceTo(points.getLast()) < 1e-3;
        if (closed) {
            return polygon(first);
        }
        if (angle
                && shapes.size() > 1
                && points.size() == 2
                && shapes.get(1).points().size() == 2) {
            List<PatientPoint> four = Stream.concat(points.stream(), shapes.get(1).points().stream())
                    .toList();
            return of(MeasurementKind.COBB, four, first);
        }
        return switch (points.size()) {
            case 2 -> of(arrow ? MeasurementKind.ARROW : MeasurementKind.DISTANCE, points, first);
            case 3 -> of(MeasurementKind.ANGLE, points, first);
            case 4 -> angle ? of(MeasurementKind.COBB, points, first) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Measurement> polygon(Shape shape) {
        List<PatientPoint> corners = new ArrayList<>(shape.points());
        if (corners.size() > 1 && corners.getFirst().distanceTo(corners.getLast()) < 1e-3) {
            corners.removeLast();
        }
        if (corners.size() == 4 && isRectangle(corners)) {
            PatientVector right = corners.get(1).minus(corners.get(0)).normalized();
            PatientVector down = corners.get(3).minus(corners.get(0)).normalized();
            return Optional.of(new Measurement(
                    MeasurementKind.RECTANGLE,
                    List.of(corners.get(0), corners.get(2)),
                    new DrawingPlane(corners.getFirst(), right, down)));
        }
        return of(MeasurementKind.FREEHAND, corners, shape).filter(Measurement::complete);
    }

    private static boolean isRectangle(List<PatientPoint> corners) {
        for (int i = 0; i < corners.size(); i++) {
            PatientVector on = corners.get((i + 1) % 4).minus(corners.get(i));
            PatientVector back = corners.get((i + 3) % 4).minus(corners.get(i));
            if (on.length() < 1e-6
                    || back.length() < 1e-6
                    || Math.abs(on.normalized().dot(back.normalized())) > RIGHT) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Measurement> ellipse(Shape shape) {
        if (shape.points().size() != 4) {
            return Optional.empty();
        }
        PatientVector major = shape.points().get(1).minus(shape.points().get(0));
        PatientVector minor = shape.points().get(3).minus(shape.points().get(2));
        if (major.length() < 1e-6 || minor.length() < 1e-6) {
            return Optional.empty();
        }
        PatientPoint centre = shape.points().get(0).plus(major.times(0.5));
        PatientVector half = major.times(0.5).plus(minor.times(0.5));
        return Optional.of(new Measurement(
                MeasurementKind.ELLIPSE,
                List.of(centre.plus(half.times(-1)), centre.plus(half)),
                new DrawingPlane(centre, major.normalized(), minor.normalized())));
    }

    /** A circle of an image: its centre, and a point on it. */
    private static Optional<Measurement> circle(Shape shape) {
        if (shape.points().size() != 2 || shape.plane().isEmpty()) {
            return Optional.empty();
        }
        DrawingPlane plane = shape.plane().get();
        PatientPoint centre = shape.points().getFirst();
        double radius = centre.distanceTo(shape.points().get(1));
        PatientVector half = plane.right().times(radius).plus(plane.down().times(radius));
        return Optional.of(new Measurement(
                MeasurementKind.ELLIPSE, List.of(centre.plus(half.times(-1)), centre.plus(half)), plane));
    }

    private static Optional<Measurement> of(MeasurementKind kind, List<PatientPoint> points, Shape shape) {
        return shape.plane()
                .or(() -> planeThrough(points))
                .map(plane -> new Measurement(
                        kind, points, new DrawingPlane(points.getFirst(), plane.right(), plane.down())));
    }

    private Stream<Shape> shape(ContentItem item) {
        return switch (item.value()) {
            case SrValue.Shape shape
            when shape.frameOfReferenceUid().equals(frameOfReferenceUid) ->
                Stream.of(new Shape(shape.graphicType(), points(shape.xyz()), plane(item.added())));
            case SrValue.ImageShape shape -> imageShape(item, shape).stream();
            default -> Stream.empty();
        };
    }

    private Optional<Shape> imageShape(ContentItem item, SrValue.ImageShape shape) {
        return item.children().stream()
                .flatMap(child -> child.value() instanceof SrValue.Reference to
                        ? images.apply(to.sopInstanceUid()).stream()
                        : Stream.empty())
                .findFirst()
                .map(plane -> onImage(shape, plane));
    }

    /** Coordinates count from the image's corner: the first pixel's centre is at a half (PS3.3 C.18.6.1.1). */
    private static Shape onImage(SrValue.ImageShape shape, SlicePlane plane) {
        List<PatientPoint> points = new ArrayList<>();
        for (int i = 0; i + 1 < shape.columnsAndRows().size(); i += 2) {
            double column = shape.columnsAndRows().get(i) - 0.5;
            double row = shape.columnsAndRows().get(i + 1) - 0.5;
            points.add(plane.position()
                    .plus(plane.rowDirection().times(column * plane.columnSpacingMm()))
                    .plus(plane.columnDirection().times(row * plane.rowSpacingMm())));
        }
        DrawingPlane drawn = new DrawingPlane(plane.position(), plane.rowDirection(), plane.columnDirection());
        return new Shape(shape.graphicType(), points, Optional.of(drawn));
    }

    private static List<PatientPoint> points(List<Double> xyz) {
        List<PatientPoint> points = new ArrayList<>();
        for (int i = 0; i + 2 < xyz.size(); i += 3) {
            points.add(new PatientPoint(xyz.get(i), xyz.get(i + 1), xyz.get(i + 2)));
        }
        return points;
    }

    private static Optional<DrawingPlane> plane(DataSet added) {
        double[] v = added.decimals(MeasurementReport.PLANE_TAG);
        boolean ours = added.string(MeasurementReport.CREATOR_TAG)
                .filter(MeasurementReport.CREATOR::equals)
                .isPresent();
        return ours && v.length == 6
                ? Optional.of(new DrawingPlane(
                        new PatientPoint(0, 0, 0),
                        new PatientVector(v[0], v[1], v[2]),
                        new PatientVector(v[3], v[4], v[5])))
                : Optional.empty();
    }

    /** The plane that the points span; for a single line the one of the body's planes that is nearest to holding it. */
    private static Optional<DrawingPlane> planeThrough(List<PatientPoint> points) {
        for (int i = 2; i < points.size(); i++) {
            PatientVector one = points.get(1).minus(points.get(0));
            PatientVector other = points.get(i).minus(points.get(0));
            PatientVector normal = one.cross(other);
            if (normal.length() > 1e-6) {
                PatientVector right = one.normalized();
                return Optional.of(new DrawingPlane(
                        points.getFirst(), right, normal.normalized().cross(right)));
            }
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        PatientVector along = points.getLast().minus(points.getFirst());
        boolean flat = Math.abs(along.z()) <= Math.max(Math.abs(along.x()), Math.abs(along.y()));
        if (flat) {
            PatientVector level = new PatientVector(0, 0, 1);
            PatientVector right = along.length() < 1e-6 ? new PatientVector(1, 0, 0) : along.normalized();
            PatientVector down = level.cross(right);
            return Optional.of(new DrawingPlane(
                    points.getFirst(), right, down.length() < 1e-6 ? new PatientVector(0, 1, 0) : down.normalized()));
        }
        PatientVector down = along.normalized();
        PatientVector right = new PatientVector(0, 1, 0).cross(down);
        return Optional.of(new DrawingPlane(
                points.getFirst(), right.length() < 1e-6 ? new PatientVector(1, 0, 0) : right.normalized(), down));
    }
}
