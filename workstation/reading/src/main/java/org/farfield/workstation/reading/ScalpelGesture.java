package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.engine.Cut;
import org.farfield.rendering.engine.ImagePlane;

/** An outline in the making on the 3-D view. FX thread. */
public final class ScalpelGesture implements Gesture {
    private static final double LEAST_PIXELS = 3;

    private final VolumeModel model;
    private final ImagePlane seen;
    private final double width;
    private final double height;
    private final List<ViewPoint> outline = new ArrayList<>();

    ScalpelGesture(VolumeModel model, ImagePlane seen, ViewPoint at, double width, double height) {
        this.model = model;
        this.seen = seen;
        this.width = width;
        this.height = height;
        outline.add(at);
    }

    /** The outline so far, in the viewport's pixels. */
    public List<ViewPoint> outline() {
        return List.copyOf(outline);
    }

    @Override
    public void drag(ViewPoint to) {
        if (outline.getLast().distanceTo(to) >= LEAST_PIXELS) {
            outline.add(to);
        }
    }

    /** Cuts along the outline; a stroke of fewer than three corners cuts nothing. */
    @Override
    public Optional<Change> end() {
        if (outline.size() < 3) {
            return Optional.empty();
        }
        int every = (outline.size() + Cut.Scalpel.MOST_CORNERS - 1) / Cut.Scalpel.MOST_CORNERS;
        List<Cut.Corner> corners = new ArrayList<>();
        for (int i = 0; i < outline.size(); i += every) {
            ViewPoint p = outline.get(i);
            corners.add(new Cut.Corner(p.x() - width / 2, p.y() - height / 2));
        }
        return corners.size() < 3
                ? Optional.empty()
                : model.change("volume.scalpel", () -> model.cut(new Cut.Scalpel(seen, corners)));
    }
}
