package org.farfield.rendering.engine;

import org.farfield.rendering.volume.VoiTransform;

/** What a ray through a volume becomes on the screen. */
public sealed interface VolumeLook {

    /** Colours and opacities, front to back, lit by a headlight. */
    record Shaded(TransferFunction transfer, Lighting lighting) implements VolumeLook {}

    /** The highest value on the ray, in grey. */
    record Mip(VoiTransform voi, boolean inverted) implements VolumeLook {}
}
