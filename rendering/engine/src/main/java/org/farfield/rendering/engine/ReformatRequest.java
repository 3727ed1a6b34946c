package org.farfield.rendering.engine;

import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/** One picture of a volume, wholly described: an immutable value, which two engines answer with the same picture. */
public record ReformatRequest(
        Volume volume,
        ImagePlane plane,
        int width,
        int height,
        Slab slab,
        Interpolation interpolation,
        VoiTransform voi,
        boolean inverted) {

    /** The longest edge of a picture, in pixels. */
    public static final int MAX_EDGE = 16_384;

    public ReformatRequest {
        if (width < 1 || height < 1 || width > MAX_EDGE || height > MAX_EDGE) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " pixels");
        }
    }

    public int pixels() {
        return width * height;
    }
}
