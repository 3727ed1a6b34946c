package org.farfield.dicom.codec.jpeg2000;

/**
 * What the coding passes know of a stripe's column of four samples, in one word (T.800 annex D). For sample r of the
 * column (0..3), with s = 3 r:
 *
 * <pre>
 * bits 0..17        significance of three columns by six rows around the column, row by row: shifted right by s,
 *                   the lowest nine bits are the neighbourhood of sample r, bit 4 the sample itself
 * bit 18            sign of the sample above the column
 * bits 19,22,25,28  sign of sample r (19, then 22 + s - 3)
 * bits 20 + s       sample r has been refined
 * bits 21 + s       sample r was coded in this bit plane's significance pass
 * bit 31            sign of the sample below the column
 * </pre>
 *
 * <p>So the context of a sample is a table look-up, and a column without significant neighbours is zero. The columns
 * have a border of one word on all sides.
 */
final class BlockFlags {
    static final int ALL_ZERO_CONTEXT = 0;
    static final int REFINED_CONTEXT = 16;
    static final int RUN_CONTEXT = 17;
    static final int UNIFORM_CONTEXT = 18;
    static final int CONTEXTS = 19;

    /** Significance of the sample itself. */
    static final int SELF = 0x10;
    /** Significance of its eight neighbours. */
    static final int AROUND = 0x1EF;
    /** A bit for each of the four samples. */
    static final int EACH = 0x249;

    static final int REFINED = 1 << 20;
    static final int VISITED = 1 << 21;
    static final int ALL_VISITED = EACH << 21;
    static final int SIGN = 1 << 19;
    private static final int SIGN_ABOVE = 1 << 18;

    /** Zero coding contexts by orientation and neighbourhood (T.800 table D.1). */
    private static final byte[][] ZERO = new byte[4][512];

    /**
     * Sign coding: twice the context, and in the lowest bit whether the decision is flipped (T.800 tables D.2, D.3).
     */
    static final byte[] SIGNS = new byte[256];

    static {
        for (int around = 0; around < 512; around++) {
            int across = (around >> 3 & 1) + (around >> 5 & 1);
            int down = (around >> 1 & 1) + (around >> 7 & 1);
            int corners = (around & 1) + (around >> 2 & 1) + (around >> 6 & 1) + (around >> 8 & 1);
            ZERO[0][around] = (byte) zeroContext(across, down, corners);
            ZERO[1][around] = (byte) zeroContext(down, across, corners);
            ZERO[2][around] = ZERO[0][around];
            ZERO[3][around] = (byte) diagonalContext(across + down, corners);
        }
        for (int signs = 0; signs < 256; signs++) {
            int across = contribution(signs, 3, 0) + contribution(signs, 5, 2);
            int down = contribution(signs, 1, 4) + contribution(signs, 7, 6);
            SIGNS[signs] = (byte) signContext(Integer.signum(across), Integer.signum(down));
        }
    }

    private BlockFlags() {}

    static byte[] zeroContexts(int orientation) {
        return ZERO[orientation];
    }

    private static int zeroContext(int across, int down, int corners) {
        if (across == 2) {
            return 8;
        }
        if (across == 1) {
            return down > 0 ? 7 : corners > 0 ? 6 : 5;
        }
        return down > 0 ? 2 + down : Math.min(2, corners);
    }

    private static int diagonalContext(int straight, int corners) {
        return switch (corners) {
            case 0 -> Math.min(2, straight);
            case 1 -> 3 + Math.min(2, straight);
            case 2 -> straight > 0 ? 7 : 6;
            default -> 8;
        };
    }

    private static int contribution(int signs, int significance, int sign) {
        return (signs >> significance & 1) * (1 - 2 * (signs >> sign & 1));
    }

    private static int signContext(int across, int down) {
        int flip = across < 0 || (across == 0 && down < 0) ? 1 : 0;
        int straight = flip == 1 ? -down : down;
        int context = across == 0 ? 9 + straight : 12 + straight;
        return context << 1 | flip;
    }

    /** The samples of a column that may become significant now: not significant, with a neighbour that is. */
    static int candidates(int flags) {
        int rows = flags | flags >>> 1 | flags >>> 2;
        return (rows | rows >>> 3 | rows >>> 6) & ~(flags >>> 4) & EACH;
    }

    /** The index into {@link #SIGNS} of the sample at {@code s}, from its column and those left and right of it. */
    static int signs(int flags, int left, int right, int s) {
        int above = (flags >>> (s == 0 ? 14 : 12 + s)) & 0x10;
        int beside = ((left >>> (19 + s)) & 1) | ((right >>> (17 + s)) & 4);
        int below = (flags >>> (16 + s)) & 0x40;
        return ((flags >>> s) & 0xAA) | beside | above | below;
    }

    /** Tells the neighbours of a sample that it has become significant; its own word is the caller's. */
    static void spread(int[] flags, int at, int stride, int s, int sign, boolean causal) {
        flags[at - 1] |= 0x20 << s;
        flags[at + 1] |= 0x08 << s;
        if (s == 0 && !causal) {
            int above = at - stride;
            flags[above - 1] |= 1 << 17;
            flags[above] |= 1 << 16 | sign << 31;
            flags[above + 1] |= 1 << 15;
        } else if (s == 9) {
            int below = at + stride;
            flags[below - 1] |= 4;
            flags[below] |= 2 | sign * SIGN_ABOVE;
            flags[below + 1] |= 1;
        }
    }
}
