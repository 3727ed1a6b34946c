package org.farfield.dicom.codec.jpeg2000;

/**
 * The significance and refinement passes whose bits stand in the stream as they are (selective arithmetic coding
 * bypass, T.800 D.6). Works on the flags and values of a {@link BlockDecoder}; one thread.
 */
final class RawPasses {
    private final int[] flags;
    private final int[] values;
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int current;
    private int left;
    private int width;
    private int stripes;
    private int lastStripe;
    private boolean causal;

    RawPasses(int[] flags, int[] values) {
        this.flags = flags;
        this.values = values;
    }

    void start(byte[] segment, int from, int to, int columns, int stripeCount, int rowsOfLast, boolean isCausal) {
        bytes = segment;
        at = from;
        end = to;
        current = 0;
        left = 0;
        width = columns;
        stripes = stripeCount;
        lastStripe = rowsOfLast;
        causal = isCausal;
    }

    /** One bit; after a byte FF the next has seven, behind the end come ones. */
    private int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = at < end ? bytes[at++] & 0xFF : 0xFF;
        }
        return current >> --left & 1;
    }

    void pass(boolean significance, int plane) {
        for (int stripe = 0; stripe < stripes; stripe++) {
            int rows = stripe == stripes - 1 ? lastStripe : BlockFlags.EACH;
            int place = (stripe + 1) * (width + 2) + 1;
            int to = 4 * stripe * width;
            for (int x = 0; x < width; x++) {
                if (significance) {
                    significance(place + x, to + 4 * x, rows, plane);
                } else {
                    refinement(place + x, to + 4 * x, plane);
                }
            }
        }
    }

    private void significance(int place, int to, int rows, int plane) {
        int own = flags[place];
        int remaining = BlockFlags.candidates(own) & rows;
        while (remaining != 0) {
            int s = Integer.numberOfTrailingZeros(remaining);
            remaining &= remaining - 1;
            own |= BlockFlags.VISITED << s;
            if (bit() == 1) {
                int sign = bit();
                own |= (BlockFlags.SELF | sign * BlockFlags.SIGN) << s;
                BlockFlags.spread(flags, place, width + 2, s, sign, causal);
                values[to + s / 3] = 3 << plane | sign << 31;
                remaining |= 8 << s & rows & ~(own >>> 4);
            }
        }
        flags[place] = own;
    }

    private void refinement(int place, int to, int plane) {
        int own = flags[place];
        int remaining = own >>> 4 & ~(own >>> 21) & BlockFlags.EACH;
        flags[place] = own | remaining * BlockFlags.REFINED;
        while (remaining != 0) {
            int s = Integer.numberOfTrailingZeros(remaining);
            remaining &= remaining - 1;
            values[to + s / 3] += (bit() << (plane + 1)) - (1 << plane);
        }
    }
}
