package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.Slab;
import org.farfield.workstation.reading.measure.Measurement;
import org.junit.jupiter.api.Test;

class MeasureModelTest {
    private final MprModel model = Phantoms.model();
    private final MeasureModel measure = model.measure();
    private final History history = new History();

    private ViewportGeometry geometry(Plane plane) {
        return model.geometry(plane, 400, 400);
    }

    private void drag(ViewportTool tool, Plane plane, double... xy) {
        Gesture gesture = tool.press(model, plane, geometry(plane), new ViewPoint(xy[0], xy[1]));
        for (int i = 2; i < xy.length; i += 2) {
            gesture.drag(new ViewPoint(xy[i], xy[i + 1]));
        }
        gesture.end().ifPresent(history::push);
    }

    private double length() {
        return measure.measured(measure.all().getFirst()).lengthMm().orElseThrow();
    }

    @Test
    void aDragMeasuresWhatItPassesOver() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 120, 100, 160, 180);
        assertEquals(100 * geometry(Plane.AXIAL).mmPerPixel(), length(), 1e-9);
    }

    @Test
    void theLengthDoesNotDependOnTheZoom() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 160, 180);
        double before = length();
        model.setZoom(Plane.AXIAL, 3, model.state().crosshair());
        assertEquals(before, length(), 1e-12);
    }

    @Test
    void aClickMeasuresNothing() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 101, 100);
        assertEquals(List.of(), measure.all());
        assertFalse(history.canUndo().get());
    }

    @Test
    void aPointNeedsOnlyAClick() {
        drag(ViewportTool.POINT, Plane.AXIAL, 100, 100);
        assertEquals(1, measure.all().size());
        assertTrue(measure.measured(measure.all().getFirst()).inside().isPresent());
    }

    @Test
    void anAngleIsDrawnInTwoStrokes() {
        drag(ViewportTool.ANGLE, Plane.AXIAL, 200, 100, 100, 100);
        assertFalse(measure.all().getFirst().complete());
        drag(ViewportTool.ANGLE, Plane.AXIAL, 150, 150, 100, 200);
        assertEquals(1, measure.all().size());
        assertEquals(90, measure.measured(measure.all().getFirst()).degrees().orElseThrow(), 1e-9);
        history.undo();
        assertFalse(measure.all().getFirst().complete());
        history.undo();
        assertEquals(List.of(), measure.all());
    }

    @Test
    void aCobbAngleIsDrawnAsTwoLines() {
        drag(ViewportTool.COBB, Plane.SAGITTAL, 100, 100, 200, 100);
        drag(ViewportTool.COBB, Plane.SAGITTAL, 100, 200, 200, 300);
        assertEquals(45, measure.measured(measure.all().getFirst()).degrees().orElseThrow(), 1e-9);
    }

    @Test
    void anAngleThatIsLeftOpenGoesWithTheNextMeasurement() {
        drag(ViewportTool.ANGLE, Plane.AXIAL, 200, 100, 100, 100);
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 200, 200, 200);
        assertEquals(1, measure.all().size());
        assertTrue(measure.all().getFirst().complete());
    }

    @Test
    void anEndIsTakenHoldOf() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 200, 100);
        drag(ViewportTool.ELLIPSE, Plane.AXIAL, 202, 103, 300, 100);
        assertEquals(1, measure.all().size());
        assertEquals(200 * geometry(Plane.AXIAL).mmPerPixel(), length(), 1e-9);
        history.undo();
        assertEquals(100 * geometry(Plane.AXIAL).mmPerPixel(), length(), 1e-9);
    }

    @Test
    void theSelectedOneIsMovedByItsLine() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 200, 100);
        Measurement before = measure.all().getFirst();
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 150, 102, 150, 152);
        assertEquals(1, measure.all().size());
        assertEquals(100 * geometry(Plane.AXIAL).mmPerPixel(), length(), 1e-9);
        double moved = before.points()
                .getFirst()
                .distanceTo(measure.all().getFirst().points().getFirst());
        assertEquals(50 * geometry(Plane.AXIAL).mmPerPixel(), moved, 1e-9);
    }

    @Test
    void aFreehandLineFollowsThePointer() {
        drag(ViewportTool.FREEHAND, Plane.AXIAL, 100, 100, 200, 100, 200, 200, 100, 200);
        double edge = 100 * geometry(Plane.AXIAL).mmPerPixel();
        assertEquals(
                edge * edge,
                measure.measured(measure.all().getFirst()).areaMm2().orElseThrow(),
                1e-6);
    }

    @Test
    void whatIsDeletedComesBackWithUndo() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 200, 100);
        drag(ViewportTool.ELLIPSE, Plane.AXIAL, 100, 200, 200, 300);
        measure.selected().set(Optional.of(measure.all().getFirst()));
        model.change("measure.delete", measure::delete).ifPresent(history::push);
        assertEquals(1, measure.all().size());
        assertTrue(measure.all().getFirst().kind().isRegion());
        history.undo();
        assertEquals(2, measure.all().size());
    }

    @Test
    void undoLeavesTheWindowThatWasSetSince() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 200, 100);
        model.setWindow(model.state().window().with(300, 1500));
        history.undo();
        assertEquals(List.of(), measure.all());
        assertEquals(300, model.state().window().center());
    }

    @Test
    void itIsSeenOnItsOwnSliceAndInASlabThatHoldsIt() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 200, 100);
        assertEquals(1, measure.on(Plane.AXIAL, geometry(Plane.AXIAL)).size());
        model.scroll(Plane.AXIAL, 2);
        assertEquals(0, measure.on(Plane.AXIAL, geometry(Plane.AXIAL)).size());
        model.setSlab(new Slab(20, Projection.MIP));
        assertEquals(1, measure.on(Plane.AXIAL, geometry(Plane.AXIAL)).size());
    }

    @Test
    void anotherPlaneShowsWhereItComesThrough() {
        // a level line across the middle: the sagittal plane cuts it where the crosshair is
        double y = geometry(Plane.AXIAL).toView(model.state().crosshair()).y();
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, y, 300, y);
        List<ViewPoint> crossings = measure.through(Plane.SAGITTAL, geometry(Plane.SAGITTAL));
        assertEquals(1, crossings.size());
        ViewPoint expected = geometry(Plane.SAGITTAL).toView(model.state().crosshair());
        assertEquals(0, crossings.getFirst().distanceTo(expected), 1e-6);
        assertEquals(0, measure.on(Plane.SAGITTAL, geometry(Plane.SAGITTAL)).size());
    }

    @Test
    void whatWasMeasuredIsThereAgainWhenTheSeriesIs() {
        ReadingModel reading = new ReadingModel();
        DisplaySetModel first = model.displaySet();
        SeriesLabel otherLabel = new SeriesLabel("", "", "", "", "", "", "2", "", "CT", "");
        DisplaySetModel other = new DisplaySetModel(first.volume(), otherLabel, first.window(), false);
        MprModel shown = reading.show(first);
        ViewportTool.POINT
                .press(shown, Plane.AXIAL, shown.geometry(Plane.AXIAL, 400, 400), new ViewPoint(100, 100))
                .end();
        List<Measurement> points = shown.measure().all();
        assertEquals(List.of(), reading.show(other).measure().all());
        assertEquals(points, reading.show(first).measure().all());
    }

    @Test
    void resettingThePlanesLeavesWhatWasMeasured() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 100, 100, 200, 100);
        model.reset();
        assertEquals(1, measure.all().size());
    }

    @Test
    void numbersFollowTheSlicesThatCome() {
        MprModel growing = new MprModel(new DisplaySetModel(
                Phantoms.empty(Phantoms.CUBE), SeriesLabel.NONE, model.state().window(), true));
        ViewportTool.POINT
                .press(growing, Plane.AXIAL, growing.geometry(Plane.AXIAL, 400, 400), new ViewPoint(200, 200))
                .end();
        Measurement point = growing.measure().all().getFirst();
        assertTrue(growing.measure().measured(point).inside().isEmpty());
        growing.displaySet().volume().put(25, Phantoms.slice(Phantoms.CUBE, 25));
        assertTrue(growing.measure().measured(point).inside().isPresent());
    }
}
