package org.farfield.workstation.app.live;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.MouseEvent;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.workstation.app.ReadingView;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.ViewportPane;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.live.PointerModel;
import org.jspecify.annotations.Nullable;

/**
 * The pointers in a workstation's four planes: draws everybody's, and, while that is switched on, tells the others what
 * lies under this person's mouse. FX thread.
 */
final class Pointing {

    private final ReadingView view;
    private final PointerModel pointers;
    private @Nullable ViewportPane under;
    private double x;
    private double y;
    private List<Pointer> drawn = List.of();
    private Optional<PointedSpot> drawnOwn = Optional.empty();

    Pointing(ReadingView view, PointerModel pointers, Texts texts) {
        this.view = view;
        this.pointers = pointers;
        view.setPointers(new PointerOverlay(pointers, view.model(), texts));
        for (Plane plane : Plane.values()) {
            ViewportPane viewport = view.viewport(plane);
            viewport.addEventFilter(MouseEvent.MOUSE_MOVED, event -> moved(viewport, event));
            viewport.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> moved(viewport, event));
            viewport.addEventFilter(MouseEvent.MOUSE_EXITED, event -> {
                if (event.getTarget() == viewport) {
                    under = null;
                }
            });
        }
    }

    private void moved(ViewportPane viewport, MouseEvent event) {
        under = viewport;
        x = event.getX();
        y = event.getY();
    }

    /** Looks where the mouse is, also when only the picture moved under it, and draws what changed. */
    void refresh() {
        pointers.point(spot());
        List<Pointer> shown = pointers.shown();
        if (!shown.equals(drawn) || !pointers.own().equals(drawnOwn)) {
            drawn = shown;
            drawnOwn = pointers.own();
            for (Plane plane : Plane.values()) {
                view.viewport(plane).requestLayout();
            }
        }
    }

    private Optional<PointedSpot> spot() {
        ViewportPane viewport = under;
        if (viewport == null || !viewport.isVisible()) {
            return Optional.empty();
        }
        Optional<PatientPoint> point = viewport.surface().patientPointAt(x, y);
        return point.flatMap(at -> PointerOverlay.frameOfReference(view.model())
                .flatMap(frame -> PointedSpot.of(frame, at.x(), at.y(), at.z())));
    }
}
