package org.farfield.remote.twin.phantom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A solid drawn through axial outlines at rising z, as a sculptor lofts a trunk: each outline is a super-ellipse
 * |x/a|^n + |y/b|^n = 1 with its own right, left, front and back half-widths. Between the outlines every figure follows
 * a monotone cubic (Fritsch and Carlson 1980), so nothing bulges beyond what was drawn.
 */
public final class Loft implements Shape {
    private static final int FIGURES = 7;

    private final double[] z;
    private final double[][] value;
    private final double[][] slope;

    /**
     * One outline at z: centre, half-widths to the right (-x), left (+x), front (-y), back (+y) in mm, and the exponent
     * n.
     */
    public record Outline(
            double z, double x, double y, double right, double left, double front, double back, double exponent) {
        /** A symmetric outline: half-widths a and b. */
        public static Outline of(double z, double x, double y, double a, double b, double exponent) {
            return new Outline(z, x, y, a, a, b, b, exponent);
        }

        private double[] figures() {
            return new double[] {x, y, right, left, front, back, exponent};
        }

        /** The same outline with its four half-widths changed by this much. */
        Outline grown(double mm) {
            return new Outline(z, x, y, right + mm, left + mm, front + mm, back + mm, exponent);
        }
    }

    public Loft(List<Outline> outlines) {
        if (outlines.size() < 2) {
            throw new IllegalArgumentException("a loft needs two outlines");
        }
        int n = outlines.size();
        z = new double[n];
        value = new double[FIGURES][n];
        slope = new double[FIGURES][];
        for (int k = 0; k < n; k++) {
            z[k] = outlines.get(k).z();
            if (k > 0 && z[k] <= z[k - 1]) {
                throw new IllegalArgumentException("outlines must rise in z");
            }
            double[] figures = outlines.get(k).figures();
            for (int f = 0; f < FIGURES; f++) {
                value[f][k] = figures[f];
            }
        }
        for (int f = 0; f < FIGURES; f++) {
            slope[f] = monotoneSlopes(z, value[f]);
        }
    }

    /** An upright cylinder. */
    public static Loft cylinder(double x, double y, double radius, double zMin, double zMax) {
        return new Loft(List.of(Outline.of(zMin, x, y, radius, radius, 2), Outline.of(zMax, x, y, radius, radius, 2)));
    }

    @Override
    public double zMin() {
        return z[0];
    }

    @Override
    public double zMax() {
        return z[z.length - 1];
    }

    @Override
    public @Nullable CrossSection at(double plane) {
        return plane < zMin() || plane > zMax() ? null : outline(plane);
    }

    Cut outline(double plane) {
        int k = 0;
        while (k < z.length - 2 && plane > z[k + 1]) {
            k++;
        }
        double h = z[k + 1] - z[k];
        double t = Math.clamp((plane - z[k]) / h, 0, 1);
        double[] f = new double[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            double[] v = value[i];
            double[] m = slope[i];
            double u = 1 - t;
            f[i] = v[k] * (1 + 2 * t) * u * u
                    + h * m[k] * t * u * u
                    + v[k + 1] * t * t * (3 - 2 * t)
                    - h * m[k + 1] * t * t * u;
        }
        return new Cut(f[0], f[1], f[2], f[3], f[4], f[5], f[6]);
    }

    private static double[] monotoneSlopes(double[] x, double[] y) {
        int n = x.length;
        double[] secant = new double[n - 1];
        for (int k = 0; k < n - 1; k++) {
            secant[k] = (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
        }
        double[] m = new double[n];
        m[0] = secant[0];
        m[n - 1] = secant[n - 2];
        for (int k = 1; k < n - 1; k++) {
            double product = secant[k - 1] * secant[k];
            m[k] = product <= 0 ? 0 : 2 * product / (secant[k - 1] + secant[k]);
        }
        return m;
    }

    /** The outline at one plane. */
    record Cut(double x, double y, double right, double left, double front, double back, double exponent)
            implements CrossSection {
        @Override
        public double yMin() {
            return y - front;
        }

        @Override
        public double yMax() {
            return y + back;
        }

        @Override
        public boolean chord(double at, double[] lowHigh) {
            double v = at < y ? (y - at) / front : (at - y) / back;
            if (!(v < 1)) {
                return false;
            }
            double half = exponent == 2 ? Math.sqrt(1 - v * v) : Math.pow(1 - Math.pow(v, exponent), 1 / exponent);
            lowHigh[0] = x - right * half;
            lowHigh[1] = x + left * half;
            return true;
        }

        /**
         * The point of the outline at an angle (0 = front, 90 degrees = left, 180 = back), moved outwards by this much.
         */
        Point around(double degrees, double outwardsMm, double z) {
            double s = Math.sin(Math.toRadians(degrees));
            double c = Math.cos(Math.toRadians(degrees));
            double ex = s * Math.pow(Math.abs(s), 2 / exponent - 1);
            double ey = -c * Math.pow(Math.abs(c), 2 / exponent - 1);
            double a = (s > 0 ? left : right) + outwardsMm;
            double b = (c > 0 ? front : back) + outwardsMm;
            return new Point(x + a * ex, y + b * ey, z);
        }
    }
}
