package org.farfield.dicom.codec;

/**
 * The inverse cosine transform of 8 x 8 coefficients in integers: the algorithm of Loeffler, Ligtenberg and Moschytz
 * with 12 multiplications a row (ICASSP 1989), constants of 13 bits, as the "slow but accurate" transform of the
 * Independent JPEG Group has it, so that samples agree with its decoders bit by bit. One thread's own.
 */
final class InverseDct {
    private static final int BITS = 13;
    private static final int F0_298 = 2446;
    private static final int F0_390 = 3196;
    private static final int F0_541 = 4433;
    private static final int F0_765 = 6270;
    private static final int F0_899 = 7373;
    private static final int F1_175 = 9633;
    private static final int F1_501 = 12299;
    private static final int F1_847 = 15137;
    private static final int F1_961 = 16069;
    private static final int F2_053 = 16819;
    private static final int F2_562 = 20995;
    private static final int F3_072 = 25172;

    private final int[] work = new int[64];
    private final int firstBits;
    private final int center;
    private final int highest;

    /** For samples of 8 or 12 bits. */
    InverseDct(int precision) {
        firstBits = precision <= 8 ? 2 : 1;
        center = 1 << (precision - 1);
        highest = (1 << precision) - 1;
    }

    /** Turns coefficients, row by row, into samples of a plane. */
    void transform(int[] coefficients, short[] plane, int at, int stride) {
        for (int column = 0; column < 8; column++) {
            oneDimension(coefficients, column, 8, BITS - firstBits, work, column);
        }
        for (int row = 0; row < 8; row++) {
            oneDimension(work, row * 8, 1, BITS + firstBits + 3, work, row * 8);
            for (int x = 0; x < 8; x++) {
                plane[at + row * stride + x] = (short) Math.clamp(work[row * 8 + x] + center, 0, highest);
            }
        }
    }

    private static void oneDimension(int[] in, int at, int step, int shift, int[] out, int to) {
        int half = 1 << (shift - 1);
        int z2 = in[at + 2 * step];
        int z3 = in[at + 6 * step];
        int z1 = (z2 + z3) * F0_541;
        int even2 = z1 - z3 * F1_847;
        int even3 = z1 + z2 * F0_765;
        int even0 = (in[at] + in[at + 4 * step]) << BITS;
        int even1 = (in[at] - in[at + 4 * step]) << BITS;
        int sum0 = even0 + even3 + half;
        int sum3 = even0 - even3 + half;
        int sum1 = even1 + even2 + half;
        int sum2 = even1 - even2 + half;

        int odd0 = in[at + 7 * step];
        int odd1 = in[at + 5 * step];
        int odd2 = in[at + 3 * step];
        int odd3 = in[at + step];
        z1 = (odd0 + odd3) * -F0_899;
        z2 = (odd1 + odd2) * -F2_562;
        z3 = odd0 + odd2;
        int z4 = odd1 + odd3;
        int z5 = (z3 + z4) * F1_175;
        z3 = z3 * -F1_961 + z5;
        z4 = z4 * -F0_390 + z5;
        odd0 = odd0 * F0_298 + z1 + z3;
        odd1 = odd1 * F2_053 + z2 + z4;
        odd2 = odd2 * F3_072 + z2 + z3;
        odd3 = odd3 * F1_501 + z1 + z4;

        out[to] = (sum0 + odd3) >> shift;
        out[to + 7 * step] = (sum0 - odd3) >> shift;
        out[to + step] = (sum1 + odd2) >> shift;
        out[to + 6 * step] = (sum1 - odd2) >> shift;
        out[to + 2 * step] = (sum2 + odd1) >> shift;
        out[to + 5 * step] = (sum2 - odd1) >> shift;
        out[to + 3 * step] = (sum3 + odd0) >> shift;
        out[to + 4 * step] = (sum3 - odd0) >> shift;
    }
}
