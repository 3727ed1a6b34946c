package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.farfield.rendering.engine.Cut;
import org.farfield.rendering.engine.HalfSpace;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.VolumeLook;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.engine.VolumeView;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/**
 * One display set seen as a whole, from any side. FX thread; answers immutable requests for the engine. The transfer
 * functions are for HU: volumes of other units begin with the highest value in the window of the planes.
 */
public final class VolumeModel {
    private static final List<Plane> CORNER = List.of(Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL);
    private final MprModel mpr;
    private final Volume volume;
    private final ReadOnlyObjectWrapper<VolumeState> state = new ReadOnlyObjectWrapper<>();

    VolumeModel(MprModel mpr) {
        this.mpr = mpr;
        this.volume = mpr.displaySet().volume();
        state.set(startState());
    }

    private VolumeState startState() {
        return VolumeState.start(hounsfield() ? Optional.of(VolumePreset.BONE) : Optional.empty());
    }

    private boolean hounsfield() {
        return volume.unit().equals("HU");
    }

    public VolumeState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<VolumeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The planes of the same display set. */
    public MprModel mpr() {
        return mpr;
    }

    /** What to render for a viewport of so many device pixels. */
    public VolumeRequest request(int width, int height) {
        VolumeState now = state();
        return new VolumeRequest(volume, plane(width, height), width, height, look(now.preset()))
                .withCrop(now.crop())
                .withCuts(cuts(now));
    }

    /** A small picture of the whole volume from the front in a preset. */
    public VolumeRequest thumbnail(Optional<VolumePreset> preset, int width, int height) {
        double scale = VolumeView.fitMmPerPixel(volume.geometry(), width, height);
        ImagePlane plane = VolumeView.ANTERIOR.through(volume.geometry().center(), scale);
        return new VolumeRequest(volume, plane, width, height, look(preset));
    }

    private VolumeLook look(Optional<VolumePreset> preset) {
        VoiTransform window =
                hounsfield() ? VolumePreset.MIP_WINDOW : mpr.displaySet().window();
        return preset.<VolumeLook>map(VolumePreset::look)
                .orElse(new VolumeLook.Mip(window, mpr.displaySet().inverted()));
    }

    private List<Cut> cuts(VolumeState now) {
        if (now.corner().isEmpty()) {
            return now.cuts();
        }
        PatientPoint at = mpr.state().crosshair();
        List<Cut> all = new ArrayList<>(now.cuts());
        all.add(new Cut.Wedge(now.corner().stream()
                .map(side -> new HalfSpace(at, side.negated()))
                .toList()));
        return all;
    }

    /** The plane of the screen for a viewport of this size, through the middle of the volume. */
    public ImagePlane plane(double width, double height) {
        PlaneView view = state().view();
        double scale = VolumeView.fitMmPerPixel(volume.geometry(), (int) Math.max(1, width), (int) Math.max(1, height))
                / view.zoom();
        PatientPoint center = volume.geometry()
                .center()
                .plus(view.right().times(view.panRightMm()))
                .plus(view.down().times(view.panDownMm()));
        return new ImagePlane(center, view.right().times(scale), view.down().times(scale));
    }

    /** The hand rolls the patient like a ball: half a turn over the shorter edge of the viewport. */
    public Gesture turn(ViewPoint at, double width, double height) {
        PlaneView start = state().view();
        double degrees = 180 / Math.max(1, Math.min(width, height));
        return new VolumeDrag(
                this,
                "volume.turn",
                to -> setView(rolled(start, (to.x() - at.x()) * degrees, (to.y() - at.y()) * degrees)));
    }

    private static PlaneView rolled(PlaneView start, double toRight, double toDown) {
        ImagePlane turned = new ImagePlane(PatientPoint.ORIGIN, start.right(), start.down()).rolled(toRight, toDown);
        return new PlaneView(
                turned.right().normalized(),
                turned.down().normalized(),
                start.panRightMm(),
                start.panDownMm(),
                start.zoom());
    }

    /** Up enlarges, down shrinks: twice as large over 120 pixels. */
    public Gesture zoom(ViewPoint at) {
        PlaneView start = state().view();
        return new VolumeDrag(
                this, "tool.zoom", to -> setView(start.zoomed(start.zoom() * Math.pow(2, (at.y() - to.y()) / 120))));
    }

    /** The picture follows the pointer. */
    public Gesture pan(ViewPoint at, double width, double height) {
        PlaneView start = state().view();
        double mm = plane(width, height).mmPerPixel();
        return new VolumeDrag(
                this,
                "tool.pan",
                to -> setView(start.panned(
                        start.panRightMm() - (to.x() - at.x()) * mm, start.panDownMm() - (to.y() - at.y()) * mm)));
    }

    /** Draws an outline; at its end what lies under it is cut away. */
    public ScalpelGesture scalpel(ViewPoint at, double width, double height) {
        return new ScalpelGesture(this, plane(width, height), at, width, height);
    }

    /** A quarter of an octave a notch of the wheel. */
    public void zoomBy(int notches) {
        PlaneView view = state().view();
        setView(view.zoomed(view.zoom() * Math.pow(2, notches / 4.0)));
    }

    private void setView(PlaneView view) {
        state.set(state().withView(view));
    }

    /** Looks from a side; zoom and what is cut stay. */
    public void lookFrom(VolumeView side) {
        setView(VolumeState.from(side).zoomed(state().view().zoom()));
    }

    /** Shows a preset, or the highest values. */
    public void setPreset(Optional<VolumePreset> preset) {
        state.set(state().withPreset(preset));
    }

    /** Takes away what lies before axial, coronal and sagittal plane, as seen now, or puts it back. */
    public void toggleCorner() {
        PatientVector toViewer =
                state().view().right().cross(state().view().down()).negated();
        List<PatientVector> sides = new ArrayList<>();
        for (Plane plane : CORNER) {
            PlaneView view = mpr.state().view(plane);
            PatientVector normal = view.right().cross(view.down());
            sides.add(normal.dot(toViewer) < -1e-9 ? normal.negated() : normal);
        }
        state.set(state().withCorner(state().corner().isEmpty() ? sides : List.of()));
    }

    /** Shows only what is in the box; the volume's whole box shows everything. */
    public void setCrop(PatientBox box) {
        PatientBox whole = bounds();
        state.set(state().withCrop(box.equals(whole) ? Optional.empty() : Optional.of(box)));
    }

    /** The box that holds the whole volume. */
    public PatientBox bounds() {
        return volume.geometry().bounds();
    }

    void cut(Cut cut) {
        state.set(state().withCut(cut));
    }

    /** Puts back everything that was cut off or away. */
    public void uncut() {
        state.set(state().withCuts(List.of()).withCorner(List.of()).withCrop(Optional.empty()));
    }

    /** As it was when the display set opened. */
    public void reset() {
        state.set(startState());
    }

    /** Runs an action and answers how to take its effect back; empty where it changed nothing. */
    public Optional<Change> change(String labelKey, Runnable action) {
        VolumeState before = state();
        action.run();
        return changeSince(before, labelKey);
    }

    /** How to come back to {@code before}; empty where nothing differs. */
    public Optional<Change> changeSince(VolumeState before, String labelKey) {
        VolumeState after = state();
        return after.equals(before)
                ? Optional.empty()
                : Optional.of(new Change(labelKey, () -> state.set(before), () -> state.set(after)));
    }
}
