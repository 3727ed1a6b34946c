package org.farfield.workstation.reading.hanging;

import java.util.Optional;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReadingModel;

/**
 * One arrangement of the view.
 *
 * @param alone the plane that has all the room; empty for two by two
 * @param volume whether the 3-D view stands in place of the oblique plane
 * @param window a window; empty for the series' own
 * @param slab how thick the planes are
 */
public record HangingStage(Optional<Plane> alone, boolean volume, Optional<VoiTransform.Window> window, Slab slab) {

    /** What is shown now; empty where nothing is. */
    static Optional<HangingStage> of(ReadingModel reading) {
        return reading.mpr()
                .get()
                .map(mpr -> new HangingStage(
                        reading.maximised().get(),
                        reading.volumeShown().get(),
                        windowOf(mpr),
                        mpr.state().slab()));
    }

    private static Optional<VoiTransform.Window> windowOf(MprModel mpr) {
        VoiTransform now = mpr.state().window();
        boolean own = now.equals(mpr.displaySet().window());
        return !own && now instanceof VoiTransform.Window window ? Optional.of(window) : Optional.empty();
    }

    /** Arranges the view so; the place that is looked at stays. */
    void applyTo(ReadingModel reading) {
        reading.mpr().get().ifPresent(mpr -> {
            reading.volumeShown().set(volume);
            reading.maximised().set(alone);
            alone.ifPresent(reading.active()::set);
            window.ifPresentOrElse(
                    mpr::setWindow, () -> mpr.setWindow(mpr.displaySet().window()));
            mpr.setSlab(slab);
        });
    }

    /** The preset whose window this is. */
    public Optional<WindowPreset> preset() {
        return WindowPreset.CT.stream()
                .filter(preset -> window.filter(preset.window()::equals).isPresent())
                .findFirst();
    }
}
