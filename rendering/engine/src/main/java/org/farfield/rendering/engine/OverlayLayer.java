package org.farfield.rendering.engine;

import java.util.Map;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;

/** What lies over a grey reformat in the same plane. Its volume's patient space must be the base's. */
public sealed interface OverlayLayer {

    Volume volume();

    /** 0 = not to be seen, 1 = hides what is under it; Relative Opacity (0070,0403). */
    double opacity();

    /**
     * A second volume in colours, as PET over CT (blending, PS3.4 N.2.4.3). Where the layer is absent the base stays as
     * it is.
     *
     * @param voi which values take the palette's first and last colours
     */
    record Colour(Volume volume, VoiTransform voi, Palette palette, double opacity) implements OverlayLayer {
        public Colour {
            checkOpacity(opacity);
        }
    }

    /**
     * A map of labels: a voxel's stored value is its label, the nearest voxel counts; a label without a colour is not
     * drawn.
     *
     * @param colours 0xRRGGBB for each label
     * @param outlined the border of each label is drawn with full opacity, one pixel wide
     */
    record Labels(Volume volume, Map<Integer, Integer> colours, double opacity, boolean outlined)
            implements OverlayLayer {
        public Labels {
            colours = Map.copyOf(colours);
            checkOpacity(opacity);
        }
    }

    private static void checkOpacity(double opacity) {
        if (!(opacity >= 0) || !(opacity <= 1)) {
            throw new IllegalArgumentException("an opacity of " + opacity);
        }
    }
}
