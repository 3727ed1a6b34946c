package org.farfield.workstation.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.workstation.reading.MeasureModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ViewPoint;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.reading.measure.Measured;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.MeasurementKind;

/** Draws what was measured over a picture: lines, handles, numbers; a ring where one of another plane comes through. */
final class MeasurementPainter {
    private static final Color LINE = Color.web("#7fe08a");
    private static final Color SELECTED = Color.web("#fff27a");
    private static final Color SHADOW = Color.rgb(0, 0, 0, 0.7);
    private static final double HANDLE = 3;
    private static final double RING = 4.5;
    private static final double HEAD = 12;
    private static final Color GROUND = Color.rgb(12, 14, 18, 0.62);
    private static final double LINE_HEIGHT = 15;
    private static final double PADDING = 4;
    private static final double AWAY = 9;

    private final Plane plane;
    private final MeasurementWords words;

    MeasurementPainter(Plane plane, Texts texts) {
        this.plane = plane;
        this.words = new MeasurementWords(texts);
    }

    void draw(GraphicsContext g, MprModel model, ViewportGeometry geometry) {
        MeasureModel measure = model.measure();
        for (ViewPoint at : measure.through(plane, geometry)) {
            ring(g, at);
        }
        Optional<Measurement> selected = measure.selected().get();
        for (Measurement measurement : measure.on(plane, geometry)) {
            boolean chosen = selected.equals(Optional.of(measurement));
            Color colour = chosen ? SELECTED : LINE;
            List<List<ViewPoint>> lines = measurement.lines().stream()
                    .map(line -> line.stream().map(geometry::toView).toList())
                    .toList();
            lines.forEach(line -> stroke(g, line, SHADOW, 3));
            lines.forEach(line -> stroke(g, line, colour, 1.3));
            for (PatientPoint handle : measurement.handles()) {
                handle(g, geometry.toView(handle), colour, measurement.kind() == MeasurementKind.POINT);
            }
            if (measurement.kind() == MeasurementKind.ARROW) {
                lines.forEach(line -> head(g, line, colour));
            }
            Measured measured = measure.measured(measurement);
            List<String> said = new ArrayList<>();
            if (!measurement.note().isEmpty()) {
                said.add(measurement.note());
            }
            said.addAll(words.of(measured, model.displaySet().volume().unit()));
            label(g, measurement, said, geometry, colour);
        }
    }

    private static void stroke(GraphicsContext g, List<ViewPoint> line, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        double[] x = line.stream().mapToDouble(ViewPoint::x).toArray();
        double[] y = line.stream().mapToDouble(ViewPoint::y).toArray();
        g.strokePolyline(x, y, x.length);
    }

    /** The head of an arrow, at the first point of its line. */
    private static void head(GraphicsContext g, List<ViewPoint> line, Color colour) {
        ViewPoint tip = line.getFirst();
        ViewPoint tail = line.getLast();
        double length = Math.max(1e-6, tip.distanceTo(tail));
        double ux = (tail.x() - tip.x()) / length;
        double uy = (tail.y() - tip.y()) / length;
        g.setFill(colour);
        g.fillPolygon(
                new double[] {tip.x(), tip.x() + HEAD * ux - HEAD / 3 * uy, tip.x() + HEAD * ux + HEAD / 3 * uy},
                new double[] {tip.y(), tip.y() + HEAD * uy + HEAD / 3 * ux, tip.y() + HEAD * uy - HEAD / 3 * ux},
                3);
    }

    private static void handle(GraphicsContext g, ViewPoint at, Color colour, boolean cross) {
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? SHADOW : colour);
            g.setLineWidth(pass == 0 ? 3 : 1.3);
            if (cross) {
                g.strokeLine(at.x() - 2 * HANDLE, at.y(), at.x() + 2 * HANDLE, at.y());
                g.strokeLine(at.x(), at.y() - 2 * HANDLE, at.x(), at.y() + 2 * HANDLE);
            } else {
                g.strokeOval(at.x() - HANDLE, at.y() - HANDLE, 2 * HANDLE, 2 * HANDLE);
            }
        }
    }

    private static void ring(GraphicsContext g, ViewPoint at) {
        g.setStroke(SHADOW);
        g.setLineWidth(3);
        g.strokeOval(at.x() - RING, at.y() - RING, 2 * RING, 2 * RING);
        g.setStroke(LINE);
        g.setLineWidth(1.3);
        g.strokeOval(at.x() - RING, at.y() - RING, 2 * RING, 2 * RING);
    }

    /** Beside the shape, held within the viewport. */
    private static void label(
            GraphicsContext g, Measurement measurement, List<String> lines, ViewportGeometry geometry, Color colour) {
        if (lines.isEmpty()) {
            return;
        }
        double width = PADDING * 2
                + lines.stream()
                        .mapToDouble(line -> width(line, g.getFont()))
                        .max()
                        .orElse(0);
        double height = LINE_HEIGHT * lines.size() + 2;
        ViewPoint corner = switch (measurement.kind()) {
            case ANGLE -> outsideOf(measurement, geometry, width, height);
            case ARROW -> atTail(measurement, geometry, width, height);
            default -> rightOf(measurement, geometry, width, height);
        };
        double x = Math.rint(Math.clamp(corner.x(), 2, Math.max(2, geometry.width() - width - 2)));
        double y = Math.rint(Math.clamp(corner.y(), 2, Math.max(2, geometry.height() - height - 2)));
        g.setFill(GROUND);
        g.fillRoundRect(x, y, width, height, 5, 5);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        for (int i = 0; i < lines.size(); i++) {
            g.fillText(lines.get(i), x + PADDING, Math.rint(y + 1 + LINE_HEIGHT * (i + 0.5)));
        }
    }

    /** At its rightmost place; left of it where there is no room. */
    private static ViewPoint rightOf(Measurement measurement, ViewportGeometry geometry, double width, double height) {
        List<PatientPoint> all = new ArrayList<>(measurement.points());
        measurement.lines().forEach(all::addAll);
        List<ViewPoint> places = all.stream().map(geometry::toView).toList();
        ViewPoint right =
                places.stream().max(Comparator.comparingDouble(ViewPoint::x)).orElseThrow();
        ViewPoint left =
                places.stream().min(Comparator.comparingDouble(ViewPoint::x)).orElseThrow();
        return right.x() + AWAY + width <= geometry.width() - 2
                ? new ViewPoint(right.x() + AWAY, right.y() - height / 2)
                : new ViewPoint(left.x() - AWAY - width, left.y() - height / 2);
    }

    /** Beyond the end that does not point at anything. */
    private static ViewPoint atTail(Measurement arrow, ViewportGeometry geometry, double width, double height) {
        ViewPoint tip = geometry.toView(arrow.points().getFirst());
        ViewPoint tail = geometry.toView(arrow.points().getLast());
        double x = tail.x() >= tip.x() ? tail.x() + AWAY : tail.x() - AWAY - width;
        return new ViewPoint(x, tail.y() - height / 2);
    }

    /** At the vertex, on the side where the arms are not. */
    private static ViewPoint outsideOf(Measurement angle, ViewportGeometry geometry, double width, double height) {
        ViewPoint vertex = geometry.toView(angle.points().get(1));
        double dx = 0;
        double dy = 0;
        for (int arm = 0; arm <= 2; arm += 2) {
            ViewPoint end = geometry.toView(angle.points().get(arm));
            double length = Math.max(1e-6, vertex.distanceTo(end));
            dx -= (end.x() - vertex.x()) / length;
            dy -= (end.y() - vertex.y()) / length;
        }
        double length = Math.hypot(dx, dy);
        double ux = length < 1e-3 ? 0 : dx / length;
        double uy = length < 1e-3 ? 1 : dy / length;
        return new ViewPoint(
                vertex.x() + ux * (AWAY + width / 2) - width / 2, vertex.y() + uy * (AWAY + height / 2) - height / 2);
    }

    private static double width(String line, Font font) {
        Text text = new Text(line);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
