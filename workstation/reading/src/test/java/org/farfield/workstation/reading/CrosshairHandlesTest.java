package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.workstation.reading.CrosshairHandles.Face;
import org.farfield.workstation.reading.CrosshairHandles.Handle;
import org.farfield.workstation.reading.CrosshairHandles.Kind;
import org.junit.jupiter.api.Test;

class CrosshairHandlesTest {
    private final MprModel model = Phantoms.model();
    private final ViewportGeometry axial = model.geometry(Plane.AXIAL, 400, 400);

    private Handle handle(Plane of, Kind kind) {
        return CrosshairHandles.in(axial, Plane.AXIAL, model.state()).stream()
                .filter(each -> each.of() == of && each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private PatientVector normal(Plane plane) {
        PlaneView view = model.state().view(plane);
        return view.right().cross(view.down());
    }

    @Test
    void squareDraggedTenMillimetresFromItsLineMakesASlabOfTwenty() {
        History history = new History();
        // 200 mm on 400 pixels: half a millimetre a pixel. The coronal plane's line is level.
        ViewPoint square = handle(Plane.CORONAL, Kind.THICKNESS).at();
        Gesture drag = CrosshairHandles.press(model, Plane.AXIAL, axial, square).orElseThrow();
        drag.drag(new ViewPoint(square.x() + 33, square.y() + 20));
        assertEquals(new Slab(20, Projection.MIP), model.state().slab());
        drag.end().ifPresent(history::push);
        history.undo();
        assertEquals(Slab.NONE, model.state().slab());
    }

    @Test
    void squareLiesOnTheSlabsFace() {
        model.setSlab(new Slab(30, Projection.MEAN));
        ViewPoint middle = axial.toView(model.state().crosshair());
        assertEquals(
                30,
                Math.abs(handle(Plane.CORONAL, Kind.THICKNESS).at().y() - middle.y()),
                1e-9,
                "15 mm at 0.5 mm a pixel");
        List<Face> faces = CrosshairHandles.faces(axial, Plane.AXIAL, model.state());
        assertEquals(6, faces.size());
        for (Face face : faces) {
            if (face.of() == Plane.CORONAL) {
                assertEquals(30, Math.abs(face.from().y() - middle.y()), 1e-9);
                assertEquals(face.from().y(), face.to().y(), 1e-9);
            }
        }
    }

    @Test
    void slabThatIsCutAslantIsWiderOnTheScreenAndDraggedToTheSameMillimetres() {
        model.setSlab(new Slab(10, Projection.MIP));
        ViewPoint square = handle(Plane.OBLIQUE, Kind.THICKNESS).at();
        Gesture drag = CrosshairHandles.press(model, Plane.AXIAL, axial, square).orElseThrow();
        drag.drag(square);
        assertEquals(10, model.state().slab().thicknessMm(), 1e-9);
    }

    @Test
    void lineDraggedRoundTurnsBothOtherPlanesAndTheyStayPerpendicular() {
        ViewPoint end = handle(Plane.CORONAL, Kind.TURN).at();
        ViewPoint middle = axial.toView(model.state().crosshair());
        Gesture drag = CrosshairHandles.press(model, Plane.AXIAL, axial, end).orElseThrow();
        double a = Math.toRadians(30);
        double dx = end.x() - middle.x();
        double dy = end.y() - middle.y();
        drag.drag(new ViewPoint(
                middle.x() + dx * Math.cos(a) - dy * Math.sin(a), middle.y() + dx * Math.sin(a) + dy * Math.cos(a)));
        assertEquals(30, model.state().view(Plane.CORONAL).degreesFrom(Plane.CORONAL), 1e-9);
        assertEquals(30, model.state().view(Plane.SAGITTAL).degreesFrom(Plane.SAGITTAL), 1e-9);
        assertEquals(0, model.state().view(Plane.AXIAL).degreesFrom(Plane.AXIAL), 1e-9);
        assertEquals(0, normal(Plane.CORONAL).dot(normal(Plane.SAGITTAL)), 1e-12);
        assertEquals(0, normal(Plane.CORONAL).dot(normal(Plane.AXIAL)), 1e-12);
        assertTrue(drag.end().isPresent());
    }

    @Test
    void turningDoesNotChangeThePicturesScale() {
        double before = model.geometry(Plane.CORONAL, 400, 300).mmPerPixel();
        model.turnCross(model.state(), PatientVector.HEAD, 40);
        assertEquals(before, model.geometry(Plane.CORONAL, 400, 300).mmPerPixel(), 1e-12);
    }

    @Test
    void thickestSlabHasALimit() {
        ViewPoint square = handle(Plane.CORONAL, Kind.THICKNESS).at();
        Gesture drag = CrosshairHandles.press(model, Plane.AXIAL, axial, square).orElseThrow();
        drag.drag(new ViewPoint(square.x(), square.y() + 4000));
        assertEquals(CrosshairHandles.MOST_MM, model.state().slab().thicknessMm());
    }
}
