package org.farfield.remote.twin.phantom;

/**
 * A cylinder with round ends between two points: a stretch of vessel, airway or rib. {@code tall} stretches its
 * cross-section along z (a rib is a flat band, taller than thick); 1 is round. A line along x meets the cylinder in one
 * quadratic, cut by the end planes, and each end sphere in another; since the solid is convex the chord is the hull of
 * the three.
 */
public record Capsule(Point from, Point to, double radius, double tall) implements Shape {
    public Capsule(Point from, Point to, double radius) {
        this(from, to, radius, 1);
    }

    @Override
    public double zMin() {
        return Math.min(from.z(), to.z()) - radius * tall;
    }

    @Override
    public double zMax() {
        return Math.max(from.z(), to.z()) + radius * tall;
    }

    @Override
    public CrossSection at(double z) {
        return new Cut(z);
    }

    private final class Cut implements CrossSection {
        private final double dx = to.x() - from.x();
        private final double dy = to.y() - from.y();
        private final double dz = (to.z() - from.z()) / tall;
        private final double squared = dx * dx + dy * dy + dz * dz;
        private final double wz;

        Cut(double z) {
            this.wz = (z - from.z()) / tall;
        }

        @Override
        public double yMin() {
            return Math.min(from.y(), to.y()) - radius;
        }

        @Override
        public double yMax() {
            return Math.max(from.y(), to.y()) + radius;
        }

        @Override
        public boolean chord(double y, double[] lowHigh) {
            double wy = y - from.y();
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double first = radius * radius - wy * wy - wz * wz;
            if (first > 0) {
                low = -Math.sqrt(first);
                high = -low;
            }
            double second = radius * radius - (wy - dy) * (wy - dy) - (wz - dz) * (wz - dz);
            if (second > 0) {
                low = Math.min(low, dx - Math.sqrt(second));
                high = Math.max(high, dx + Math.sqrt(second));
            }
            if (squared > 0) {
                double along = wy * dy + wz * dz;
                double a = 1 - dx * dx / squared;
                double b = -dx * along / squared;
                double c = wy * wy + wz * wz - along * along / squared - radius * radius;
                double d = b * b - a * c;
                if (a > 1e-9 && d > 0) {
                    double root = Math.sqrt(d);
                    double enter = (-b - root) / a;
                    double leave = (-b + root) / a;
                    if (Math.abs(dx) > 1e-9) {
                        double p = -along / dx;
                        double q = (squared - along) / dx;
                        enter = Math.max(enter, Math.min(p, q));
                        leave = Math.min(leave, Math.max(p, q));
                    } else if (along < 0 || along > squared) {
                        leave = enter;
                    }
                    if (leave > enter) {
                        low = Math.min(low, enter);
                        high = Math.max(high, leave);
                    }
                }
            }
            lowHigh[0] = from.x() + low;
            lowHigh[1] = from.x() + high;
            return high > low;
        }
    }
}
