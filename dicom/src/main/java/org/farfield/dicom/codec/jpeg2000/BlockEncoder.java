package org.farfield.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.farfield.dicom.ByteSlice;

/**
 * Encodes code-blocks without loss: all bit planes, one codeword segment, no options (T.800 annex D). The layout is
 * that of {@link BlockDecoder}; values are sign (bit 31) and magnitude. Made once for many blocks; one thread.
 */
final class BlockEncoder {
    private final int[] flags = new int[66 * 18];
    private final int[] values = new int[4096];
    private final MqEncoder mq = new MqEncoder();
    private int width;
    private int stripes;
    private int lastStripe;
    private byte[] zeroContexts = BlockFlags.zeroContexts(0);

    /**
     * Encodes the block of a band that stands in {@code rows}, at most 64 x 64, into its chunk and number of passes.
     */
    void encode(CodeBlock block, Band band, int[][] rows) {
        int planes = take(block, band, rows);
        if (planes == 0) {
            return;
        }
        zeroContexts = BlockFlags.zeroContexts(band.orientation());
        Arrays.fill(flags, 0, (width + 2) * (stripes + 2), 0);
        mq.start();
        for (int plane = planes - 1; plane >= 0; plane--) {
            if (plane < planes - 1) {
                significancePass(plane);
                refinementPass(plane);
            }
            cleanupPass(plane);
        }
        block.passes = 3 * planes - 2;
        block.addChunk(ByteSlice.of(mq.finish()));
    }

    /** Copies the coefficients and gives the number of bit planes they need. */
    private int take(CodeBlock block, Band band, int[][] rows) {
        width = block.width;
        stripes = (block.height + 3) / 4;
        lastStripe = BlockFlags.EACH & ((1 << (3 * (block.height - 4 * (stripes - 1)))) - 1);
        int all = 0;
        for (int y = 0; y < block.height; y++) {
            int[] row = rows[band.row() + block.y + y];
            int from = band.column() + block.x;
            for (int x = 0, to = 4 * (y >> 2) * width + (y & 3); x < width; x++, to += 4) {
                int value = row[from + x];
                int magnitude = Math.abs(value);
                values[to] = magnitude | (value & Integer.MIN_VALUE);
                all |= magnitude;
            }
        }
        return 32 - Integer.numberOfLeadingZeros(all);
    }

    private int rowsOf(int stripe) {
        return stripe == stripes - 1 ? lastStripe : BlockFlags.EACH;
    }

    private void significancePass(int plane) {
        for (int stripe = 0; stripe < stripes; stripe++) {
            int rows = rowsOf(stripe);
            int at = (stripe + 1) * (width + 2) + 1;
            int from = 4 * stripe * width;
            for (int end = at + width; at < end; at++, from += 4) {
                int own = flags[at];
                int left = own == 0 ? 0 : BlockFlags.candidates(own) & rows;
                while (left != 0) {
                    int s = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    int value = values[from + ((s * 11) >> 5)];
                    int bit = value >> plane & 1;
                    mq.encode(zeroContexts[own >>> s & BlockFlags.AROUND], bit);
                    own |= BlockFlags.VISITED << s;
                    if (bit != 0) {
                        own = becomeSignificant(own, at, s, value);
                        left |= 8 << s & rows & ~(own >>> 4);
                    }
                }
                flags[at] = own;
            }
        }
    }

    private int becomeSignificant(int own, int at, int s, int value) {
        int sign = value >>> 31;
        int signs = BlockFlags.SIGNS[BlockFlags.signs(own, flags[at - 1], flags[at + 1], s)];
        mq.encode(signs >> 1, sign ^ (signs & 1));
        BlockFlags.spread(flags, at, width + 2, s, sign, false);
        return own | (BlockFlags.SELF | sign * BlockFlags.SIGN) << s;
    }

    private void refinementPass(int plane) {
        for (int stripe = 0; stripe < stripes; stripe++) {
            int at = (stripe + 1) * (width + 2) + 1;
            int from = 4 * stripe * width;
            for (int end = at + width; at < end; at++, from += 4) {
                int own = flags[at];
                int left = own >>> 4 & ~(own >>> 21) & BlockFlags.EACH;
                flags[at] = own | left * BlockFlags.REFINED;
                while (left != 0) {
                    int s = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    int context = (own >>> s & BlockFlags.AROUND) == 0 ? 14 : 15;
                    context = (own >>> s & BlockFlags.REFINED) == 0 ? context : BlockFlags.REFINED_CONTEXT;
                    mq.encode(context, values[from + ((s * 11) >> 5)] >> plane & 1);
                }
            }
        }
    }

    private void cleanupPass(int plane) {
        for (int stripe = 0; stripe < stripes; stripe++) {
            int rows = rowsOf(stripe);
            int at = (stripe + 1) * (width + 2) + 1;
            int from = 4 * stripe * width;
            for (int end = at + width; at < end; at++, from += 4) {
                int own = flags[at];
                int left = ~(own >>> 4 | own >>> 21) & rows;
                int certain = -1;
                if (own == 0 && rows == BlockFlags.EACH) {
                    certain = encodeRun(from, plane);
                    left &= certain < 0 ? 0 : -1 << certain;
                }
                while (left != 0) {
                    int s = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    int value = values[from + ((s * 11) >> 5)];
                    int bit = value >> plane & 1;
                    if (s != certain) {
                        mq.encode(zeroContexts[own >>> s & BlockFlags.AROUND], bit);
                    }
                    if (bit != 0) {
                        own = becomeSignificant(own, at, s, value);
                    }
                }
                flags[at] = own & ~BlockFlags.ALL_VISITED;
            }
        }
    }

    /** Codes how many samples of a column stay zero; gives three times that, or -1 when all do. */
    private int encodeRun(int from, int plane) {
        int run = 0;
        while (run < 4 && (values[from + run] >> plane & 1) == 0) {
            run++;
        }
        mq.encode(BlockFlags.RUN_CONTEXT, run < 4 ? 1 : 0);
        if (run == 4) {
            return -1;
        }
        mq.encode(BlockFlags.UNIFORM_CONTEXT, run >> 1);
        mq.encode(BlockFlags.UNIFORM_CONTEXT, run & 1);
        return 3 * run;
    }
}
