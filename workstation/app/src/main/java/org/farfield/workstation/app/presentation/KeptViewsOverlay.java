package org.farfield.workstation.app.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.farfield.workstation.app.PictureOverlay;
import org.farfield.workstation.reading.ViewPoint;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.reading.presentation.AcquiredSlice;
import org.farfield.workstation.reading.presentation.AcquiredSlice.Pixel;
import org.farfield.workstation.reading.presentation.KeyMark;
import org.farfield.workstation.reading.presentation.KeyObjects;
import org.farfield.workstation.reading.presentation.PresentationStates;
import org.farfield.workstation.reading.presentation.ShownStudy;
import org.farfield.workstation.reading.presentation.SliceDrawing;

/** Says which slices are key images, and draws what a saved view draws. */
final class KeptViewsOverlay implements PictureOverlay {
    private static final Color LINE = Color.web("#8fd0ff");
    private static final Color SHADOW = Color.rgb(0, 0, 0, 0.7);
    private static final Color GROUND = Color.rgb(12, 14, 18, 0.62);
    private static final double CROSS = 6;
    private static final double LINE_HEIGHT = 15;
    private static final double PADDING = 4;

    private final ShownStudy study;
    private final KeyObjects keys;
    private final PresentationStates states;
    private final Function<KeyMark, String> words;

    KeptViewsOverlay(ShownStudy study, KeyObjects keys, PresentationStates states, Function<KeyMark, String> words) {
        this.study = study;
        this.keys = keys;
        this.states = states;
        this.words = words;
    }

    @Override
    public List<String> lines(ViewportGeometry view) {
        return study.acquired(view).map(this::lines).orElse(List.of());
    }

    @Override
    public List<String> lines(int image) {
        return study.shown()
                .get()
                .filter(now -> image < now.slices().size())
                .map(now -> lines(now.slices().get(image)))
                .orElse(List.of());
    }

    private List<String> lines(AcquiredSlice slice) {
        return keys.on(slice).stream().map(words).distinct().toList();
    }

    @Override
    public void draw(GraphicsContext g, ViewportGeometry view) {
        states.on(view).ifPresent(drawing -> draw(g, view, drawing));
    }

    private static void draw(GraphicsContext g, ViewportGeometry view, SliceDrawing drawing) {
        drawing.outsides().forEach(outside -> shut(g, view, drawing, outside));
        for (SliceDrawing.Line line : drawing.lines()) {
            List<ViewPoint> points = places(line.places(), view, drawing);
            if (points.size() == 1) {
                cross(g, points.getFirst());
            } else {
                line(g, points, line.filled());
            }
        }
        drawing.words().forEach(each -> words(g, view, drawing, each));
    }

    private static List<ViewPoint> places(List<Pixel> pixels, ViewportGeometry view, SliceDrawing drawing) {
        return pixels.stream().map(each -> place(each, view, drawing)).toList();
    }

    private static ViewPoint place(Pixel at, ViewportGeometry view, SliceDrawing drawing) {
        return view.toView(AcquiredSlice.toPatient(drawing.plane(), at.column(), at.row()));
    }

    /** The whole viewport but for the corners' inside. */
    private static void shut(
            GraphicsContext g, ViewportGeometry view, SliceDrawing drawing, SliceDrawing.Outside outside) {
        List<ViewPoint> corners = places(outside.corners(), view, drawing);
        g.save();
        g.setFillRule(FillRule.EVEN_ODD);
        g.beginPath();
        g.rect(0, 0, view.width(), view.height());
        g.moveTo(corners.getFirst().x(), corners.getFirst().y());
        corners.forEach(each -> g.lineTo(each.x(), each.y()));
        g.closePath();
        g.setFill(Color.gray(outside.grey()));
        g.fill();
        g.restore();
    }

    private static void line(GraphicsContext g, List<ViewPoint> points, boolean filled) {
        double[] x = points.stream().mapToDouble(ViewPoint::x).toArray();
        double[] y = points.stream().mapToDouble(ViewPoint::y).toArray();
        if (filled) {
            g.setFill(LINE);
            g.fillPolygon(x, y, x.length);
        }
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? SHADOW : LINE);
            g.setLineWidth(pass == 0 ? 3 : 1.3);
            g.strokePolyline(x, y, x.length);
        }
    }

    private static void cross(GraphicsContext g, ViewPoint at) {
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? SHADOW : LINE);
            g.setLineWidth(pass == 0 ? 3 : 1.3);
            g.strokeLine(at.x() - CROSS, at.y(), at.x() + CROSS, at.y());
            g.strokeLine(at.x(), at.y() - CROSS, at.x(), at.y() + CROSS);
        }
    }

    private static void words(
            GraphicsContext g, ViewportGeometry view, SliceDrawing drawing, SliceDrawing.Words words) {
        ViewPoint corner = place(words.at(), view, drawing);
        words.to().ifPresent(to -> line(g, List.of(corner, place(to, view, drawing)), false));
        List<String> lines = new ArrayList<>(words.lines());
        double width = 2 * PADDING
                + lines.stream().mapToDouble(line -> width(g, line)).max().orElse(0);
        double height = LINE_HEIGHT * lines.size() + 2;
        double x = Math.rint(Math.clamp(corner.x(), 2, Math.max(2, view.width() - width - 2)));
        double y = Math.rint(Math.clamp(corner.y(), 2, Math.max(2, view.height() - height - 2)));
        g.setFill(GROUND);
        g.fillRoundRect(x, y, width, height, 5, 5);
        g.setFill(LINE);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < lines.size(); i++) {
            g.fillText(lines.get(i), x + PADDING, Math.rint(y + 1 + LINE_HEIGHT * (i + 0.5)));
        }
    }

    private static double width(GraphicsContext g, String line) {
        Text text = new Text(line);
        text.setFont(g.getFont());
        return text.getLayoutBounds().getWidth();
    }
}
