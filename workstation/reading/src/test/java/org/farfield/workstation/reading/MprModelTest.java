package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.rendering.volume.VolumeGeometry;
import org.junit.jupiter.api.Test;

class MprModelTest {
    private static final double MM = 1e-9;

    private final MprModel model = Phantoms.model();

    @Test
    void opensOnTheMiddleVoxelWithTheWholeVolumeFitted() {
        assertEquals(new PatientPoint(0, 0, 1100), model.state().crosshair());
        ReformatRequest axial = model.request(Plane.AXIAL, 400, 300);
        // The box is 200 x 200 mm; the height of 300 pixels is the tighter fit: 2/3 mm a pixel.
        assertPoint(new PatientPoint(-0.5, -1, 1100), axial.plane().center());
        assertVector(new PatientVector(2.0 / 3, 0, 0), axial.plane().right());
        assertVector(new PatientVector(0, 2.0 / 3, 0), axial.plane().down());
        assertEquals(new Window(40, 400), axial.voi());
        assertEquals(Slab.NONE, axial.slab());
    }

    @Test
    void coronalAndSagittalStandUprightAndSeeThePatientFromTheFrontAndTheLeft() {
        ReformatRequest coronal = model.request(Plane.CORONAL, 200, 200);
        assertVector(new PatientVector(1, 0, 0), coronal.plane().right());
        assertVector(new PatientVector(0, 0, -1), coronal.plane().down());
        ReformatRequest sagittal = model.request(Plane.SAGITTAL, 200, 200);
        assertVector(new PatientVector(0, 1, 0), sagittal.plane().right());
        assertVector(new PatientVector(0, 0, -1), sagittal.plane().down());
    }

    @Test
    void theSameRequestIsEqualSoThatItCanBeACacheKey() {
        assertEquals(model.request(Plane.OBLIQUE, 320, 240), model.request(Plane.OBLIQUE, 320, 240));
    }

    @Test
    void scrollingGoesBySliceSpacingFromHeadToFeet() {
        model.scroll(Plane.AXIAL, 1);
        assertPoint(new PatientPoint(0, 0, 1096), model.state().crosshair());
        model.scroll(Plane.CORONAL, 1);
        assertPoint(new PatientPoint(0, 2, 1096), model.state().crosshair());
        model.scroll(Plane.SAGITTAL, 3);
        assertPoint(new PatientPoint(3, 2, 1096), model.state().crosshair());
    }

    @Test
    void scrollingStopsAtTheFirstAndTheLastSlice() {
        model.goTo(Plane.AXIAL, 0);
        assertPoint(new PatientPoint(0, 0, 1196), model.state().crosshair());
        model.scroll(Plane.AXIAL, -5);
        assertPoint(new PatientPoint(0, 0, 1196), model.state().crosshair());
        model.goTo(Plane.AXIAL, Integer.MAX_VALUE);
        assertPoint(new PatientPoint(0, 0, 1000), model.state().crosshair());
        assertEquals(50, model.steps(Plane.AXIAL).count());
    }

    @Test
    void movingTheCrosshairMovesEveryOtherPlaneThroughIt() {
        PatientPoint there = new PatientPoint(30, -40, 1040);
        model.moveCrosshair(there);
        for (Plane plane : Plane.values()) {
            ReformatRequest request = model.request(plane, 100, 100);
            assertEquals(
                    0, there.minus(request.plane().center()).dot(request.plane().normal()), 1e-9, plane.id());
        }
    }

    @Test
    void theCrosshairStaysInTheVolume() {
        model.moveCrosshair(new PatientPoint(5000, -5000, 0));
        assertPoint(new PatientPoint(99, -100, 1000), model.state().crosshair());
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        ViewportGeometry before = model.geometry(Plane.CORONAL, 300, 300);
        ViewPoint pointer = new ViewPoint(70, 210);
        PatientPoint fixed = before.toPatient(pointer);
        model.setZoom(Plane.CORONAL, 3, fixed);
        ViewportGeometry after = model.geometry(Plane.CORONAL, 300, 300);
        assertEquals(before.mmPerPixel() / 3, after.mmPerPixel(), MM);
        assertEquals(0, after.toView(fixed).distanceTo(pointer), 1e-6);
    }

    @Test
    void zoomAndPanOfOnePlaneLeaveTheOthersAlone() {
        ReformatRequest axial = model.request(Plane.AXIAL, 100, 100);
        model.setPan(Plane.SAGITTAL, 12, -7);
        model.setZoom(Plane.SAGITTAL, 2, model.state().crosshair());
        assertEquals(axial, model.request(Plane.AXIAL, 100, 100));
    }

    @Test
    void turningTheObliquePlaneKeepsItSquareAndThroughTheCrosshair() {
        MprState from = model.state();
        for (int i = 1; i <= 400; i++) {
            model.turnOblique(model.state(), PatientVector.HEAD, 7);
        }
        // 400 turns of 7 degrees are 2800 = 7 x 360 + 280 degrees.
        PlaneView view = model.state().view(Plane.OBLIQUE);
        PatientVector expected = from.view(Plane.OBLIQUE).right().rotatedAbout(PatientVector.HEAD, 280);
        assertEquals(0, view.right().minus(expected).length(), 1e-9);
        assertEquals(0, view.right().dot(view.down()), 1e-12);
        assertEquals(1, view.down().length(), 1e-12);
    }

    @Test
    void undoOfTheWindowLeavesTheSliceWhereItIsNow() {
        Change change = model.change("tool.window", () -> model.setWindow(new Window(-600, 1500)))
                .orElseThrow();
        model.scroll(Plane.AXIAL, 4);
        change.undo().run();
        assertEquals(new Window(40, 400), model.state().window());
        assertPoint(new PatientPoint(0, 0, 1084), model.state().crosshair());
        change.redo().run();
        assertEquals(new Window(-600, 1500), model.state().window());
    }

    @Test
    void whatChangesNothingIsNothingToUndo() {
        assertTrue(model.change("view.reset", model::reset).isEmpty());
    }

    @Test
    void resetPutsEverythingBackAndCanItselfBeTakenBack() {
        MprState start = model.state();
        model.setSlab(new Slab(10, Projection.MIP));
        model.setInverted(true);
        model.moveCrosshair(new PatientPoint(5, 6, 1060));
        MprState changed = model.state();
        Change reset = model.change("view.reset", model::reset).orElseThrow();
        assertEquals(start, model.state());
        reset.undo().run();
        assertEquals(changed, model.state());
    }

    @Test
    void aLiveSeriesIsFollowedUntilSomebodyScrolls() {
        MprModel live = new MprModel(
                new DisplaySetModel(Phantoms.empty(Phantoms.CUBE), SeriesLabel.NONE, new Window(40, 400), true));
        live.sliceArrived(7);
        assertPoint(new PatientPoint(0, 0, 1028), live.state().crosshair());
        live.scroll(Plane.CORONAL, 1);
        assertFalse(live.followNewest().get());
        live.sliceArrived(8);
        assertPoint(new PatientPoint(0, 2, 1028), live.state().crosshair());
    }

    @Test
    void lowIsWhiteImagesOpenInverted() {
        MprModel inverted = new MprModel(
                new DisplaySetModel(Phantoms.empty(Phantoms.CUBE), SeriesLabel.NONE, new Window(40, 400), true, false));
        assertTrue(inverted.request(Plane.AXIAL, 10, 10).inverted());
    }

    @Test
    void aTiltedStackScrollsByTheDistanceOfItsSlicesAlongTheBody() {
        VolumeGeometry cube = Phantoms.CUBE;
        VolumeGeometry sheared = new VolumeGeometry(
                64,
                64,
                20,
                cube.origin(),
                cube.columnStep(),
                new PatientVector(0, Math.cos(0.3), -Math.sin(0.3)),
                new PatientVector(0, 0, 4),
                cube.frameOfReference());
        MprModel tilted = new MprModel(
                new DisplaySetModel(Phantoms.empty(sheared), SeriesLabel.NONE, new Window(40, 400), false));
        assertEquals(4, tilted.steps(Plane.AXIAL).stepMm(), MM);
    }

    private static void assertPoint(PatientPoint expected, PatientPoint actual) {
        assertEquals(0, expected.distanceTo(actual), MM, () -> expected + " but " + actual);
    }

    private static void assertVector(PatientVector expected, PatientVector actual) {
        assertEquals(0, expected.minus(actual).length(), MM, () -> expected + " but " + actual);
    }
}
