package org.farfield.remote.twin.quality;

import org.farfield.remote.twin.recon.Fourier;
import org.farfield.remote.twin.recon.ImageField;

/**
 * The noise power spectrum, HU2 mm2 by frequency in steps of {@link #BIN_PER_MM}, from squares of 128 x 128 pixels of a
 * picture of noise (AAPM Report 233, 6.2). Immutable.
 */
public final class NoisePower {
    public static final double BIN_PER_MM = 0.05;
    private static final int SIDE = 128;
    private static final int BINS = 20;

    private final double[] power;

    private NoisePower(double[] power) {
        this.power = power;
    }

    /**
     * Looks at the squares of a picture.
     *
     * @param noise two pictures' difference
     * @param reach how far from the middle squares may lie, mm
     */
    public static NoisePower of(Picture noise, double reach) {
        ImageField field = noise.field();
        double[] sum = new double[BINS];
        long[] count = new long[BINS];
        for (int row = 0; row + SIDE <= field.matrix(); row += SIDE / 2) {
            for (int column = 0; column + SIDE <= field.matrix(); column += SIDE / 2) {
                double x = field.x(column + SIDE / 2.0) - field.centerXMm();
                double y = field.y(row + SIDE / 2.0) - field.centerYMm();
                if (Math.hypot(x, y) < reach) {
                    add(noise, row, column, sum, count);
                }
            }
        }
        double[] power = new double[BINS];
        for (int k = 0; k < BINS; k++) {
            power[k] = count[k] == 0 ? 0 : sum[k] / count[k];
        }
        return new NoisePower(power);
    }

    private static void add(Picture noise, int firstRow, int firstColumn, double[] sum, long[] count) {
        Fourier fourier = new Fourier(SIDE);
        float[][] re = new float[SIDE][SIDE];
        float[][] im = new float[SIDE][SIDE];
        double mean = 0;
        for (int r = 0; r < SIDE; r++) {
            for (int c = 0; c < SIDE; c++) {
                mean += noise.at(firstRow + r, firstColumn + c) / (SIDE * SIDE);
            }
        }
        for (int r = 0; r < SIDE; r++) {
            for (int c = 0; c < SIDE; c++) {
                re[r][c] = (float) (noise.at(firstRow + r, firstColumn + c) - mean);
            }
            fourier.transform(re[r], im[r]);
        }
        double pixel = noise.field().pixelMm();
        for (int c = 0; c < SIDE; c++) {
            float[] a = new float[SIDE];
            float[] b = new float[SIDE];
            for (int r = 0; r < SIDE; r++) {
                a[r] = re[r][c];
                b[r] = im[r][c];
            }
            fourier.transform(a, b);
            for (int r = 0; r < SIDE; r++) {
                double f = Math.hypot(Math.min(r, SIDE - r), Math.min(c, SIDE - c)) / (SIDE * pixel);
                int bin = (int) (f / BIN_PER_MM);
                if (bin < BINS) {
                    sum[bin] += (a[r] * a[r] + b[r] * b[r]) * pixel * pixel / (SIDE * SIDE);
                    count[bin]++;
                }
            }
        }
    }

    /** The power of the bin from k x {@link #BIN_PER_MM} on. */
    public double power(int k) {
        return power[k];
    }
}
