package org.farfield.workstation.reading;

import org.farfield.rendering.engine.OverlayLayer;
import org.farfield.rendering.engine.Palette;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/**
 * A second series in colours over the one that is shown, both in one frame of reference.
 *
 * @param voi which of its values take the first and the last colour
 * @param label for the corner of a viewport
 */
public record Fusion(Volume volume, VoiTransform voi, double opacity, SeriesLabel label) {
    /** At first both series are seen alike. */
    static final double START = 0.5;

    private static final double STEP = 0.1;

    OverlayLayer layer() {
        return new OverlayLayer.Colour(volume, voi, Palette.HOT_IRON, opacity);
    }

    Fusion with(VoiTransform other) {
        return new Fusion(volume, other, opacity, label);
    }

    /** By tenths more or less opaque. */
    public Fusion more(int tenths) {
        return new Fusion(volume, voi, Math.clamp(Math.rint((opacity + tenths * STEP) * 10) / 10, 0, 1), label);
    }
}
