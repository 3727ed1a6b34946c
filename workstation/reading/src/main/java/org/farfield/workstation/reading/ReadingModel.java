package org.farfield.workstation.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.workstation.reading.measure.Measurement;

/**
 * The 2x2 view: which display set it shows, with which tool, layout and active plane, and what was done to it. FX
 * thread.
 */
public final class ReadingModel {
    private static final int MOST_REMEMBERED = 200;

    /** What makes a display set the same when it is shown again. */
    private record Shown(VolumeGeometry geometry, SeriesLabel label) {
        static Shown of(DisplaySetModel displaySet) {
            return new Shown(displaySet.volume().geometry(), displaySet.label());
        }
    }

    private final History history = new History();
    private final Map<Shown, List<Measurement>> measured = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Optional<MprModel>> mpr = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<ViewportTool> tool = new SimpleObjectProperty<>(this, "tool", ViewportTool.WINDOW);
    private final BooleanProperty crosshairShown = new SimpleBooleanProperty(this, "crosshairShown", true);
    private final BooleanProperty speedShown = new SimpleBooleanProperty(this, "speedShown");
    private final ReadOnlyObjectWrapper<Optional<VolumeModel>> volume = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FramesModel>> frames = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty volumeShown = new SimpleBooleanProperty(this, "volumeShown");
    private final BooleanProperty scalpel = new SimpleBooleanProperty(this, "scalpel");
    private final BooleanProperty cropShown = new SimpleBooleanProperty(this, "cropShown");
    private final ObjectProperty<Optional<Plane>> maximised =
            new SimpleObjectProperty<>(this, "maximised", Optional.empty());
    private final ObjectProperty<Plane> active = new SimpleObjectProperty<>(this, "active", Plane.AXIAL);
    private final ObjectProperty<Optional<Probe>> probe = new SimpleObjectProperty<>(this, "probe", Optional.empty());
    private final BooleanBinding showing =
            Bindings.createBooleanBinding(() -> mpr.get().isPresent(), mpr);
    private final BooleanBinding stepping = Bindings.createBooleanBinding(
            () -> mpr.get().isPresent() || frames.get().isPresent(), mpr, frames);

    /** Shows nothing yet. */
    public ReadingModel() {
        tool.set(ViewportTool.WINDOW);
    }

    /**
     * Shows a display set in all four planes from their start; the layout and the tool stay, and what was measured in
     * it before is there again. What was done can no longer be taken back.
     */
    public MprModel show(DisplaySetModel displaySet) {
        MprModel model = new MprModel(displaySet);
        remember();
        model.set(model.state().withMeasurements(measured.getOrDefault(Shown.of(displaySet), List.of())));
        leaveFrames();
        history.clear();
        probe.set(Optional.empty());
        volume.set(Optional.of(new VolumeModel(model)));
        mpr.set(Optional.of(model));
        return model;
    }

    /** Shows single images in place of the planes. */
    public void show(FramesModel images) {
        clear();
        frames.set(Optional.of(images));
    }

    /** Keeps what was measured for when the display set is shown again. */
    private void remember() {
        mpr.get().ifPresent(left -> {
            Shown key = Shown.of(left.displaySet());
            measured.remove(key);
            if (!left.state().measurements().isEmpty()) {
                measured.put(key, left.state().measurements());
            }
            if (measured.size() > MOST_REMEMBERED) {
                measured.remove(measured.keySet().iterator().next());
            }
        });
    }

    private void leaveFrames() {
        frames.get().ifPresent(FramesModel::close);
        frames.set(Optional.empty());
    }

    /** Shows nothing. */
    public void clear() {
        remember();
        leaveFrames();
        history.clear();
        probe.set(Optional.empty());
        volume.set(Optional.empty());
        mpr.set(Optional.empty());
    }

    /** What is shown, seen as a whole. */
    public ReadOnlyObjectProperty<Optional<VolumeModel>> volume() {
        return volume.getReadOnlyProperty();
    }

    /** Whether the 3-D view stands in place of the oblique plane. */
    public BooleanProperty volumeShown() {
        return volumeShown;
    }

    /** Whether the left button cuts in the 3-D view instead of turning it. */
    public BooleanProperty scalpel() {
        return scalpel;
    }

    /** Whether the sliders of the 3-D view's box are shown. */
    public BooleanProperty cropShown() {
        return cropShown;
    }

    /** The single images that are shown in place of the planes. */
    public ReadOnlyObjectProperty<Optional<FramesModel>> frames() {
        return frames.getReadOnlyProperty();
    }

    /** Whether there are slices or images to go through. */
    public BooleanBinding stepping() {
        return stepping;
    }

    /** Goes on by so many slices of the active plane, or images. */
    public void step(int by) {
        frames.get().ifPresent(images -> images.scroll(by));
        mpr.get().ifPresent(model -> model.scroll(active.get(), by));
    }

    /** Goes to a slice of the active plane, or an image, counted from 0; beyond the last: to the last. */
    public void stepTo(int index) {
        frames.get().ifPresent(images -> images.goTo(index));
        mpr.get().ifPresent(model -> model.goTo(active.get(), index));
    }

    /** The four linked planes of what is shown. */
    public ReadOnlyObjectProperty<Optional<MprModel>> mpr() {
        return mpr.getReadOnlyProperty();
    }

    /** Whether a display set is shown. */
    public BooleanBinding showing() {
        return showing;
    }

    /** What the left button does. */
    public ObjectProperty<ViewportTool> tool() {
        return tool;
    }

    /** Whether the lines of the other planes are drawn. */
    public BooleanProperty crosshairShown() {
        return crosshairShown;
    }

    /** Whether each viewport says how fast it is. */
    public BooleanProperty speedShown() {
        return speedShown;
    }

    /** The plane that has the whole space; empty for two by two. */
    public ObjectProperty<Optional<Plane>> maximised() {
        return maximised;
    }

    /** The plane that the keyboard moves. */
    public ObjectProperty<Plane> active() {
        return active;
    }

    /** What lies under the pointer, empty when it is over no viewport. */
    public ObjectProperty<Optional<Probe>> probe() {
        return probe;
    }

    public History history() {
        return history;
    }

    /** Gives a plane the whole space, or puts two by two back. */
    public void toggleMaximised(Plane plane) {
        active.set(plane);
        maximised.set(maximised.get().isPresent() ? Optional.empty() : Optional.of(plane));
    }

    /** Two by two, crosshair on, and every plane as it was at the start; the planes can be taken back. */
    public Optional<Change> reset() {
        maximised.set(Optional.empty());
        crosshairShown.set(true);
        frames.get().ifPresent(FramesModel::reset);
        return mpr.get().flatMap(model -> model.change("view.reset", model::reset));
    }
}
