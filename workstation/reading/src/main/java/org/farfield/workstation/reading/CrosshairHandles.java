package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientVector;

/**
 * The handles on the crosshair's lines in one viewport. A round one near each end of a line turns the three planes of
 * the body together about the direction that is looked along, so that they stay perpendicular (the oblique plane has
 * its own, {@link ObliqueHandles}). A square one at each side of a line lies on the slab's face and sets how thick the
 * slab is.
 */
public final class CrosshairHandles {
    /** No thicker slab can be dragged, in mm. */
    static final double MOST_MM = 200;

    /** Thicknesses are multiples of this, in mm. */
    static final double STEP_MM = 0.5;

    private static final double TURN_DISTANCE = 0.42;
    private static final double SQUARE_DISTANCE = 0.16;

    private CrosshairHandles() {}

    /** What a handle does. */
    public enum Kind {
        TURN,
        THICKNESS
    }

    /** One handle on the line of {@code of}. */
    public record Handle(Plane of, Kind kind, ViewPoint at) {}

    /** One face of the slab as it cuts the viewport: the plane's line, shifted. */
    public record Face(Plane of, ViewPoint from, ViewPoint to) {}

    /** All handles that lie within the viewport. */
    public static List<Handle> in(ViewportGeometry geometry, Plane plane, MprState state) {
        List<Handle> handles = new ArrayList<>();
        ViewPoint middle = geometry.toView(state.crosshair());
        double unit = Math.min(geometry.width(), geometry.height());
        for (ReferenceLine line : ReferenceLine.in(geometry, plane, state)) {
            ViewPoint along = along(line);
            double offset = facePixels(geometry, line.of(), state);
            for (int side = -1; side <= 1; side += 2) {
                if (line.of() != Plane.OBLIQUE && plane != Plane.OBLIQUE) {
                    handles.add(new Handle(line.of(), Kind.TURN, moved(middle, along, side * unit * TURN_DISTANCE, 0)));
                }
                handles.add(new Handle(
                        line.of(), Kind.THICKNESS, moved(middle, along, side * unit * SQUARE_DISTANCE, side * offset)));
            }
        }
        handles.removeIf(handle -> !inside(handle.at(), geometry));
        return handles;
    }

    /** The faces of the slabs of all other planes; none where planes have no thickness. */
    public static List<Face> faces(ViewportGeometry geometry, Plane plane, MprState state) {
        List<Face> faces = new ArrayList<>();
        if (state.slab().thicknessMm() > 0) {
            for (ReferenceLine line : ReferenceLine.in(geometry, plane, state)) {
                double offset = facePixels(geometry, line.of(), state);
                for (int side = -1; side <= 1; side += 2) {
                    faces.add(new Face(
                            line.of(),
                            moved(line.from(), along(line), 0, side * offset),
                            moved(line.to(), along(line), 0, side * offset)));
                }
            }
        }
        return faces;
    }

    /** The gesture of the handle under the pointer, empty where there is none. */
    public static Optional<Gesture> press(MprModel model, Plane plane, ViewportGeometry geometry, ViewPoint at) {
        return in(geometry, plane, model.state()).stream()
                .filter(handle -> handle.at().distanceTo(at) <= ObliqueHandles.REACH)
                .findFirst()
                .map(handle -> handle.kind() == Kind.TURN
                        ? ViewportTool.turnCross(model, geometry, at)
                        : thickness(model, geometry, plane, handle.of()));
    }

    private static Gesture thickness(MprModel model, ViewportGeometry geometry, Plane plane, Plane of) {
        MprState start = model.state();
        ViewPoint middle = geometry.toView(start.crosshair());
        ViewPoint along = ReferenceLine.line(geometry, of, start)
                .map(CrosshairHandles::along)
                .orElseThrow(() -> new IllegalStateException(of + " cuts no line into " + plane));
        double mmPerPixel = geometry.mmPerPixel() * sine(geometry, of, start);
        return new Drag(model, "tool.thickness", to -> {
            double away = Math.abs((to.x() - middle.x()) * -along.y() + (to.y() - middle.y()) * along.x());
            double mm = Math.rint(2 * away * mmPerPixel / STEP_MM) * STEP_MM;
            model.setSlab(new Slab(Math.min(mm, MOST_MM), start.slab().projection()));
        });
    }

    /** How far a face is from its plane's line: more than half the thickness where the slab is cut aslant. */
    private static double facePixels(ViewportGeometry geometry, Plane of, MprState state) {
        return state.slab().thicknessMm() / 2 / (geometry.mmPerPixel() * sine(geometry, of, state));
    }

    private static double sine(ViewportGeometry geometry, Plane of, MprState state) {
        PlaneView view = state.view(of);
        PatientVector normal = view.right().cross(view.down());
        return geometry.normal().cross(normal).length();
    }

    /** The line's direction, one pixel long. */
    private static ViewPoint along(ReferenceLine line) {
        double length = line.from().distanceTo(line.to());
        return new ViewPoint(
                (line.to().x() - line.from().x()) / length,
                (line.to().y() - line.from().y()) / length);
    }

    private static ViewPoint moved(ViewPoint from, ViewPoint along, double forward, double aside) {
        return new ViewPoint(
                from.x() + along.x() * forward - along.y() * aside, from.y() + along.y() * forward + along.x() * aside);
    }

    private static boolean inside(ViewPoint at, ViewportGeometry geometry) {
        double margin = ObliqueHandles.REACH;
        return at.x() > margin
                && at.x() < geometry.width() - margin
                && at.y() > margin
                && at.y() < geometry.height() - margin;
    }
}
