package org.farfield.remote.twin.quality;

import org.farfield.remote.twin.phantom.Point;
import org.farfield.remote.twin.recon.ImageField;

/**
 * The modulation transfer function from the edge of a wide rod (Richard et al., Med. Phys. 39, 2012: all pixels sorted
 * by their distance from the rod's middle, the edge's slope along that distance, its transform). Immutable.
 */
public final class Resolution {
    private static final double BIN_MM = 0.1;
    private static final double REACH_MM = 9;

    private final double[] slope;

    private Resolution(double[] slope) {
        this.slope = slope;
    }

    /** Looks at the edge of the rod of this middle and radius. */
    public static Resolution ofEdge(Picture picture, Point center, double radius) {
        int bins = (int) (2 * REACH_MM / BIN_MM);
        double[] sum = new double[bins];
        int[] count = new int[bins];
        ImageField field = picture.field();
        for (int row = 0; row < field.matrix(); row++) {
            for (int column = 0; column < field.matrix(); column++) {
                double r = Math.hypot(field.x(column) - center.x(), field.y(row) - center.y()) - radius;
                int bin = (int) Math.floor((r + REACH_MM) / BIN_MM);
                if (bin >= 0 && bin < bins) {
                    sum[bin] += picture.at(row, column);
                    count[bin]++;
                }
            }
        }
        double[] slope = new double[bins - 1];
        for (int k = 0; k < slope.length; k++) {
            double t = ((k + 1) * BIN_MM - REACH_MM) / REACH_MM;
            slope[k] = (sum[k + 1] / count[k + 1] - sum[k] / count[k]) * (1 + Math.cos(Math.PI * t)) / 2;
        }
        return new Resolution(slope);
    }

    /** The modulation transfer function at a frequency in cycles per mm. */
    public double transfer(double perMm) {
        double re = 0;
        double im = 0;
        double all = 0;
        for (int k = 0; k < slope.length; k++) {
            double phase = 2 * Math.PI * perMm * k * BIN_MM;
            re += slope[k] * Math.cos(phase);
            im += slope[k] * Math.sin(phase);
            all += slope[k];
        }
        double bin = Math.PI * perMm * BIN_MM;
        double box = perMm == 0 ? 1 : Math.sin(bin) / bin;
        // A bin is a box, and a difference of two of them a box again.
        return Math.hypot(re, im) / Math.abs(all) / (box * box);
    }

    /** The lowest frequency, cycles per mm, above its peak at which the function has come down to a part. */
    public double at(double part) {
        double step = 0.001;
        double f;
        double best = 0;
        double peak = 0;
        for (double g = 0; g < 1; g += 0.01) {
            if (transfer(g) > best) {
                best = transfer(g);
                peak = g;
            }
        }
        f = peak;
        while (f < 1.5 && transfer(f) > part) {
            f += step;
        }
        return f;
    }
}
