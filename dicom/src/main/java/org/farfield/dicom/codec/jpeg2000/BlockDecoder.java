package org.farfield.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.farfield.dicom.DicomException;

/**
 * Decodes code-blocks (T.800 annex D): bit plane after bit plane in a significance, a refinement and a cleanup pass,
 * each stripe by stripe of four rows, column by column. Made once for many blocks; one thread.
 *
 * <p>Values stand stripe by stripe, the four samples of a column beside each other: sample (x, y) of a block of width w
 * is at 4 ((y / 4) w + x) + y % 4. A value is sign (bit 31) and magnitude times two; the lowest bit that is set is half
 * the step down to which the magnitude is known, so that truncated values stand in the middle of their interval.
 */
final class BlockDecoder {
    private static final int MOST_PLANES = 30;
    private static final int LAZY_FROM = 10;
    private static final int MOST_SAMPLES = 4096;
    /** A block of 1024 x 4 has the most, with its border. */
    private static final int MOST_FLAGS = 1026 * 3;

    private static final int SEGMENTATION_SYMBOL = 0xA;

    private final int[] flags = new int[MOST_FLAGS];
    private final int[] values = new int[MOST_SAMPLES];
    private final MqDecoder mq = new MqDecoder();
    private final RawPasses raw = new RawPasses(flags, values);
    private byte[] bytes = new byte[1 << 14];

    private int width;
    private int stripes;
    private int lastStripe;
    private boolean causal;
    private byte[] zeroContexts = BlockFlags.zeroContexts(0);

    /** Where {@link #decode} leaves its values. */
    int[] values() {
        return values;
    }

    /**
     * Decodes a block.
     *
     * @param orientation of its sub-band, see {@link Band}
     * @param planes magnitude bit planes of the sub-band
     */
    void decode(CodeBlock block, CodingStyle style, int orientation, int planes) throws DicomException {
        int coded = planes - block.zeroPlanes;
        if (coded > MOST_PLANES) {
            throw Fault.unsupported(coded + " bit planes in a code-block");
        }
        if (coded < 1 || block.passes > 3 * coded - 2) {
            throw Fault.malformed(block.passes + " coding passes for " + coded + " bit planes");
        }
        prepare(block, style, orientation);
        MqStates.reset(mq.contexts);
        int pass = 0;
        int from = 0;
        for (int segment = 0; segment < block.segments; segment++) {
            int end = from + block.segmentBytes[segment];
            byte after = bytes[end];
            byte thereafter = bytes[end + 1];
            bytes[end] = -1;
            bytes[end + 1] = -1;
            boolean bypassed = style.has(CodingStyle.BYPASS) && pass >= LAZY_FROM && pass % 3 != 0;
            if (bypassed) {
                raw.start(bytes, from, end, width, stripes, lastStripe, causal);
            } else {
                mq.start(bytes, from);
            }
            for (int i = 0; i < block.segmentPasses[segment]; i++, pass++) {
                int plane = coded - 1 - (pass + 2) / 3;
                if (bypassed) {
                    raw.pass(pass % 3 == 1, plane);
                } else {
                    pass(pass % 3, plane, style);
                }
            }
            bytes[end] = after;
            bytes[end + 1] = thereafter;
            from = end;
        }
    }

    private void prepare(CodeBlock block, CodingStyle style, int orientation) {
        int length = block.bytes();
        if (bytes.length < length + 2) {
            bytes = new byte[length + length / 2 + 2];
        }
        block.copyTo(bytes);
        width = block.width;
        stripes = (block.height + 3) / 4;
        int rows = block.height - 4 * (stripes - 1);
        lastStripe = BlockFlags.EACH & ((1 << (3 * rows)) - 1);
        causal = style.has(CodingStyle.CAUSAL);
        zeroContexts = BlockFlags.zeroContexts(orientation);
        Arrays.fill(flags, 0, (width + 2) * (stripes + 2), 0);
        Arrays.fill(values, 0, 4 * width * stripes, 0);
    }

    private void pass(int kind, int plane, CodingStyle style) throws DicomException {
        switch (kind) {
            case 1 -> significancePass(plane);
            case 2 -> refinementPass(plane);
            default -> {
                cleanupPass(plane);
                if (style.has(CodingStyle.SYMBOLS)) {
                    requireSymbol();
                }
            }
        }
        if (style.has(CodingStyle.RESET)) {
            MqStates.reset(mq.contexts);
        }
    }

    private void requireSymbol() throws DicomException {
        int symbol = 0;
        for (int i = 0; i < 4; i++) {
            symbol = symbol << 1 | mq.decode(BlockFlags.UNIFORM_CONTEXT);
        }
        if (symbol != SEGMENTATION_SYMBOL) {
            throw Fault.malformed("a code-block is damaged: its segmentation symbol is " + symbol);
        }
    }

    /** The samples of a stripe that there are. */
    private int rowsOf(int stripe) {
        return stripe == stripes - 1 ? lastStripe : BlockFlags.EACH;
    }

    private void significancePass(int plane) {
        int distance = mq.distance();
        int[] contexts = mq.contexts;
        int one = 3 << plane;
        for (int stripe = 0; stripe < stripes; stripe++) {
            int rows = rowsOf(stripe);
            int at = (stripe + 1) * (width + 2) + 1;
            int to = 4 * stripe * width;
            for (int end = at + width; at < end; at++, to += 4) {
                int own = flags[at];
                int left = own == 0 ? 0 : BlockFlags.candidates(own) & rows;
                if (left == 0) {
                    continue;
                }
                do {
                    int s = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    int context = zeroContexts[own >>> s & BlockFlags.AROUND];
                    int word = contexts[context];
                    distance -= word & MqStates.PROBABILITY;
                    int bit = word & 1;
                    if (distance < 0) {
                        bit = mq.settle(context, distance);
                        distance = mq.distance();
                    }
                    own |= BlockFlags.VISITED << s;
                    if (bit != 0) {
                        int signs = BlockFlags.SIGNS[BlockFlags.signs(own, flags[at - 1], flags[at + 1], s)];
                        context = signs >> 1;
                        word = contexts[context];
                        distance -= word & MqStates.PROBABILITY;
                        int sign = word & 1;
                        if (distance < 0) {
                            sign = mq.settle(context, distance);
                            distance = mq.distance();
                        }
                        sign ^= signs & 1;
                        own |= (BlockFlags.SELF | sign * BlockFlags.SIGN) << s;
                        BlockFlags.spread(flags, at, width + 2, s, sign, causal);
                        values[to + ((s * 11) >> 5)] = one | sign << 31;
                        left |= 8 << s & rows & ~(own >>> 4);
                    }
                } while (left != 0);
                flags[at] = own;
            }
        }
        mq.keep(distance);
    }

    private void refinementPass(int plane) {
        int distance = mq.distance();
        int[] contexts = mq.contexts;
        int half = 1 << plane;
        for (int stripe = 0; stripe < stripes; stripe++) {
            int at = (stripe + 1) * (width + 2) + 1;
            int to = 4 * stripe * width;
            for (int end = at + width; at < end; at++, to += 4) {
                int own = flags[at];
                int left = own >>> 4 & ~(own >>> 21) & BlockFlags.EACH;
                if (left == 0) {
                    continue;
                }
                int refined = left * BlockFlags.REFINED;
                do {
                    int s = Integer.numberOfTrailingZeros(left);
                    left &= left - 1;
                    int context = (own >>> s & BlockFlags.AROUND) == 0 ? 14 : 15;
                    context = (own >>> s & BlockFlags.REFINED) == 0 ? context : BlockFlags.REFINED_CONTEXT;
                    int word = contexts[context];
                    distance -= word & MqStates.PROBABILITY;
                    int bit = word & 1;
                    if (distance < 0) {
                        bit = mq.settle(context, distance);
                        distance = mq.distance();
                    }
                    values[to + ((s * 11) >> 5)] += (bit << (plane + 1)) - half;
                } while (left != 0);
                flags[at] = own | refined;
            }
        }
        mq.keep(distance);
    }

    private void cleanupPass(int plane) {
        int one = 3 << plane;
        for (int stripe = 0; stripe < stripes; stripe++) {
            int rows = rowsOf(stripe);
            int at = (stripe + 1) * (width + 2) + 1;
            int to = 4 * stripe * width;
            for (int end = at + width; at < end; at++, to += 4) {
                int own = flags[at];
                int left = ~(own >>> 4 | own >>> 21) & rows;
                int certain = -1;
                if (own == 0 && rows == BlockFlags.EACH) {
                    if (mq.decode(BlockFlags.RUN_CONTEXT) == 0) {
                        continue;
                    }
                    int run = mq.decode(BlockFlags.UNIFORM_CONTEXT) << 1;
                    run |= mq.decode(BlockFlags.UNIFORM_CONTEXT);
                    certain = 3 * run;
                    left &= -1 << certain;
                }
                if (left != 0) {
                    own = cleanUp(own, left, certain, at, to, one);
                }
                flags[at] = own & ~BlockFlags.ALL_VISITED;
            }
        }
    }

    /** The cleanup pass of one column; the sample at {@code certain} is known to become significant. */
    private int cleanUp(int before, int samples, int certain, int at, int to, int one) {
        int distance = mq.distance();
        int[] contexts = mq.contexts;
        int own = before;
        int left = samples;
        do {
            int s = Integer.numberOfTrailingZeros(left);
            left &= left - 1;
            if (s != certain) {
                int context = zeroContexts[own >>> s & BlockFlags.AROUND];
                int word = contexts[context];
                distance -= word & MqStates.PROBABILITY;
                int bit = word & 1;
                if (distance < 0) {
                    bit = mq.settle(context, distance);
                    distance = mq.distance();
                }
                if (bit == 0) {
                    continue;
                }
            }
            int signs = BlockFlags.SIGNS[BlockFlags.signs(own, flags[at - 1], flags[at + 1], s)];
            int context = signs >> 1;
            int word = contexts[context];
            distance -= word & MqStates.PROBABILITY;
            int sign = word & 1;
            if (distance < 0) {
                sign = mq.settle(context, distance);
                distance = mq.distance();
            }
            sign ^= signs & 1;
            own |= (BlockFlags.SELF | sign * BlockFlags.SIGN) << s;
            BlockFlags.spread(flags, at, width + 2, s, sign, causal);
            values[to + ((s * 11) >> 5)] = one | sign << 31;
        } while (left != 0);
        mq.keep(distance);
        return own;
    }
}
