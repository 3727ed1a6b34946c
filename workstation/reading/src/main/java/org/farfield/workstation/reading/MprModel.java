package org.farfield.workstation.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.farfield.rendering.engine.FusedRequest;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.OverlayLayer;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/** One display set seen in four linked planes. FX thread; answers immutable requests for the engine. */
public final class MprModel {
    private final DisplaySetModel displaySet;
    private final VolumeGeometry volume;
    private final ReadOnlyObjectWrapper<MprState> state = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Optional<Fusion>> fusion =
            new SimpleObjectProperty<>(this, "fusion", Optional.empty());
    private final ObjectProperty<List<OverlayLayer>> labels = new SimpleObjectProperty<>(this, "labels", List.of());
    private final CurveModel curve = new CurveModel(this);
    private final MeasureModel measure = new MeasureModel(this);
    private final BooleanProperty followNewest = new SimpleBooleanProperty(this, "followNewest");

    /** Opens in the middle of the volume, on the voxel nearest to it. */
    public MprModel(DisplaySetModel displaySet) {
        this.displaySet = displaySet;
        this.volume = displaySet.volume().geometry();
        state.set(startState());
        followNewest.set(displaySet.live());
    }

    private MprState startState() {
        PatientPoint middle = volume.toPatient(
                Math.floor(volume.columns() / 2.0), Math.floor(volume.rows() / 2.0), Math.floor(volume.slices() / 2.0));
        return MprState.start(middle, displaySet.window()).withInverted(displaySet.inverted());
    }

    public DisplaySetModel displaySet() {
        return displaySet;
    }

    /** The series that lies over this one. */
    public ObjectProperty<Optional<Fusion>> fusion() {
        return fusion;
    }

    /** The label maps that lie over this series, the last one on top. */
    public ObjectProperty<List<OverlayLayer>> labels() {
        return labels;
    }

    /** What to render for a plane, with what lies over it. */
    public RenderRequest picture(Plane plane, int width, int height) {
        ReformatRequest base = request(plane, width, height);
        List<OverlayLayer> layers = Stream.concat(fusion.get().map(Fusion::layer).stream(), labels.get().stream())
                .toList();
        return layers.isEmpty() ? base : new FusedRequest(base, layers);
    }

    /** The picture along a drawn path. */
    public CurveModel curve() {
        return curve;
    }

    /** What was measured. */
    public MeasureModel measure() {
        return measure;
    }

    void set(MprState next) {
        state.set(next);
    }

    public MprState state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<MprState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the planes go to each slice as it arrives; ends when somebody scrolls or moves the crosshair. */
    public BooleanProperty followNewest() {
        return followNewest;
    }

    /** What to render for a plane in a viewport of so many device pixels. */
    public ReformatRequest request(Plane plane, int width, int height) {
        MprState now = state();
        return new ReformatRequest(
                displaySet.volume(),
                geometry(plane, width, height).imagePlane(),
                width,
                height,
                now.slab(),
                Interpolation.LINEAR,
                now.window(),
                now.inverted());
    }

    /** Where the pixels of a viewport of this size lie in the patient. */
    public ViewportGeometry geometry(Plane plane, double width, double height) {
        return ViewportGeometry.of(state(), volume, plane, width, height);
    }

    /** The positions that scrolling this plane goes through. */
    public SliceSteps steps(Plane plane) {
        PlaneView view = state().view(plane);
        return SliceSteps.of(volume, plane.forward(view.right(), view.down()));
    }

    /** Moves the plane, and the crosshair with it, by whole steps; stops at the ends. */
    public void scroll(Plane plane, int by) {
        goTo(plane, steps(plane).index(state().crosshair()) + by);
    }

    /** Moves the plane, and the crosshair with it, to a position counted from 0. */
    public void goTo(Plane plane, int index) {
        followNewest.set(false);
        state.set(state().withCrosshair(steps(plane).at(state().crosshair(), index)));
    }

    /** Puts the crosshair on a point, or on the point of the volume nearest to it. */
    public void moveCrosshair(PatientPoint to) {
        followNewest.set(false);
        state.set(state().withCrosshair(inside(to)));
    }

    /** Says that source slice {@code k} has come; moves the crosshair on to it where the newest is followed. */
    public void sliceArrived(int k) {
        if (followNewest.get()) {
            VoxelPosition at = volume.toVoxel(state().crosshair());
            state.set(state().withCrosshair(volume.toPatient(at.column(), at.row(), k)));
        }
    }

    /** Looks as another series is looked at: the crosshair on a point or the nearest one, every plane as given. */
    public void look(PatientPoint crosshair, Map<Plane, PlaneView> views) {
        followNewest.set(false);
        MprState next = state().withCrosshair(inside(crosshair));
        for (Map.Entry<Plane, PlaneView> view : views.entrySet()) {
            next = next.withView(view.getKey(), view.getValue());
        }
        state.set(next);
    }

    public void setWindow(VoiTransform window) {
        state.set(state().withWindow(window));
    }

    public void setInverted(boolean on) {
        state.set(state().withInverted(on));
    }

    public void setSlab(Slab slab) {
        state.set(state().withSlab(slab));
    }

    /** Moves a plane's picture: its middle shows the point so far right of and below the volume's centre. */
    public void setPan(Plane plane, double rightMm, double downMm) {
        state.set(state().withView(plane, state().view(plane).panned(rightMm, downMm)));
    }

    /** Zooms a plane so that the patient point {@code fixed} stays where it shows. 1 fits the whole volume. */
    public void setZoom(Plane plane, double zoom, PatientPoint fixed) {
        PlaneView view = state().view(plane);
        PlaneView zoomed = view.zoomed(zoom);
        double shrink = view.zoom() / zoomed.zoom();
        PatientVector toFixed = fixed.minus(volume.center());
        double right = toFixed.dot(view.right());
        double down = toFixed.dot(view.down());
        state.set(state().withView(
                        plane,
                        zoomed.panned(
                                right + (view.panRightMm() - right) * shrink,
                                down + (view.panDownMm() - down) * shrink)));
    }

    /** Looks at a plane otherwise; its zoom is held within what is on offer. */
    public void setView(Plane plane, PlaneView view) {
        state.set(state().withView(plane, view.zoomed(view.zoom())));
    }

    /** Turns the oblique plane about an axis through the crosshair, from the directions it had in {@code from}. */
    public void turnOblique(MprState from, PatientVector axis, double degrees) {
        state.set(state().withView(Plane.OBLIQUE, from.view(Plane.OBLIQUE).turned(axis, degrees)));
    }

    /**
     * Turns the planes of the body about an axis through the crosshair, from the directions they had in {@code from}.
     * One that looks along the axis stays as it is; they stay perpendicular to one another.
     */
    public void turnCross(MprState from, PatientVector axis, double degrees) {
        MprState turned = state();
        for (Plane plane : Plane.values()) {
            PlaneView view = from.view(plane);
            boolean along = view.right().cross(view.down()).cross(axis).length() < 1e-9;
            if (plane != Plane.OBLIQUE && !along) {
                turned = turned.withView(plane, view.turned(axis, degrees));
            }
        }
        state.set(turned);
    }

    /** Everything as it was when the display set opened; what was measured stays. */
    public void reset() {
        state.set(startState().withMeasurements(state().measurements()));
    }

    /** Runs an action and answers how to take its effect back; empty where it changed nothing. */
    public Optional<Change> change(String labelKey, Runnable action) {
        MprState before = state();
        action.run();
        return changeSince(before, labelKey);
    }

    /** How to come back to {@code before} in what differs now; empty where nothing does. */
    public Optional<Change> changeSince(MprState before, String labelKey) {
        MprState after = state();
        if (after.equals(before)) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                labelKey, () -> state.set(state().with(after, before)), () -> state.set(state().with(before, after))));
    }

    private PatientPoint inside(PatientPoint point) {
        VoxelPosition at = volume.toVoxel(point);
        return volume.toPatient(
                Math.clamp(at.column(), 0, volume.columns() - 1),
                Math.clamp(at.row(), 0, volume.rows() - 1),
                Math.clamp(at.slice(), 0, volume.slices() - 1));
    }
}
