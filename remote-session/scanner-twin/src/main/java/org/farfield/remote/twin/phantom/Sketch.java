package org.farfield.remote.twin.phantom;

import java.util.ArrayList;
import java.util.List;
import org.farfield.remote.twin.phantom.Loft.Outline;
import org.farfield.remote.twin.xray.Tissue;

/** The parts of a phantom in the order in which they are painted, while it is being built. */
final class Sketch {
    private final List<Part> parts = new ArrayList<>();

    List<Part> parts() {
        return parts;
    }

    Sketch add(Shape shape, Tissue tissue) {
        parts.add(new Part(shape, tissue));
        return this;
    }

    Sketch add(Shape shape, Tissue tissue, double gradientPerMm) {
        parts.add(new Part(shape, tissue, gradientPerMm));
        return this;
    }

    /** A tube through the points; its radius runs evenly from the first to the last. */
    Sketch tube(Tissue tissue, double firstRadius, double lastRadius, Point... points) {
        return tube(tissue, firstRadius, lastRadius, 1, List.of(points));
    }

    /** A tube whose cross-section is {@code tall} times as high (z) as wide. */
    Sketch tube(Tissue tissue, double firstRadius, double lastRadius, double tall, List<Point> points) {
        int n = points.size() - 1;
        for (int k = 0; k < n; k++) {
            double radius = firstRadius + (lastRadius - firstRadius) * (n == 1 ? 0.5 : (double) k / (n - 1));
            add(new Capsule(points.get(k), points.get(k + 1), radius, tall), tissue);
        }
        return this;
    }

    static Point at(double x, double y, double z) {
        return new Point(x, y, z);
    }

    static Outline outline(double z, double x, double y, double a, double front, double back, double n) {
        return new Outline(z, x, y, a, a, front, back, n);
    }

    /** A smooth way through the points (Catmull and Rom), a few steps between each two. */
    static List<Point> smooth(int steps, Point... way) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k + 1 < way.length; k++) {
            Point a = way[Math.max(0, k - 1)];
            Point b = way[k];
            Point c = way[k + 1];
            Point d = way[Math.min(way.length - 1, k + 2)];
            for (int s = 0; s < steps; s++) {
                double t = (double) s / steps;
                Point first = c.minus(a).times(t * 0.5);
                Point second =
                        a.times(2).minus(b.times(5)).plus(c.times(4)).minus(d).times(t * t * 0.5);
                Point third = b.minus(c).times(3).plus(d).minus(a).times(t * t * t * 0.5);
                points.add(b.plus(first).plus(second).plus(third));
            }
        }
        points.add(way[way.length - 1]);
        return points;
    }
}
