package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.farfield.rendering.engine.CurvedLayout;
import org.farfield.rendering.engine.CurvedRequest;
import org.junit.jupiter.api.Test;

class CurveModelTest {
    private final MprModel model = Phantoms.model();
    private final History history = new History();

    private void press(double x, double y) {
        ViewportGeometry axial = model.geometry(Plane.AXIAL, 400, 400);
        Gesture gesture = ViewportTool.CURVE.press(model, Plane.AXIAL, axial, new ViewPoint(x, y));
        gesture.end().ifPresent(history::push);
    }

    @Test
    void secondPointShowsThePictureAlongThePath() {
        press(100, 200);
        assertTrue(model.curve().request(100, 100).isEmpty());
        press(300, 200);
        CurvedRequest shown = model.curve().request(100, 100).orElseThrow();
        assertEquals(100, shown.path().lengthMm(), 1e-6, "200 pixels of half a millimetre");
        assertEquals(1, shown.mmPerPixel(), 1e-9, "the whole path fits");
        assertEquals(60, model.curve().section(80).orElseThrow().plane().mmPerPixel() * 80, 1e-9);
    }

    @Test
    void pressedPointFollowsThePointerUntilItIsLetGo() {
        ViewportGeometry axial = model.geometry(Plane.AXIAL, 400, 400);
        press(100, 200);
        Gesture gesture = ViewportTool.CURVE.press(model, Plane.AXIAL, axial, new ViewPoint(150, 200));
        gesture.drag(new ViewPoint(200, 240));
        assertEquals(
                axial.toPatient(new ViewPoint(200, 240)),
                model.curve().view().points().getLast());
        assertEquals(2, model.curve().view().points().size());
    }

    @Test
    void eachPointIsTakenBackByItself() {
        press(100, 200);
        press(200, 200);
        press(300, 250);
        history.undo();
        assertEquals(2, model.curve().view().points().size());
        history.undo();
        assertEquals(1, model.curve().view().points().size());
        assertFalse(model.curve().view().shown());
        history.redo();
        assertTrue(model.curve().view().shown());
    }

    @Test
    void crossSectionIsWhereItsMarkIsDraggedAndTheCrosshairGoesWithIt() {
        press(100, 200);
        press(300, 200);
        CurvedRequest shown = model.curve().request(100, 200).orElseThrow();
        Gesture drag = model.curve().dragSection(shown);
        drag.drag(new ViewPoint(50, shown.rowOf(25)));
        assertEquals(25, model.curve().view().sectionMm(), 1e-6);
        assertEquals(0, shown.path().at(25).distanceTo(model.state().crosshair()), 1e-6);
        drag.drag(new ViewPoint(50, 5000));
        assertEquals(100, model.curve().view().sectionMm(), 1e-6, "not beyond the path's end");
    }

    @Test
    void layoutShownAndPathCanBeChanged() {
        press(100, 200);
        press(300, 220);
        model.curve().toggleLayout();
        assertEquals(
                CurvedLayout.STRETCHED,
                model.curve().request(50, 50).orElseThrow().layout());
        model.curve().toggleShown();
        assertTrue(model.curve().request(50, 50).isEmpty());
        model.curve().clear();
        assertEquals(CurveView.NONE, model.curve().view());
    }
}
