package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.LiveSeriesModel;
import org.farfield.workstation.reading.live.LocalizerPicture;
import org.farfield.workstation.reading.live.PlanDraft;
import org.farfield.workstation.reading.live.RangeBox;
import org.farfield.workstation.reading.live.RangeHandle;

/**
 * The localizer with the scan range on it: drag a line to move an end, the box to move the range, an edge to change the
 * field of view. Keys: S, E, B, F take hold of start, end, box, field of view; the arrows move it by a millimetre (ten
 * with Shift). What was changed is sent when the mouse or the key is let go. FX thread.
 */
final class LocalizerPane extends Pane {

    private static final double NEAR_PIXELS = 6;

    private final Texts texts;
    private final ConsoleModel console;
    private final LiveSeriesModel series;
    private final Runnable edited;
    private final Canvas canvas = new Canvas();
    private final Label empty = new Label();
    private final LocalizerDrawing drawing = new LocalizerDrawing();
    private Optional<RangeHandle> selected = Optional.empty();
    private Optional<Drag> drag = Optional.empty();

    private record Drag(RangeHandle handle, RangeBox from, Point2D at) {}

    LocalizerPane(Texts texts, ConsoleModel console, LiveSeriesModel series, Runnable edited) {
        this.texts = texts;
        this.console = console;
        this.series = series;
        this.edited = edited;
        setId("localizer");
        getStyleClass().add("localizer");
        empty.getStyleClass().add("localizer-empty");
        empty.setWrapText(true);
        getChildren().addAll(canvas, empty);
        setFocusTraversable(true);
        setOnMouseMoved(event -> setCursor(cursor(handleAt(event))));
        setOnMousePressed(this::mousePressed);
        setOnMouseDragged(this::mouseDragged);
        setOnMouseReleased(event -> letGo());
        setOnKeyPressed(this::keyPressed);
        setOnKeyReleased(event -> letGo());
        focusedProperty().subscribe(focused -> show());
    }

    /** Draws what is known now. */
    void show() {
        Optional<LocalizerPicture> picture = series.localizer().get();
        empty.setText(texts.get("localizer.empty"));
        empty.setVisible(picture.isEmpty());
        setAccessibleText(texts.get("localizer.help"));
        drawing.draw(canvas, picture, box(), isEditable(), selected.filter(handle -> isFocused()), texts);
    }

    /** Where on this pane a place of the patient is drawn, once there is a localizer. */
    Optional<Point2D> locationOf(double acrossMm, double alongMm) {
        return drawing.locationOf(acrossMm, alongMm);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        empty.resizeRelocate(12, getHeight() / 2 - 30, Math.max(0, getWidth() - 24), 60);
        show();
    }

    private Optional<RangeBox> box() {
        return series.localizer()
                .get()
                .flatMap(picture -> helicalDraft()
                        .map(draft -> RangeBox.of(draft.plan(), picture.scale().view())));
    }

    private Optional<PlanDraft> helicalDraft() {
        return console.draft().get().filter(draft -> draft.plan().kind() == PlanKind.HELICAL);
    }

    private boolean isEditable() {
        return console.editBlock().isEmpty() && helicalDraft().isPresent();
    }

    private Optional<RangeHandle> handleAt(MouseEvent event) {
        if (!isEditable()) {
            return Optional.empty();
        }
        return drawing.patientAt(event.getX(), event.getY())
                .flatMap(at ->
                        box().flatMap(range -> range.at(at.getX(), at.getY(), NEAR_PIXELS * drawing.mmPerPixel())));
    }

    private void mousePressed(MouseEvent event) {
        requestFocus();
        selected = handleAt(event);
        drag = selected.flatMap(handle -> box().flatMap(
                        from -> drawing.patientAt(event.getX(), event.getY()).map(at -> new Drag(handle, from, at))));
        show();
        event.consume();
    }

    private void mouseDragged(MouseEvent event) {
        Optional<Point2D> at = drawing.patientAt(event.getX(), event.getY());
        if (drag.isPresent() && at.isPresent() && isEditable()) {
            Drag from = drag.get();
            Point2D way = at.get().subtract(from.at());
            move(from.handle(), from.from(), way.getX(), way.getY());
        }
        event.consume();
    }

    private void letGo() {
        drag = Optional.empty();
        console.commitEdits();
    }

    private void keyPressed(KeyEvent event) {
        Optional<RangeHandle> taken = switch (event.getCode()) {
            case S -> Optional.of(RangeHandle.START);
            case E -> Optional.of(RangeHandle.END);
            case B -> Optional.of(RangeHandle.BOX);
            case F -> Optional.of(RangeHandle.HIGH_EDGE);
            default -> Optional.empty();
        };
        if (taken.isPresent()) {
            selected = taken;
            show();
            event.consume();
        } else if (event.getCode().isArrowKey() && selected.isPresent() && isEditable()) {
            double mm = event.isShiftDown() ? 10 : 1;
            double across = event.getCode() == KeyCode.LEFT ? -mm : event.getCode() == KeyCode.RIGHT ? mm : 0;
            double along = event.getCode() == KeyCode.DOWN ? -mm : event.getCode() == KeyCode.UP ? mm : 0;
            box().ifPresent(from -> move(selected.get(), from, across, along));
            event.consume();
        }
    }

    private void move(RangeHandle handle, RangeBox from, double acrossMm, double alongMm) {
        helicalDraft()
                .ifPresent(draft -> console.limits().ifPresent(limits -> {
                    from.drag(handle, acrossMm, alongMm, draft, limits);
                    edited.run();
                }));
    }

    private static Cursor cursor(Optional<RangeHandle> handle) {
        return switch (handle.orElse(null)) {
            case null -> Cursor.DEFAULT;
            case START, END -> Cursor.V_RESIZE;
            case LOW_EDGE, HIGH_EDGE -> Cursor.H_RESIZE;
            case BOX -> Cursor.MOVE;
        };
    }
}
