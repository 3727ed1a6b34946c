package org.farfield.workstation.app;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.farfield.rendering.engine.EdgeLetters;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.SeriesLabel;
import org.farfield.workstation.reading.ViewportGeometry;

/**
 * The words over a picture: corners, orientation letters at the edges, and what is missing. A small viewport says less.
 */
final class CornerOverlay extends Pane {
    private static final double MARGIN = 8;
    private static final double COMPACT_WIDTH = 440;
    private static final double COMPACT_HEIGHT = 300;

    private final Plane plane;
    private final OverlayWords words;
    private final Corner place = new Corner("place", Pos.TOP_LEFT);
    private final Corner patient = new Corner("patient", Pos.TOP_RIGHT);
    private final Corner display = new Corner("display", Pos.BOTTOM_LEFT);
    private final Corner series = new Corner("series", Pos.BOTTOM_RIGHT);
    private final Corner notes = new Corner("notes", Pos.TOP_LEFT);
    private final Label left = letter();
    private final Label right = letter();
    private final Label top = letter();
    private final Label bottom = letter();
    private final Label missing = new Label();
    private PictureOverlay over = PictureOverlay.NONE;

    CornerOverlay(Plane plane, Texts texts) {
        this.plane = plane;
        this.words = new OverlayWords(texts);
        setMouseTransparent(true);
        missing.getStyleClass().add("missing");
        getChildren().addAll(place, patient, display, series, notes, left, right, top, bottom, missing);
    }

    private static Label letter() {
        Label label = new Label();
        label.getStyleClass().add("edge-letter");
        label.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return label;
    }

    void set(PictureOverlay overlay) {
        over = overlay;
    }

    void say(MprModel model, ViewportGeometry geometry) {
        SeriesLabel label = model.displaySet().label();
        boolean compact = geometry.width() < COMPACT_WIDTH || geometry.height() < COMPACT_HEIGHT;
        List<String> where = new ArrayList<>(words.place(model, plane));
        where.addAll(over.lines(geometry));
        place.say(where);
        patient.say(first(words.patient(label), compact ? 2 : 4));
        display.say(words.display(model, plane));
        series.say(compact ? List.of() : words.series(label));
        notes.say(words.notes(model.displaySet().volume()));
        EdgeLetters letters = EdgeLetters.of(geometry.imagePlane());
        left.setText(letters.left());
        right.setText(letters.right());
        top.setText(letters.top());
        bottom.setText(letters.bottom());
        missing.setText(words.missing(model, plane));
        missing.setVisible(!missing.getText().isEmpty());
        requestLayout();
    }

    private static List<String> first(List<String> lines, int count) {
        return lines.subList(0, Math.min(count, lines.size()));
    }

    /** Everything that is written here now, for those who read by ear and for tests. */
    List<String> lines() {
        List<String> all = new ArrayList<>();
        for (Corner corner : List.of(place, patient, display, series, notes)) {
            all.addAll(corner.lines());
        }
        if (missing.isVisible()) {
            all.add(missing.getText());
        }
        return all;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        double leftWidth = Math.min(place.prefWidth(-1), w * 0.4);
        put(place, MARGIN, MARGIN, leftWidth);
        double notesWidth = Math.min(notes.prefWidth(-1), w * 0.47 - MARGIN);
        put(notes, MARGIN, place.getLayoutY() + place.getHeight() + 4, notesWidth);
        double patientWidth = Math.min(patient.prefWidth(-1), w - leftWidth - 4 * MARGIN - 24);
        put(patient, w - MARGIN - patientWidth, MARGIN, patientWidth);
        double displayWidth = Math.min(display.prefWidth(-1), w * 0.34);
        put(display, MARGIN, h - MARGIN - display.prefHeight(displayWidth), displayWidth);
        double seriesWidth = Math.min(series.prefWidth(-1), w * 0.34);
        double seriesHeight = series.lines().isEmpty() ? 0 : series.prefHeight(seriesWidth);
        put(series, w - MARGIN - seriesWidth, h - MARGIN - seriesHeight, seriesWidth);
        letter(left, MARGIN, h / 2 - left.prefHeight(-1) / 2);
        letter(right, w - MARGIN - right.prefWidth(-1), h / 2 - right.prefHeight(-1) / 2);
        double belowCorners = patient.getLayoutX() < w / 2 + 20 || leftWidth > w / 2 - 20
                ? Math.max(patient.getLayoutY() + patient.getHeight(), place.getLayoutY() + place.getHeight()) + 2
                : MARGIN;
        letter(top, w / 2 - top.prefWidth(-1) / 2, belowCorners);
        letter(bottom, w / 2 - bottom.prefWidth(-1) / 2, h - 3 - bottom.prefHeight(-1));
        double missingWidth = Math.min(missing.prefWidth(-1), w - 2 * MARGIN);
        missing.resizeRelocate(
                Math.rint((w - missingWidth) / 2),
                Math.rint(Math.max(h * 0.2, belowCorners + 26)),
                missingWidth,
                missing.prefHeight(missingWidth));
    }

    private static void put(Corner corner, double x, double y, double width) {
        corner.resizeRelocate(Math.rint(x), Math.rint(y), Math.ceil(width), Math.ceil(corner.prefHeight(width)));
    }

    private static void letter(Label label, double x, double y) {
        label.resizeRelocate(
                Math.rint(x), Math.rint(y), Math.ceil(label.prefWidth(-1)), Math.ceil(label.prefHeight(-1)));
    }
}
