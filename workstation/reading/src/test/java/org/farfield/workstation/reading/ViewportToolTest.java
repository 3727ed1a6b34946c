package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.junit.jupiter.api.Test;

class ViewportToolTest {
    private final MprModel model = Phantoms.model();

    private ViewportGeometry geometry(Plane plane) {
        return model.geometry(plane, 400, 400);
    }

    private Gesture press(ViewportTool tool, Plane plane, double x, double y) {
        return tool.press(model, plane, geometry(plane), new ViewPoint(x, y));
    }

    @Test
    void windowDragRightWidensAndUpBrightens() {
        Gesture drag = press(ViewportTool.WINDOW, Plane.AXIAL, 100, 100);
        drag.drag(new ViewPoint(164, 68));
        // 400 / 256 HU a pixel: 64 pixels right = +100, 32 up = -50.
        assertEquals(new Window(-10, 500), model.state().window());
        drag.drag(new ViewPoint(100 - 400, 100));
        assertEquals(new Window(40, 1), model.state().window());
    }

    @Test
    void oneDragIsOneChange() {
        History history = new History();
        Gesture drag = press(ViewportTool.WINDOW, Plane.AXIAL, 100, 100);
        drag.drag(new ViewPoint(120, 90));
        drag.drag(new ViewPoint(140, 80));
        drag.end().ifPresent(history::push);
        history.undo();
        assertEquals(new Window(40, 400), model.state().window());
        history.redo();
        assertEquals(
                new Window(Math.rint(40 - 20 * 400 / 256.0), Math.rint(400 + 40 * 400 / 256.0)),
                model.state().window());
    }

    @Test
    void aClickWithoutADragIsNoChange() {
        assertTrue(press(ViewportTool.WINDOW, Plane.AXIAL, 100, 100).end().isEmpty());
    }

    @Test
    void zoomDragUpDoublesOver120PixelsAboutThePress() {
        PatientPoint pressed = geometry(Plane.AXIAL).toPatient(new ViewPoint(80, 300));
        press(ViewportTool.ZOOM, Plane.AXIAL, 80, 300).drag(new ViewPoint(80, 180));
        assertEquals(2, model.state().view(Plane.AXIAL).zoom(), 1e-12);
        assertEquals(0, geometry(Plane.AXIAL).toView(pressed).distanceTo(new ViewPoint(80, 300)), 1e-6);
    }

    @Test
    void zoomHasLimits() {
        press(ViewportTool.ZOOM, Plane.AXIAL, 200, 200).drag(new ViewPoint(200, -100_000));
        assertEquals(PlaneView.MOST_ZOOM, model.state().view(Plane.AXIAL).zoom());
    }

    @Test
    void panMovesThePictureWithThePointer() {
        PatientPoint pressed = geometry(Plane.SAGITTAL).toPatient(new ViewPoint(200, 200));
        press(ViewportTool.PAN, Plane.SAGITTAL, 200, 200).drag(new ViewPoint(230, 150));
        assertEquals(0, geometry(Plane.SAGITTAL).toView(pressed).distanceTo(new ViewPoint(230, 150)), 1e-6);
    }

    @Test
    void scrollDragDownGoesOnThroughTheSlices() {
        press(ViewportTool.SCROLL, Plane.AXIAL, 200, 100).drag(new ViewPoint(200, 100 + 320.0 * 10 / 49));
        assertEquals(1060, model.state().crosshair().z(), 1e-9);
    }

    @Test
    void crosshairGoesToThePressAndOtherPlanesWithIt() {
        PatientPoint expected = geometry(Plane.AXIAL).toPatient(new ViewPoint(120, 260));
        press(ViewportTool.CROSSHAIR, Plane.AXIAL, 120, 260);
        assertEquals(0, model.state().crosshair().distanceTo(expected), 1e-9);
        assertEquals(1100, model.state().crosshair().z(), 1e-9);
        assertEquals(
                expected.x(),
                model.request(Plane.SAGITTAL, 50, 50).plane().center().x(),
                1e-9);
        assertEquals(
                expected.y(),
                model.request(Plane.CORONAL, 50, 50).plane().center().y(),
                1e-9);
    }

    @Test
    void draggingAHandleByAQuarterTurnsTheObliquePlaneByAQuarterAboutTheViewedAxis() {
        ViewportGeometry axial = geometry(Plane.AXIAL);
        ViewPoint handle = ObliqueHandles.in(axial, Plane.AXIAL, model.state()).getFirst();
        PatientVector right = model.state().view(Plane.OBLIQUE).right();
        Gesture turn = ObliqueHandles.press(model, Plane.AXIAL, axial, handle).orElseThrow();
        ViewPoint middle = axial.toView(model.state().crosshair());
        // A quarter clockwise on the screen: (x, y) -> (-y, x) with y down.
        turn.drag(new ViewPoint(middle.x() - (handle.y() - middle.y()), middle.y() + (handle.x() - middle.x())));
        PatientVector expected = right.rotatedAbout(axial.normal(), 90);
        assertEquals(
                0, model.state().view(Plane.OBLIQUE).right().minus(expected).length(), 1e-9);
    }

    @Test
    void thePressedHandleStaysUnderThePointer() {
        ViewportGeometry axial = geometry(Plane.AXIAL);
        ViewPoint handle = ObliqueHandles.in(axial, Plane.AXIAL, model.state()).getLast();
        ViewPoint middle = axial.toView(model.state().crosshair());
        double radius = handle.distanceTo(middle);
        Gesture turn = ObliqueHandles.press(model, Plane.AXIAL, axial, handle).orElseThrow();
        for (int degrees = 0; degrees < 360; degrees += 15) {
            double a = Math.toRadians(degrees);
            ViewPoint to = new ViewPoint(middle.x() + radius * Math.cos(a), middle.y() + radius * Math.sin(a));
            turn.drag(to);
            double nearest = ObliqueHandles.in(axial, Plane.AXIAL, model.state()).stream()
                    .mapToDouble(at -> at.distanceTo(to))
                    .min()
                    .orElseThrow();
            assertEquals(0, nearest, 0.5, degrees + " degrees");
        }
    }

    @Test
    void theObliquePlanesOwnViewportHasNoHandles() {
        assertTrue(ObliqueHandles.in(geometry(Plane.OBLIQUE), Plane.OBLIQUE, model.state())
                .isEmpty());
    }
}
