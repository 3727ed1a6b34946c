package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.volume.PatientVector;

/**
 * Where another plane cuts the plane of a viewport: a line through the crosshair, ended by the viewport's edges.
 *
 * @param of the plane that cuts
 * @param from the end on the left, or on top of an upright line
 */
public record ReferenceLine(Plane of, ViewPoint from, ViewPoint to) {
    /** Planes that are closer to parallel than this (sine of the angle) show no line. */
    private static final double PARALLEL = 0.02;

    /** The lines of all other planes in the viewport of {@code plane}. */
    public static List<ReferenceLine> in(ViewportGeometry geometry, Plane plane, MprState state) {
        List<ReferenceLine> lines = new ArrayList<>();
        for (Plane other : Plane.values()) {
            if (other != plane) {
                line(geometry, other, state).ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** Upwards or leftwards first, so that a turned plane's label does not jump from end to end. */
    static Optional<ReferenceLine> line(ViewportGeometry geometry, Plane other, MprState state) {
        PlaneView view = state.view(other);
        PatientVector direction = geometry.normal().cross(view.right().cross(view.down()));
        if (direction.length() < PARALLEL) {
            return Optional.empty();
        }
        double dx = direction.normalized().dot(geometry.right());
        double dy = direction.normalized().dot(geometry.down());
        if (Math.abs(dx) >= Math.abs(dy) ? dx < 0 : dy < 0) {
            dx = -dx;
            dy = -dy;
        }
        ViewPoint through = geometry.toView(state.crosshair());
        double[] range = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        if (!clip(through.x(), dx, geometry.width(), range) || !clip(through.y(), dy, geometry.height(), range)) {
            return Optional.empty();
        }
        return Optional.of(new ReferenceLine(
                other,
                new ViewPoint(through.x() + range[0] * dx, through.y() + range[0] * dy),
                new ViewPoint(through.x() + range[1] * dx, through.y() + range[1] * dy)));
    }

    /** Narrows the range of t in which {@code at + t * d} lies between 0 and the size (Liang and Barsky). */
    private static boolean clip(double at, double d, double size, double[] range) {
        if (Math.abs(d) < 1e-12) {
            return at >= 0 && at <= size;
        }
        double enter = (d > 0 ? -at : size - at) / d;
        double leave = (d > 0 ? size - at : -at) / d;
        range[0] = Math.max(range[0], enter);
        range[1] = Math.min(range[1], leave);
        return range[0] < range[1];
    }
}
