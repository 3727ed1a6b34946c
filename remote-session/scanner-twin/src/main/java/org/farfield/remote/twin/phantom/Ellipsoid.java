package org.farfield.remote.twin.phantom;

import org.jspecify.annotations.Nullable;

/**
 * An ellipsoid in any attitude: (p - c)' Q (p - c) <= 1. A line along x solves a quadratic in x, an axial plane cuts an
 * ellipse.
 */
public final class Ellipsoid implements Shape {
    private final Point center;
    private final double xx;
    private final double xy;
    private final double xz;
    private final double yy;
    private final double yz;
    private final double zz;
    private final double halfZ;

    private Ellipsoid(Point center, Point u, Point v, Point w, double a, double b, double c) {
        this.center = center;
        double p = 1 / (a * a);
        double q = 1 / (b * b);
        double r = 1 / (c * c);
        xx = p * u.x() * u.x() + q * v.x() * v.x() + r * w.x() * w.x();
        xy = p * u.x() * u.y() + q * v.x() * v.y() + r * w.x() * w.y();
        xz = p * u.x() * u.z() + q * v.x() * v.z() + r * w.x() * w.z();
        yy = p * u.y() * u.y() + q * v.y() * v.y() + r * w.y() * w.y();
        yz = p * u.y() * u.z() + q * v.y() * v.z() + r * w.y() * w.z();
        zz = p * u.z() * u.z() + q * v.z() * v.z() + r * w.z() * w.z();
        halfZ = Math.sqrt(a * a * u.z() * u.z() + b * b * v.z() * v.z() + c * c * w.z() * w.z());
    }

    /** Semi-axes a, b, c mm along x, y, z. */
    public static Ellipsoid of(Point center, double a, double b, double c) {
        return new Ellipsoid(center, new Point(1, 0, 0), new Point(0, 1, 0), new Point(0, 0, 1), a, b, c);
    }

    public static Ellipsoid sphere(Point center, double radius) {
        return of(center, radius, radius, radius);
    }

    /** Semi-axis a along a direction, b along the part of {@code side} that is square to it, c along the third. */
    public static Ellipsoid along(Point center, Point direction, Point side, double a, double b, double c) {
        Point u = direction.unit();
        Point v = side.minus(u.times(side.dot(u))).unit();
        return new Ellipsoid(center, u, v, u.cross(v), a, b, c);
    }

    @Override
    public double zMin() {
        return center.z() - halfZ;
    }

    @Override
    public double zMax() {
        return center.z() + halfZ;
    }

    @Override
    public @Nullable CrossSection at(double z) {
        double dz = z - center.z();
        // The chord's discriminant is a quadratic in y: p y2 + 2 q y + r >= 0, with p < 0.
        double p = xy * xy - xx * yy;
        double q = (xy * xz - xx * yz) * dz;
        double r = xz * xz * dz * dz - xx * (zz * dz * dz - 1);
        double d = q * q - p * r;
        if (d <= 0) {
            return null;
        }
        double middle = center.y() - q / p;
        double half = Math.sqrt(d) / -p;
        return new Cut(dz, middle - half, middle + half);
    }

    private final class Cut implements CrossSection {
        private final double dz;
        private final double yMin;
        private final double yMax;

        Cut(double dz, double yMin, double yMax) {
            this.dz = dz;
            this.yMin = yMin;
            this.yMax = yMax;
        }

        @Override
        public double yMin() {
            return yMin;
        }

        @Override
        public double yMax() {
            return yMax;
        }

        @Override
        public boolean chord(double y, double[] lowHigh) {
            double dy = y - center.y();
            double b = xy * dy + xz * dz;
            double c = yy * dy * dy + 2 * yz * dy * dz + zz * dz * dz - 1;
            double d = b * b - xx * c;
            if (d <= 0) {
                return false;
            }
            double root = Math.sqrt(d);
            lowHigh[0] = center.x() + (-b - root) / xx;
            lowHigh[1] = center.x() + (-b + root) / xx;
            return true;
        }
    }
}
