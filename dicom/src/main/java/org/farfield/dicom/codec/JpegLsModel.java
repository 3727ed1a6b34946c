package org.farfield.dicom.codec;

import java.util.Arrays;

/**
 * The parameters and the adaptive state of JPEG-LS (ITU-T T.87), the same for encoder and decoder.
 *
 * <p>A sample is predicted from its neighbours; a context of three quantised gradients, folded by sign to 365 classes,
 * keeps the running sums that correct the prediction (B, C) and choose the Golomb code (A, N). Two more contexts, 365
 * and 366, serve the sample that interrupts a run. Arrays and fields are read in the inner loops of both sides; one
 * thread.
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

    final int[] sumOfErrors = new int[RUN_CONTEXT + 2];
    final int[] bias = new int[RUN_CONTEXT];
    final int[] correction = new int[RUN_CONTEXT];
    final int[] count = new int[RUN_CONTEXT + 2];
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
        Arrays.fill(sumOfErrors, Math.max(2, (range + 32) / 64));
        Arrays.fill(count, 1);
        Arrays.fill(bias, 0);
        Arrays.fill(correction, 0);
        Arrays.fill(negatives, 0);
        runIndex = 0;
    }

    /** The median edge detector: T.87 A.4.1. */
    static int predict(int left, int above, int aboveLeft) {
        int low = Math.min(left, above);
        int high = Math.max(left, above);
        return aboveLeft >= high ? low : aboveLeft <= low ? high : left + above - aboveLeft;
    }

    /** T.87 A.6: the context learns an error. */
    void learn(int context, int error) {
        int b = bias[context] + error * step;
        int a = sumOfErrors[context] + Math.abs(error);
        int n = count[context];
        if (n == reset) {
            a >>= 1;
            b = b >= 0 ? b >> 1 : -((1 - b) >> 1);
            n >>= 1;
        }
        n++;
        if (b <= -n) {
            b += n;
            if (correction[context] > LOWEST_CORRECTION) {
                correction[context]--;
            }
            if (b <= -n) {
                b = -n + 1;
            }
        } else if (b > 0) {
            b -= n;
            if (correction[context] < HIGHEST_CORRECTION) {
                correction[context]++;
            }
            if (b > 0) {
                b = 0;
            }
        }
        sumOfErrors[context] = a;
        bias[context] = b;
        count[context] = n;
    }

    /** T.87 A.7.2.2: the run interruption context {@code type} (0 or 1) learns an error with its mapped form. */
    void learnInterruption(int type, int error, int mapped) {
        int context = RUN_CONTEXT + type;
        if (error < 0) {
            negatives[type]++;
        }
        sumOfErrors[context] += (mapped + 1 - type) >> 1;
        if (count[context] == reset) {
            sumOfErrors[context] >>= 1;
            count[context] >>= 1;
            negatives[type] >>= 1;
        }
        count[context]++;
    }

    /** Golomb parameter of a regular context: the least k with N 2^k >= A. */
    int golomb(int context) {
        return golomb(sumOfErrors[context], count[context]);
    }

    /** Golomb parameter of a run interruption context. */
    int golombInterruption(int type) {
        int context = RUN_CONTEXT + type;
        int sum = sumOfErrors[context];
        return golomb(type == 0 ? sum : sum + (count[context] >> 1), count[context]);
    }

    private static int golomb(int sum, int n) {
        int k = 0;
        while (n << k < sum) {
            k++;
        }
        return k;
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
