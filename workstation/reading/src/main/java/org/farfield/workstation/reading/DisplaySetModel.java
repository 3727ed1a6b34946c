package org.farfield.workstation.reading;

import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/**
 * What the four viewports show: a volume, whole or still growing, what is known about it, and the window it opens with.
 *
 * @param inverted low values are white, as MONOCHROME1 images mean it (PS3.3 C.7.6.3.1.2)
 * @param live the slices come from a scan that is running now: the planes follow the newest one until somebody scrolls
 */
public record DisplaySetModel(Volume volume, SeriesLabel label, VoiTransform window, boolean inverted, boolean live) {

    /** One whose low values are black. */
    public DisplaySetModel(Volume volume, SeriesLabel label, VoiTransform window, boolean live) {
        this(volume, label, window, false, live);
    }
}
