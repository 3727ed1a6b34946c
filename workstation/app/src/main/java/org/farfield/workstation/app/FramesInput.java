package org.farfield.workstation.app;

import java.util.Optional;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.workstation.reading.FramesModel;
import org.farfield.workstation.reading.FramesState;
import org.farfield.workstation.reading.ReadingModel;

/**
 * What the mouse does with single images: wheel goes through them (with Ctrl: zooms), left drag windows grey ones and
 * moves coloured ones, right drag zooms, middle drag moves, double click fits.
 */
final class FramesInput {
    private static final double NOTCH = 40;
    private static final double ZOOM_A_NOTCH = Math.pow(2, 0.25);
    private static final double PIXELS_TO_DOUBLE = 120;
    private static final double PIXELS_FOR_WIDTH = 256;

    private final FramesPane pane;
    private final ReadingModel reading;
    private double wheel;
    private double fromX;
    private double fromY;
    private FramesState start;
    private Optional<Window> window = Optional.empty();

    FramesInput(FramesPane pane, ReadingModel reading) {
        this.pane = pane;
        this.reading = reading;
        this.start = new FramesState(0, Optional.empty(), false, 1, 0, 0);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        reading.frames().get().ifPresent(model -> {
            fromX = event.getX();
            fromY = event.getY();
            start = model.state().get();
            window = event.getButton() == MouseButton.PRIMARY ? model.window() : Optional.empty();
            event.consume();
        });
    }

    private void dragged(MouseEvent event) {
        reading.frames().get().ifPresent(model -> {
            double dx = event.getX() - fromX;
            double dy = event.getY() - fromY;
            if (event.isSecondaryButtonDown()) {
                model.setView(start.zoom() * Math.pow(2, -dy / PIXELS_TO_DOUBLE), start.panRight(), start.panDown());
            } else if (event.isPrimaryButtonDown() && window.isPresent()) {
                window(model, window.get(), dx, dy);
            } else {
                double scale = pane.fit() * start.zoom();
                model.setView(start.zoom(), start.panRight() + dx / scale, start.panDown() + dy / scale);
            }
            event.consume();
        });
    }

    /** As in the four planes: a quarter of the width over 64 pixels. */
    private static void window(FramesModel model, Window from, double dx, double dy) {
        double perPixel = Math.max(from.width() / PIXELS_FOR_WIDTH, 0.25);
        model.setWindow(new Window(
                Math.rint(from.center() + dy * perPixel), Math.max(1, Math.rint(from.width() + dx * perPixel))));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            reading.frames().get().ifPresent(model -> model.setView(1, 0, 0));
            event.consume();
        }
    }

    private void scrolled(ScrollEvent event) {
        wheel += event.getDeltaY() / NOTCH;
        int notches = (int) wheel;
        wheel -= notches;
        reading.frames().get().filter(model -> notches != 0).ifPresent(model -> {
            if (event.isShortcutDown()) {
                FramesState now = model.state().get();
                model.setView(now.zoom() * Math.pow(ZOOM_A_NOTCH, notches), now.panRight(), now.panDown());
            } else {
                model.scroll(-notches);
            }
        });
        event.consume();
    }
}
