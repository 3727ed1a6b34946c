package org.farfield.rendering.engine;

/**
 * The arithmetic of a chunk of samples, in loops so small that the compiler turns each into vector instructions. Larger
 * loops, which would save passing over the scratch again, it leaves scalar; they were measured to take several times as
 * long.
 */
final class Passes {

    private Passes() {}

    /** Whole part and fraction of start + i * step, in fixed point. */
    static void split(int start, int step, FixedPoint fixed, int[] whole, float[] fraction, int count) {
        int bits = fixed.bits();
        int mask = fixed.fractionMask();
        float scale = fixed.fractionScale();
        for (int i = 0; i < count; i++) {
            int p = start + i * step;
            whole[i] = p >> bits;
            fraction[i] = (p & mask) * scale;
        }
    }

    /** Index in a slice: row times columns, plus column. */
    static void index(int[] column, int[] row, int columns, int[] at, int count) {
        for (int i = 0; i < count; i++) {
            at[i] = row[i] * columns + column[i];
        }
    }

    /** Bilinear in one slice: a and b on one row, c and d on the next. */
    static void bilinear(int[] a, int[] b, int[] c, int[] d, float[] fx, float[] fy, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            float x = fx[i];
            float upper = a[i] + (b[i] - a[i]) * x;
            float lower = c[i] + (d[i] - c[i]) * x;
            out[i] = upper + (lower - upper) * fy[i];
        }
    }

    static void mix(float[] a, float[] b, float[] share, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] + (b[i] - a[i]) * share[i];
        }
    }
}
