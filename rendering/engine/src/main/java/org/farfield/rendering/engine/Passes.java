package org.farfield.rendering.engine;

/**
 * The arithmetic of a chunk of samples, in loops so small that the compiler turns each into vector instructions. Larger
 * loops, which would save passing over the scratch again, it leaves scalar, and so does it a loop that multiplies its
 * own counter; hence {@link #NUMBERS}. Both were measured to take several times as long.
 *
 * <p>A pair is a voxel in the lower half of an int and its right neighbour in the upper, both signed.
 */
final class Passes {

    /** 0, 1, 2 ... : the counter as something that is read. */
    private static final int[] NUMBERS = numbers();

    private Passes() {}

    private static int[] numbers() {
        int[] numbers = new int[FixedPoint.CHUNK];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /** Where the samples lie among all voxels, counted from the chunk's first layer. */
    static void index(FixedLine line, int columns, int layerVoxels, int[] at, int count) {
        int bits = line.bits;
        int x = line.x;
        int y = line.y;
        int z = line.z;
        int dx = line.dx;
        int dy = line.dy;
        int dz = line.dz;
        int[] numbers = NUMBERS;
        for (int i = 0; i < count; i++) {
            int n = numbers[i];
            at[i] = ((z + n * dz) >> bits) * layerVoxels + ((y + n * dy) >> bits) * columns + ((x + n * dx) >> bits);
        }
    }

    /** The fraction of start + i * step, in fixed point. */
    static void fraction(int start, int step, int bits, float[] fraction, int count) {
        int mask = (1 << bits) - 1;
        float scale = 1f / (1 << bits);
        int[] numbers = NUMBERS;
        for (int i = 0; i < count; i++) {
            fraction[i] = ((start + numbers[i] * step) & mask) * scale;
        }
    }

    /** Bilinear in one layer: a pair on one row, the pair below on the next. */
    static void bilinear(int[] upper, int[] lower, float[] fx, float[] fy, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            float x = fx[i];
            int u = upper[i];
            int l = lower[i];
            int u0 = (u << 16) >> 16;
            int l0 = (l << 16) >> 16;
            float a = Math.fma((float) ((u >> 16) - u0), x, (float) u0);
            float b = Math.fma((float) ((l >> 16) - l0), x, (float) l0);
            out[i] = Math.fma(b - a, fy[i], a);
        }
    }

    static void mix(float[] a, float[] b, float[] share, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.fma(b[i] - a[i], share[i], a[i]);
        }
    }

    static void add(float[] values, float more, int count) {
        for (int i = 0; i < count; i++) {
            values[i] += more;
        }
    }

    static void toFloat(int[] voxels, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = voxels[i];
        }
    }

    static void toFloat(short[] voxels, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = voxels[i];
        }
    }

    /** ((a f + b) f + c) f + d. */
    static void polynomial(float[] fraction, float[] coefficients, float[] out, int count) {
        float a = coefficients[0];
        float b = coefficients[1];
        float c = coefficients[2];
        float d = coefficients[3];
        for (int i = 0; i < count; i++) {
            float f = fraction[i];
            out[i] = Math.fma(Math.fma(Math.fma(a, f, b), f, c), f, d);
        }
    }

    /** Four voxels of a row, two to the left and two to the right, by their weights. */
    static void weighedRow(int[] left, int[] right, float[][] weights, float[] out, int count) {
        float[] w0 = weights[0];
        float[] w1 = weights[1];
        float[] w2 = weights[2];
        float[] w3 = weights[3];
        for (int i = 0; i < count; i++) {
            int l = left[i];
            int r = right[i];
            float a = ((l << 16) >> 16) * w0[i];
            float b = ((r << 16) >> 16) * w2[i];
            out[i] = Math.fma((float) (l >> 16), w1[i], a) + Math.fma((float) (r >> 16), w3[i], b);
        }
    }

    /** Four values by their weights. */
    static void weighed(float[][] values, float[][] weights, float[] out, int count) {
        float[] a = values[0];
        float[] b = values[1];
        float[] c = values[2];
        float[] d = values[3];
        float[] w0 = weights[0];
        float[] w1 = weights[1];
        float[] w2 = weights[2];
        float[] w3 = weights[3];
        for (int i = 0; i < count; i++) {
            out[i] = Math.fma(d[i], w3[i], Math.fma(c[i], w2[i], Math.fma(b[i], w1[i], a[i] * w0[i])));
        }
    }

    static void addWeighed(float[] values, float[] weight, float[] sum, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] = Math.fma(values[i], weight[i], sum[i]);
        }
    }

    /** Whether neither voxel of any pair lies from {@code first} to {@code first + span}. */
    static boolean clear(int[] pairs, int first, int span, int count) {
        int signs = -1;
        for (int i = 0; i < count; i++) {
            int a = ((pairs[i] << 16) >> 16) - first;
            int b = (pairs[i] >> 16) - first;
            signs &= (a | (span - a)) & (b | (span - b));
        }
        return signs < 0;
    }
}
