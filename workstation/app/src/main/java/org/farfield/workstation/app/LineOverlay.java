package org.farfield.workstation.app;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.workstation.reading.CrosshairHandles;
import org.farfield.workstation.reading.CrosshairHandles.Face;
import org.farfield.workstation.reading.CrosshairHandles.Handle;
import org.farfield.workstation.reading.CurveView;
import org.farfield.workstation.reading.MissingSlices;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ObliqueHandles;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReferenceLine;
import org.farfield.workstation.reading.ScaleBar;
import org.farfield.workstation.reading.ViewPoint;
import org.farfield.workstation.reading.ViewportGeometry;

/** What is drawn over a picture: the other planes' lines, their slabs and handles, slices that miss, the scale bar. */
final class LineOverlay extends Pane {
    private static final double CENTRE_GAP = 14;
    private static final double HATCH = 9;
    private static final Color SHADOW = Color.rgb(0, 0, 0, 0.7);
    private static final Color PATH = Color.web("#f0e442");
    private static final Color BAR = Color.web("#d8d8d8");

    private final Plane plane;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final MeasurementPainter measurements;
    private PictureOverlay over = PictureOverlay.NONE;
    private PictureOverlay pointers = PictureOverlay.NONE;

    LineOverlay(Plane plane, Texts texts) {
        this.plane = plane;
        this.texts = texts;
        this.measurements = new MeasurementPainter(plane, texts);
        setMouseTransparent(true);
        getChildren().add(canvas);
    }

    void set(PictureOverlay overlay) {
        over = overlay;
    }

    void setPointers(PictureOverlay overlay) {
        pointers = overlay;
    }

    void draw(MprModel model, ViewportGeometry geometry, boolean crosshair, boolean handles) {
        canvas.setWidth(geometry.width());
        canvas.setHeight(geometry.height());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, geometry.width(), geometry.height());
        g.setFont(Font.font(Fonts.family(texts.language().get()), 12));
        missing(g, model.displaySet().volume(), geometry);
        over.draw(g, geometry);
        if (crosshair) {
            for (ReferenceLine line : ReferenceLine.in(geometry, plane, model.state())) {
                line(g, line, geometry.toView(model.state().crosshair()), geometry);
            }
            for (Face face : CrosshairHandles.faces(geometry, plane, model.state())) {
                stroke(g, face.from(), face.to(), PlaneColours.of(face.of()).deriveColor(0, 1, 1, 0.7), 0.7);
            }
            if (handles) {
                CrosshairHandles.in(geometry, plane, model.state()).forEach(handle -> handle(g, handle));
            }
            for (ViewPoint handle : ObliqueHandles.in(geometry, plane, model.state())) {
                round(g, handle, PlaneColours.of(Plane.OBLIQUE));
            }
        }
        path(g, model.state().curve(), geometry);
        measurements.draw(g, model, geometry);
        scaleBar(g, geometry);
        pointers.draw(g, geometry);
    }

    /** The drawn path as it is seen along this plane's normal, its points, and the cross section's place. */
    private static void path(GraphicsContext g, CurveView curve, ViewportGeometry geometry) {
        for (PatientPoint point : curve.points()) {
            ViewPoint at = geometry.toView(point);
            g.setFill(SHADOW);
            g.fillOval(at.x() - 4, at.y() - 4, 8, 8);
            g.setFill(PATH);
            g.fillOval(at.x() - 2.5, at.y() - 2.5, 5, 5);
        }
        curve.path().ifPresent(path -> {
            int pieces = Math.clamp((int) path.lengthMm(), 16, 1000);
            ViewPoint before = geometry.toView(path.at(0));
            for (int i = 1; i <= pieces; i++) {
                ViewPoint next = geometry.toView(path.at(path.lengthMm() * i / pieces));
                stroke(g, before, next, PATH, 1.2);
                before = next;
            }
            if (curve.shown()) {
                round(g, geometry.toView(path.at(curve.sectionMm())), PATH);
            }
        });
    }

    private static void missing(GraphicsContext g, Volume volume, ViewportGeometry geometry) {
        if (volume.complete()) {
            return;
        }
        for (List<ViewPoint> outline : MissingSlices.outlines(volume, geometry)) {
            g.save();
            g.beginPath();
            g.moveTo(outline.getFirst().x(), outline.getFirst().y());
            for (ViewPoint corner : outline) {
                g.lineTo(corner.x(), corner.y());
            }
            g.closePath();
            g.setFill(Color.rgb(70, 74, 82, 0.22));
            g.fill();
            g.clip();
            g.setStroke(Color.rgb(150, 156, 168, 0.28));
            g.setLineWidth(1);
            double low = outline.stream().mapToDouble(ViewPoint::y).min().orElse(0);
            double high = outline.stream().mapToDouble(ViewPoint::y).max().orElse(0);
            for (double x = -high; x < geometry.width(); x += HATCH) {
                g.strokeLine(x + low, low, x + high, high);
            }
            g.restore();
        }
    }

    private void line(GraphicsContext g, ReferenceLine line, ViewPoint middle, ViewportGeometry geometry) {
        Color colour = PlaneColours.of(line.of());
        double dx = line.to().x() - line.from().x();
        double dy = line.to().y() - line.from().y();
        double length = Math.hypot(dx, dy);
        double ux = dx / length;
        double uy = dy / length;
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineDashes(line.of() == Plane.OBLIQUE ? new double[] {7, 4} : new double[0]);
        for (int side = -1; side <= 1; side += 2) {
            ViewPoint end = side < 0 ? line.from() : line.to();
            ViewPoint inner = new ViewPoint(middle.x() + side * ux * CENTRE_GAP, middle.y() + side * uy * CENTRE_GAP);
            boolean beyond = (end.x() - inner.x()) * side * ux + (end.y() - inner.y()) * side * uy <= 0;
            if (!beyond) {
                stroke(g, inner, end, SHADOW, 2.6);
                stroke(g, inner, end, colour, 1.1);
            }
        }
        g.setLineDashes();
        label(g, line, ux, uy, geometry);
    }

    private static void stroke(GraphicsContext g, ViewPoint from, ViewPoint to, Color colour, double width) {
        boolean upright = Math.abs(from.x() - to.x()) < 1e-6;
        boolean level = Math.abs(from.y() - to.y()) < 1e-6;
        g.setStroke(colour);
        g.setLineWidth(width);
        g.strokeLine(
                upright ? Math.floor(from.x()) + 0.5 : from.x(),
                level ? Math.floor(from.y()) + 0.5 : from.y(),
                upright ? Math.floor(to.x()) + 0.5 : to.x(),
                level ? Math.floor(to.y()) + 0.5 : to.y());
    }

    /** At the line's far end (right or lower), a little inside, beside the line. */
    private void label(GraphicsContext g, ReferenceLine line, double ux, double uy, ViewportGeometry geometry) {
        String words = texts.get("plane.short." + line.of().id());
        boolean level = Math.abs(ux) >= Math.abs(uy);
        double inset = level ? 58 : 46;
        double x = line.to().x() - ux * inset + (level ? 0 : 6);
        double y = line.to().y() - uy * inset - (level ? 9 : 0);
        x = Math.clamp(x, 8, Math.max(8, geometry.width() - 40));
        y = Math.clamp(y, 10, Math.max(10, geometry.height() - 10));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        outlined(g, words, x, y, PlaneColours.of(line.of()));
    }

    private static void handle(GraphicsContext g, Handle handle) {
        Color colour = PlaneColours.of(handle.of());
        if (handle.kind() == CrosshairHandles.Kind.TURN) {
            round(g, handle.at(), colour);
            return;
        }
        double r = 4;
        g.setFill(SHADOW);
        g.fillRect(handle.at().x() - r - 1.5, handle.at().y() - r - 1.5, 2 * r + 3, 2 * r + 3);
        g.setStroke(colour);
        g.setLineWidth(1.6);
        g.strokeRect(handle.at().x() - r, handle.at().y() - r, 2 * r, 2 * r);
    }

    private static void round(GraphicsContext g, ViewPoint at, Color colour) {
        double r = 5;
        g.setFill(SHADOW);
        g.fillOval(at.x() - r - 1.5, at.y() - r - 1.5, 2 * r + 3, 2 * r + 3);
        g.setStroke(colour);
        g.setLineWidth(1.6);
        g.strokeOval(at.x() - r, at.y() - r, 2 * r, 2 * r);
    }

    private static void scaleBar(GraphicsContext g, ViewportGeometry geometry) {
        ScaleBar bar = ScaleBar.of(geometry.mmPerPixel(), Math.min(160, geometry.width() * 0.28));
        double left = Math.floor((geometry.width() - bar.pixels()) / 2) + 0.5;
        double y = Math.floor(geometry.height()) - 24.5;
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? SHADOW : BAR);
            g.setLineWidth(pass == 0 ? 3 : 1);
            g.strokeLine(left, y, left + bar.pixels(), y);
            for (int i = 0; i <= bar.divisions(); i++) {
                double x = Math.floor(left + bar.pixels() * i / bar.divisions()) + 0.5;
                boolean end = i == 0 || i == bar.divisions();
                g.strokeLine(x, y - (end ? 5 : 3), x, y);
            }
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        outlined(g, bar.label(), left + bar.pixels() + 7, y - 1, BAR);
    }

    private static void outlined(GraphicsContext g, String words, double x, double y, Color colour) {
        g.setStroke(SHADOW);
        g.setLineWidth(3);
        g.strokeText(words, x, y);
        g.setFill(colour);
        g.fillText(words, x, y);
    }
}
