package org.farfield.dicom.codec;

import java.util.Arrays;

/**
 * The parameters and the adaptive state of JPEG-LS (ITU-T T.87), the same for encoder and decoder.
 *
 * <p>A sample is predicted from its neighbours; a context of three quantised gradients, folded by sign to 365 classes,
 * keeps the running sums that correct the prediction (B, C) and choose the Golomb code (A, N). Two more contexts, 365
 * and 366, serve the sample that interrupts a run. Arrays and fields are read in the inner loops of both sides, which
 * take no branch that noise decides: a mispredicted one costs more than the arithmetic of a sample. One thread.
 */
final class JpegLsModel {
    static final int RUN_CONTEXT = 365;
    static final int DEFAULT_RESET = 64;
    private static final int LOWEST_CORRECTION = -128;
    private static final int HIGHEST_CORRECTION = 127;

    /** Order of the run length code for each run index: T.87 A.7.1.1. */
    static final int[] RUN_ORDER = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    final int maximum;
    final int near;
    /** Distance of two reconstructed values: 2 NEAR + 1. */
    final int step;

    final int range;
    final int rangeBits;
    final int limit;
    final int reset;
    /** Gradient + maximum to -4..4. */
    final byte[] quantised;

    /** Four numbers a context, so that a sample touches one line of the cache: A, B, C, N at {@link #SUM} and so on. */
    final int[] state = new int[4 * (RUN_CONTEXT + 2)];

    static final int SUM = 0;
    static final int BIAS = 1;
    static final int CORRECTION = 2;
    static final int COUNT = 3;

    final int[] negatives = new int[2];
    int runIndex;

    private JpegLsModel(int maximum, int near, int reset, int first, int second, int third) {
        this.maximum = maximum;
        this.near = near;
        this.step = 2 * near + 1;
        this.range = (maximum + 2 * near) / step + 1;
        this.rangeBits = bitsFor(range);
        int sampleBits = Math.max(2, bitsFor(maximum + 1));
        this.limit = 2 * (sampleBits + Math.max(8, sampleBits));
        this.reset = reset;
        this.quantised = quantised(first, second, third);
        restart();
    }

    /** The model with the default thresholds of T.87 C.2.4.1.1.1. */
    static JpegLsModel of(int maximum, int near) {
        return of(maximum, near, 0, 0, 0, 0);
    }

    /** The model with given thresholds; 0 stands for the default. */
    static JpegLsModel of(int maximum, int near, int first, int second, int third, int reset) {
        int t1;
        int t2;
        int t3;
        if (maximum >= 128) {
            int factor = (Math.min(maximum, 4095) + 128) / 256;
            t1 = clamp(factor + 2 + 3 * near, near + 1, maximum);
            t2 = clamp(factor * 4 + 3 + 5 * near, t1, maximum);
            t3 = clamp(factor * 17 + 4 + 7 * near, t2, maximum);
        } else {
            int factor = 256 / (maximum + 1);
            t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1, maximum);
            t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1, maximum);
            t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2, maximum);
        }
        return new JpegLsModel(
                maximum,
                near,
                reset == 0 ? DEFAULT_RESET : reset,
                first == 0 ? t1 : first,
                second == 0 ? t2 : second,
                third == 0 ? t3 : third);
    }

    /** Back to the state at the start of a scan. */
    void restart() {
        Arrays.fill(state, 0);
        for (int at = 0; at < state.length; at += 4) {
            state[at + SUM] = Math.max(2, (range + 32) / 64);
            state[at + COUNT] = 1;
        }
        Arrays.fill(negatives, 0);
        runIndex = 0;
    }

    /** The median edge detector: T.87 A.4.1. */
    static int predict(int left, int above, int aboveLeft) {
        int plane = left + above - aboveLeft;
        return Math.max(Math.min(left, above), Math.min(Math.max(left, above), plane));
    }

    /** T.87 A.6: the context whose numbers begin at {@code at} learns an error. */
    void learn(int at, int error) {
        int b = state[at + BIAS] + error * step;
        int a = state[at + SUM] + Math.abs(error);
        int n = state[at + COUNT];
        if (n == reset) {
            a >>= 1;
            b = b >= 0 ? b >> 1 : -((1 - b) >> 1);
            n >>= 1;
        }
        n++;
        int below = (b + n - 1) >> 31;
        int above = -b >> 31;
        b += (n & below) - (n & above);
        int correction = state[at + CORRECTION] + below - above;
        state[at + CORRECTION] = Math.max(LOWEST_CORRECTION, Math.min(HIGHEST_CORRECTION, correction));
        state[at + BIAS] = Math.max(1 - n, Math.min(0, b));
        state[at + SUM] = a;
        state[at + COUNT] = n;
    }

    /** T.87 A.7.2.2: the run interruption context {@code type} (0 or 1) learns an error with its mapped form. */
    void learnInterruption(int type, int error, int mapped) {
        int at = 4 * (RUN_CONTEXT + type);
        if (error < 0) {
            negatives[type]++;
        }
        state[at + SUM] += (mapped + 1 - type) >> 1;
        if (state[at + COUNT] == reset) {
            state[at + SUM] >>= 1;
            state[at + COUNT] >>= 1;
            negatives[type] >>= 1;
        }
        state[at + COUNT]++;
    }

    /** Golomb parameter of the regular context whose numbers begin at {@code at}: the least k with N 2^k >= A. */
    int golomb(int at) {
        return golomb(state[at + SUM], state[at + COUNT]);
    }

    /** Golomb parameter of a run interruption context. */
    int golombInterruption(int type) {
        int at = 4 * (RUN_CONTEXT + type);
        int sum = state[at + SUM];
        return golomb(type == 0 ? sum : sum + (state[at + COUNT] >> 1), state[at + COUNT]);
    }

    /** How often the run interruption context {@code type} was met. */
    int interruptions(int type) {
        return state[4 * (RUN_CONTEXT + type) + COUNT];
    }

    private static int golomb(int sum, int n) {
        int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(sum));
        return k + (((n << k) - sum) >>> 31);
    }

    private byte[] quantised(int t1, int t2, int t3) {
        byte[] table = new byte[2 * maximum + 1];
        for (int d = -maximum; d <= maximum; d++) {
            int size = Math.abs(d);
            int step = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
            table[d + maximum] = (byte) (d < 0 ? -step : step);
        }
        return table;
    }

    private static int clamp(int value, int low, int maximum) {
        return value > maximum || value < low ? low : value;
    }

    /** Bits that write the values 0..n-1. */
    private static int bitsFor(int n) {
        return 32 - Integer.numberOfLeadingZeros(n - 1);
    }
}
