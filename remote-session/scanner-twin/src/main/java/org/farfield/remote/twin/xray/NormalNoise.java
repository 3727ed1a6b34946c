package org.farfield.remote.twin.xray;

/**
 * Standard normal deviates that depend on nothing but a key, so that the noise of a view is the same whichever thread
 * draws it. SplitMix64 (Steele, Lea, Flood 2014) gives the uniform bits; a table of the inverse normal distribution,
 * read with linear interpolation, turns them into deviates (standard deviation 1 within 0.1 %, tails cut at 4.1 sigma).
 */
public final class NormalNoise {
    private static final int SIZE = 1 << 13;
    private static final float[] QUANTILES = quantiles();

    private NormalNoise() {}

    /** A key for an ordered list of numbers, well mixed. */
    public static long key(long seed, long... parts) {
        long h = mix(seed ^ 0x9E3779B97F4A7C15L);
        for (long p : parts) {
            h = mix(h + 0x9E3779B97F4A7C15L * (p + 1));
        }
        return h;
    }

    /** Adds weight x deviate to each element of {@code out[from, from + count)}. */
    public static void add(float[] out, int from, int count, float weight, long key) {
        long state = key;
        for (int i = 0; i < count; i += 2) {
            state += 0x9E3779B97F4A7C15L;
            long bits = mix(state);
            out[from + i] += weight * deviate((int) (bits >>> 32));
            if (i + 1 < count) {
                out[from + i + 1] += weight * deviate((int) bits);
            }
        }
    }

    private static float deviate(int bits) {
        int cell = bits >>> 19;
        float t = (bits & 0x7FFFF) * (1f / 0x80000);
        float low = QUANTILES[cell];
        return low + t * (QUANTILES[cell + 1] - low);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /**
     * Nodes of the inverse normal distribution at k / SIZE, the two ends at a finite quantile, scaled to unit variance.
     */
    private static float[] quantiles() {
        double[] q = new double[SIZE + 1];
        for (int k = 0; k <= SIZE; k++) {
            double p = Math.clamp((double) k / SIZE, 0.15 / SIZE, 1 - 0.15 / SIZE);
            q[k] = inverseNormal(p);
        }
        double variance = 0;
        for (int k = 0; k < SIZE; k++) {
            variance += (q[k] * q[k] + q[k] * q[k + 1] + q[k + 1] * q[k + 1]) / 3 / SIZE;
        }
        float[] table = new float[SIZE + 1];
        for (int k = 0; k <= SIZE; k++) {
            table[k] = (float) (q[k] / Math.sqrt(variance));
        }
        return table;
    }

    /** Bisection on the normal distribution function (its series of Marsaglia 2004); used once for the table. */
    private static double inverseNormal(double p) {
        double low = -9;
        double high = 9;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            if (distribution(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double distribution(double x) {
        double sum = x;
        double term = x;
        for (int k = 1; k < 200 && sum + term != sum; k++) {
            term *= x * x / (2 * k + 1);
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
