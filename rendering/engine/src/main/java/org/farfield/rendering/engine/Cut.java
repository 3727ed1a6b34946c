package org.farfield.rendering.engine;

import java.util.List;

/** Something taken out of a volume's picture: what lies in it is not drawn, the voxels stay as they are. */
public sealed interface Cut {

    /** What lies in all of these half-spaces: half of the patient, a corner, a block. */
    record Wedge(List<HalfSpace> inside) implements Cut {

        public Wedge {
            inside = List.copyOf(inside);
            if (inside.isEmpty()) {
                throw new IllegalArgumentException("a wedge of no planes would take everything out");
            }
        }
    }

    /**
     * What lies under an outline drawn on the screen, through the whole patient along the line of sight of that moment.
     * An outline that crosses itself encloses by the even-odd rule.
     *
     * @param seen the plane of the screen as the outline was drawn; its pixel size is that of the corners
     * @param outline corners in pixels right of and below the plane's centre; the last one joins the first
     */
    record Scalpel(ImagePlane seen, List<Corner> outline) implements Cut {

        /** More corners than this would make a picture slow. */
        public static final int MOST_CORNERS = 256;

        public Scalpel {
            outline = List.copyOf(outline);
            if (outline.size() < 3 || outline.size() > MOST_CORNERS) {
                throw new IllegalArgumentException("an outline of " + outline.size() + " corners");
            }
        }
    }

    /** A corner of an outline, in pixels from the middle of the picture. */
    record Corner(double right, double down) {}
}
