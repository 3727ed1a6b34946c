package org.farfield.workstation.app;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.farfield.workstation.reading.Gesture;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.ScalpelGesture;
import org.farfield.workstation.reading.ViewPoint;
import org.farfield.workstation.reading.VolumeModel;
import org.jspecify.annotations.Nullable;

/**
 * What the mouse does in the 3-D view: left drag turns (with the scalpel: draws an outline), right drag and wheel zoom,
 * middle drag pans, double click gives the view the whole space.
 */
final class VolumeInput {
    /** What JavaFX reports for one notch of a plain wheel. */
    private static final double NOTCH = 40;

    private final VolumePane pane;
    private final ReadingModel model;
    private @Nullable Gesture gesture;
    private MouseButton button = MouseButton.NONE;
    private double wheel;

    VolumeInput(VolumePane pane, ReadingModel model) {
        this.pane = pane;
        this.model = model;
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        model.active().set(Plane.OBLIQUE);
        Optional<VolumeModel> volume = pane.shownVolume();
        if (gesture == null && volume.isPresent()) {
            button = event.getButton();
            gesture = begin(volume.get(), at(event));
        }
        event.consume();
    }

    private @Nullable Gesture begin(VolumeModel volume, ViewPoint at) {
        double w = pane.getWidth();
        double h = pane.getHeight();
        return switch (button) {
            case PRIMARY -> model.scalpel().get() ? volume.scalpel(at, w, h) : volume.turn(at, w, h);
            case SECONDARY -> volume.zoom(at);
            case MIDDLE -> volume.pan(at, w, h);
            default -> null;
        };
    }

    private void dragged(MouseEvent event) {
        if (gesture != null) {
            gesture.drag(at(event));
            if (gesture instanceof ScalpelGesture scalpel) {
                pane.draw(scalpel.outline());
            }
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        if (gesture != null && event.getButton() == button) {
            gesture.end().ifPresent(model.history()::push);
            gesture = null;
            pane.draw(List.of());
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        boolean still = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
        if (still && event.getClickCount() == 2 && !model.scalpel().get()) {
            model.toggleMaximised(Plane.OBLIQUE);
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        wheel += event.getDeltaY() / NOTCH;
        int notches = (int) wheel;
        wheel -= notches;
        if (notches != 0) {
            pane.shownVolume().ifPresent(volume -> volume.zoomBy(notches));
        }
        event.consume();
    }

    private static ViewPoint at(MouseEvent event) {
        return new ViewPoint(event.getX(), event.getY());
    }
}
