package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.farfield.rendering.engine.Cut;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.VolumeLook;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.engine.VolumeView;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.Test;

class VolumeModelTest {
    private static final double EXACT = 1e-9;

    private final VolumeModel model = model("HU");

    private static VolumeModel model(String unit) {
        VolumeGeometry geometry = new VolumeGeometry(
                100,
                100,
                50,
                new PatientPoint(-100, -100, 0),
                new PatientVector(2, 0, 0),
                new PatientVector(0, 2, 0),
                new PatientVector(0, 0, 4),
                new FrameOfReference("2.25.2"));
        Volume volume = new Volume(geometry, VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, unit);
        return new VolumeModel(new MprModel(new DisplaySetModel(volume, SeriesLabel.NONE, new Window(40, 400), false)));
    }

    @Test
    void opensFromTheFrontWithThePatientsLeftAtTheRight() {
        ImagePlane plane = model.request(400, 300).plane();
        assertTrue(plane.right().x() > 0);
        assertTrue(plane.down().z() < 0);
        assertEquals(200.0 / 300, plane.mmPerPixel(), EXACT, "200 mm fit 300 pixels");
    }

    @Test
    void draggingToTheRightBringsThePatientsRightSideToTheFront() {
        Gesture gesture = model.turn(new ViewPoint(100, 100), 400, 300);
        gesture.drag(new ViewPoint(250, 100));
        assertEquals(-1, model.request(400, 300).plane().normal().negated().x(), 1e-6, "seen from the patient's right");
        Change change = gesture.end().orElseThrow();
        change.undo().run();
        assertEquals(1, model.request(400, 300).plane().normal().y(), EXACT);
    }

    @Test
    void draggingDownShowsTheTop() {
        Gesture gesture = model.turn(new ViewPoint(100, 100), 400, 300);
        gesture.drag(new ViewPoint(100, 250));
        assertEquals(-1, model.request(400, 300).plane().normal().z(), 1e-6, "seen from the head");
    }

    @Test
    void presetsAndTheHighestValueAreLooks() {
        assertEquals(VolumePreset.BONE.look(), model.request(10, 10).look());
        model.setPreset(Optional.of(VolumePreset.LUNG));
        assertEquals(VolumePreset.LUNG.look(), model.request(10, 10).look());
        model.setPreset(Optional.empty());
        assertEquals(
                new VolumeLook.Mip(VolumePreset.MIP_WINDOW, false),
                model.request(10, 10).look());
        assertEquals(
                new VolumeLook.Mip(new Window(40, 400), false),
                model("BQML").request(10, 10).look());
    }

    @Test
    void theCornerIsTakenOnTheViewersSideAndFollowsTheCrosshair() {
        model.lookFrom(VolumeView.ANTERIOR);
        model.toggleCorner();
        model.mpr().moveCrosshair(new PatientPoint(10, 20, 40));
        Cut.Wedge wedge = (Cut.Wedge) model.request(10, 10).cuts().getFirst();
        assertEquals(3, wedge.inside().size());
        PatientVector front = PatientVector.POSTERIOR.times(-5);
        PatientPoint before = new PatientPoint(10, 20, 40).plus(front);
        assertTrue(wedge.inside().get(1).outsideMm(before) < 0, "what is before the coronal plane is gone");
        model.toggleCorner();
        assertEquals(List.of(), model.request(10, 10).cuts());
    }

    @Test
    void theScalpelCutsAsSeenAndCanBeTakenBack() {
        ScalpelGesture gesture = model.scalpel(new ViewPoint(100, 100), 400, 300);
        gesture.drag(new ViewPoint(200, 100));
        gesture.drag(new ViewPoint(201, 100));
        gesture.drag(new ViewPoint(200, 200));
        assertEquals(3, gesture.outline().size(), "too short a way is no corner");
        Change change = gesture.end().orElseThrow();
        Cut.Scalpel cut = (Cut.Scalpel) model.request(400, 300).cuts().getFirst();
        assertEquals(new Cut.Corner(-100, -50), cut.outline().getFirst());
        assertEquals(model.plane(400, 300), cut.seen());
        change.undo().run();
        assertEquals(List.of(), model.state().cuts());
        change.redo().run();
        assertEquals(1, model.state().cuts().size());
        model.uncut();
        assertEquals(List.of(), model.state().cuts());
    }

    @Test
    void aClickOfTheScalpelCutsNothing() {
        assertFalse(model.scalpel(new ViewPoint(100, 100), 400, 300).end().isPresent());
    }

    @Test
    void theWholeBoxIsNoCrop() {
        PatientBox whole = model.bounds();
        PatientBox smaller = new PatientBox(whole.low(), new PatientPoint(0, 0, 100));
        model.setCrop(smaller);
        assertEquals(Optional.of(smaller), model.request(10, 10).crop());
        model.setCrop(whole);
        assertEquals(Optional.empty(), model.request(10, 10).crop());
    }

    @Test
    void zoomAndPanStayWhenTheSideChanges() {
        model.zoomBy(4);
        assertEquals(2, model.state().view().zoom(), EXACT);
        Gesture pan = model.pan(new ViewPoint(0, 0), 400, 300);
        pan.drag(new ViewPoint(30, 0));
        VolumeRequest request = model.request(400, 300);
        assertEquals(-10, request.plane().center().minus(model.bounds().low()).x() - 100, 1e-6);
        model.lookFrom(VolumeView.LEFT);
        assertEquals(2, model.state().view().zoom(), EXACT);
    }
}
