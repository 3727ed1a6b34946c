package org.farfield.workstation.app;

import java.util.Optional;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.farfield.rendering.engine.CurvedRequest;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.workstation.reading.CrosshairHandles;
import org.farfield.workstation.reading.Gesture;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ObliqueHandles;
import org.farfield.workstation.reading.Probe;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.ViewPoint;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.reading.ViewportTool;
import org.jspecify.annotations.Nullable;

/**
 * What the mouse does in a viewport: wheel scrolls (with Ctrl: zooms), left drag uses the chosen tool (with Shift: the
 * crosshair; on a handle, unless the tool draws: turns planes or sets the slab), right drag zooms, middle drag pans,
 * double click gives the plane the whole space.
 */
final class ViewportInput {
    /** What JavaFX reports for one notch of a plain wheel. */
    private static final double NOTCH = 40;

    private static final double ZOOM_A_NOTCH = Math.pow(2, 0.25);

    private final ViewportPane pane;
    private final ReadingModel model;
    private @Nullable Gesture gesture;
    private MouseButton button = MouseButton.NONE;
    private double wheel;
    private @Nullable ViewPoint pointer;

    ViewportInput(ViewportPane pane, ReadingModel model) {
        this.pane = pane;
        this.model = model;
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        model.active().set(pane.plane());
        Optional<MprModel> mpr = model.mpr().get();
        Optional<ViewportGeometry> geometry = pane.geometry();
        if (gesture != null || mpr.isEmpty() || geometry.isEmpty()) {
            return;
        }
        button = event.getButton();
        gesture = begin(mpr.get(), geometry.get(), at(event), event.isShiftDown());
        event.consume();
    }

    private @Nullable Gesture begin(MprModel mpr, ViewportGeometry geometry, ViewPoint at, boolean shift) {
        return switch (button) {
            case PRIMARY -> primary(mpr, geometry, at, shift);
            case SECONDARY -> ViewportTool.ZOOM.press(mpr, pane.plane(), geometry, at);
            case MIDDLE -> ViewportTool.PAN.press(mpr, pane.plane(), geometry, at);
            default -> null;
        };
    }

    private Gesture primary(MprModel mpr, ViewportGeometry geometry, ViewPoint at, boolean shift) {
        Optional<CurvedRequest> curved = pane.curved();
        if (curved.isPresent()) {
            Gesture section = mpr.curve().dragSection(curved.get());
            section.drag(at);
            return section;
        }
        if (shift) {
            return ViewportTool.CROSSHAIR.press(mpr, pane.plane(), geometry, at);
        }
        if (model.crosshairShown().get() && !model.tool().get().draws()) {
            Optional<Gesture> turn = ObliqueHandles.press(mpr, pane.plane(), geometry, at)
                    .or(() -> CrosshairHandles.press(mpr, pane.plane(), geometry, at));
            if (turn.isPresent()) {
                return turn.get();
            }
        }
        return model.tool().get().press(mpr, pane.plane(), geometry, at);
    }

    private void dragged(MouseEvent event) {
        pointer = at(event);
        if (gesture != null) {
            gesture.drag(at(event));
            event.consume();
        }
        refreshProbe();
    }

    private void released(MouseEvent event) {
        if (gesture != null && event.getButton() == button) {
            gesture.end().ifPresent(model.history()::push);
            gesture = null;
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            model.toggleMaximised(pane.plane());
            event.consume();
        }
    }

    private void moved(MouseEvent event) {
        pointer = at(event);
        refreshProbe();
    }

    private void left() {
        pointer = null;
        model.probe().set(Optional.empty());
    }

    private void scrolled(ScrollEvent event) {
        model.active().set(pane.plane());
        wheel += event.getDeltaY() / NOTCH;
        int notches = (int) wheel;
        wheel -= notches;
        Optional<MprModel> mpr = model.mpr().get();
        if (notches != 0 && mpr.isPresent()) {
            if (pane.curved().isPresent()) {
                mpr.get().curve().goTo(mpr.get().curve().view().sectionMm() - notches);
            } else if (event.isShortcutDown()) {
                zoom(mpr.get(), notches, new ViewPoint(event.getX(), event.getY()));
            } else {
                mpr.get().scroll(pane.plane(), -notches);
            }
            refreshProbe();
        }
        event.consume();
    }

    private void zoom(MprModel mpr, int notches, ViewPoint at) {
        pane.geometry().ifPresent(geometry -> {
            double zoom = mpr.state().view(pane.plane()).zoom() * Math.pow(ZOOM_A_NOTCH, notches);
            mpr.setZoom(pane.plane(), zoom, geometry.toPatient(at));
        });
    }

    /** The pointer stays, the picture under it changed. */
    void refreshProbe() {
        ViewPoint at = pointer;
        Optional<MprModel> mpr = model.mpr().get();
        if (at != null && mpr.isPresent()) {
            Optional<PatientPoint> point = pane.curved().isPresent()
                    ? pane.surface().patientPointAt(at.x(), at.y())
                    : pane.geometry().map(geometry -> geometry.toPatient(at));
            model.probe().set(point.map(p -> Probe.at(mpr.get().displaySet().volume(), p)));
        }
    }

    private static ViewPoint at(MouseEvent event) {
        return new ViewPoint(event.getX(), event.getY());
    }
}
