package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.LocalizerPicture;
import org.farfield.workstation.reading.live.LocalizerScale;
import org.farfield.workstation.reading.live.Numbers;
import org.farfield.workstation.reading.live.RangeBox;
import org.farfield.workstation.reading.live.RangeHandle;
import org.jspecify.annotations.Nullable;

/** Draws a localizer to scale, and the scan range as two lines with their words and a box. FX thread. */
final class LocalizerDrawing {

    private static final Font FONT = Font.font(11);
    private static final Color START = Color.web("#7ee787");
    private static final Color END = Color.web("#ffb86b");
    private static final Color FIXED = Color.web("#9aa4b2");

    private @Nullable LocalizerPicture drawn;
    private @Nullable WritableImage image;
    private Optional<LocalizerScale> scale = Optional.empty();
    private Rectangle2D fit = Rectangle2D.EMPTY;

    void draw(
            Canvas canvas,
            Optional<LocalizerPicture> picture,
            Optional<RangeBox> box,
            boolean editable,
            Optional<RangeHandle> selected,
            Texts texts) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        scale = picture.map(LocalizerPicture::scale);
        if (picture.isEmpty() || canvas.getWidth() < 2 || canvas.getHeight() < 2) {
            return;
        }
        fit = fit(canvas.getWidth(), canvas.getHeight(), picture.get().scale().aspect());
        g.drawImage(image(picture.get()), fit.getMinX(), fit.getMinY(), fit.getWidth(), fit.getHeight());
        g.setFont(FONT);
        box.ifPresent(range -> draw(g, range, editable, selected, texts));
    }

    /** Patient coordinates (across, along, in mm) under a place of the canvas. */
    Optional<Point2D> patientAt(double x, double y) {
        return scale.map(s -> new Point2D(
                s.acrossAt((x - fit.getMinX()) / fit.getWidth() * s.columns() - 0.5),
                s.alongAt((y - fit.getMinY()) / fit.getHeight() * s.rows() - 0.5)));
    }

    /** Where a place of the patient is drawn. */
    Optional<Point2D> locationOf(double acrossMm, double alongMm) {
        return scale.map(s -> new Point2D(
                fit.getMinX() + (s.columnAt(acrossMm) + 0.5) / s.columns() * fit.getWidth(),
                fit.getMinY() + (s.rowAt(alongMm) + 0.5) / s.rows() * fit.getHeight()));
    }

    double mmPerPixel() {
        return scale.map(s -> Math.abs(s.alongPerRowMm()) * s.rows() / fit.getHeight())
                .orElse(1.0);
    }

    private void draw(
            GraphicsContext g, RangeBox range, boolean editable, Optional<RangeHandle> selected, Texts texts) {
        Point2D a = locationOf(range.lowMm(), range.startMm()).orElseThrow();
        Point2D b = locationOf(range.highMm(), range.endMm()).orElseThrow();
        double left = Math.min(a.getX(), b.getX());
        double right = Math.max(a.getX(), b.getX());
        g.setFill(Color.color(0.35, 0.6, 1, editable ? 0.10 : 0.05));
        g.fillRect(left, Math.min(a.getY(), b.getY()), right - left, Math.abs(a.getY() - b.getY()));
        boolean edges = selected.filter(handle -> handle == RangeHandle.LOW_EDGE || handle == RangeHandle.HIGH_EDGE)
                .isPresent();
        g.setStroke(editable ? Color.web("#79b8ff") : FIXED);
        g.setLineWidth(edges ? 2.5 : 1);
        g.strokeLine(left, a.getY(), left, b.getY());
        g.strokeLine(right, a.getY(), right, b.getY());
        boolean all = selected.equals(Optional.of(RangeHandle.BOX));
        line(g, a.getY(), editable ? START : FIXED, all || selected.equals(Optional.of(RangeHandle.START)));
        line(g, b.getY(), editable ? END : FIXED, all || selected.equals(Optional.of(RangeHandle.END)));
        boolean startAbove = a.getY() <= b.getY();
        label(
                g,
                texts.get("localizer.start", Numbers.fixed(range.startMm(), 1)),
                a.getY(),
                startAbove,
                editable ? START : FIXED);
        label(
                g,
                texts.get("localizer.end", Numbers.fixed(range.endMm(), 1)),
                b.getY(),
                !startAbove,
                editable ? END : FIXED);
    }

    private void line(GraphicsContext g, double y, Color color, boolean selected) {
        g.setStroke(color);
        g.setLineWidth(selected ? 3 : 1.5);
        g.strokeLine(fit.getMinX(), y, fit.getMaxX(), y);
    }

    private void label(GraphicsContext g, String text, double y, boolean above, Color color) {
        double baseline = Math.clamp(above ? y - 5 : y + 14, fit.getMinY() + 12, fit.getMaxY() - 4);
        g.setFill(Color.color(0, 0, 0, 0.6));
        g.fillRect(fit.getMinX() + 2, baseline - 12, widthOf(text) + 6, 16);
        g.setFill(color);
        g.fillText(text, fit.getMinX() + 5, baseline);
    }

    private static double widthOf(String text) {
        Text measured = new Text(text);
        measured.setFont(FONT);
        return measured.getLayoutBounds().getWidth();
    }

    private WritableImage image(LocalizerPicture picture) {
        if (image == null || drawn != picture) {
            int columns = picture.scale().columns();
            int rows = picture.scale().rows();
            image = new WritableImage(columns, rows);
            image.getPixelWriter()
                    .setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), picture.argb(), 0, columns);
            drawn = picture;
        }
        return image;
    }

    private static Rectangle2D fit(double width, double height, double aspect) {
        double w = Math.min(width, height * aspect);
        double h = w / aspect;
        return new Rectangle2D((width - w) / 2, (height - h) / 2, w, h);
    }
}
