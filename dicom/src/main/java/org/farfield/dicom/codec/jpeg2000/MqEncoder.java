package org.farfield.dicom.codec.jpeg2000;

import java.util.Arrays;

/** The MQ arithmetic encoder (T.800 C.2), its registers as the standard has them. One thread. */
final class MqEncoder {
    private static final int CARRY = 0x8000000;

    final int[] contexts = new int[BlockFlags.CONTEXTS];

    private byte[] out = new byte[1 << 14];
    /** The byte being made; byte 0 only stands before the first. */
    private int at;

    private int interval;
    private int code;
    private int left;

    /** Begins a codeword segment with contexts in their initial states. */
    void start() {
        MqStates.reset(contexts);
        interval = 0x8000;
        code = 0;
        left = 12;
        at = 0;
        out[0] = 0;
    }

    void encode(int context, int bit) {
        int word = contexts[context];
        int probability = word >>> MqStates.SCALE;
        interval -= probability;
        boolean less = (word & 1) != bit;
        if (!less && interval >= 0x8000) {
            code += probability;
            return;
        }
        if (less == interval < probability) {
            code += probability;
        } else {
            interval = probability;
        }
        contexts[context] = MqStates.NEXT[(word & MqStates.STATE) + (less ? MqStates.LESS_PROBABLE : 0)];
        int shift = Integer.numberOfLeadingZeros(interval) - 16;
        interval <<= shift;
        while (shift >= left) {
            code <<= left;
            shift -= left;
            next();
        }
        code <<= shift;
        left -= shift;
    }

    /** BYTEOUT, with its carry. */
    private void next() {
        if (at + 2 >= out.length) {
            out = Arrays.copyOf(out, 2 * out.length);
        }
        if (out[at] != -1 && code >= CARRY) {
            out[at]++;
            code &= CARRY - 1;
        }
        if (out[at] == -1) {
            out[++at] = (byte) (code >> 20);
            code &= 0xFFFFF;
            left = 7;
        } else {
            out[++at] = (byte) (code >> 19);
            code &= 0x7FFFF;
            left = 8;
        }
    }

    /** Ends the segment (FLUSH) and gives its bytes. */
    byte[] finish() {
        int end = code + interval;
        code |= 0xFFFF;
        if (code >= end) {
            code -= 0x8000;
        }
        code <<= left;
        next();
        code <<= left;
        next();
        return Arrays.copyOfRange(out, 1, out[at] == -1 ? at : at + 1);
    }
}
