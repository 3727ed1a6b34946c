package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two handles on the oblique plane's line in the viewport of another plane. Dragging one turns the oblique plane.
 */
public final class ObliqueHandles {
    /** How near the pointer must be, in pixels. */
    public static final double REACH = 10;

    private static final double DISTANCE = 0.3;

    private ObliqueHandles() {}

    /** Where the handles are: on the line, to both sides of the crosshair; fewer where one would be outside. */
    public static List<ViewPoint> in(ViewportGeometry geometry, Plane plane, MprState state) {
        List<ViewPoint> handles = new ArrayList<>();
        if (plane == Plane.OBLIQUE) {
            return handles;
        }
        ReferenceLine line = ReferenceLine.line(geometry, Plane.OBLIQUE, state).orElse(null);
        if (line == null) {
            return handles;
        }
        ViewPoint middle = geometry.toView(state.crosshair());
        double length = line.from().distanceTo(line.to());
        double reach = DISTANCE * Math.min(geometry.width(), geometry.height()) / length;
        for (int side = -1; side <= 1; side += 2) {
            ViewPoint at = new ViewPoint(
                    middle.x() + side * reach * (line.to().x() - line.from().x()),
                    middle.y() + side * reach * (line.to().y() - line.from().y()));
            if (at.x() > REACH
                    && at.x() < geometry.width() - REACH
                    && at.y() > REACH
                    && at.y() < geometry.height() - REACH) {
                handles.add(at);
            }
        }
        return handles;
    }

    /** The gesture of the handle under the pointer, empty where there is none. */
    public static Optional<Gesture> press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
        return in(geometry, plane, model.state()).stream()
                .filter(handle -> handle.distanceTo(at) <= REACH)
                .findFirst()
                .map(handle -> ViewportTool.turnOblique(model, geometry, at));
    }
}
