package org.farfield.dicom.codec.jpeg2000;

/**
 * The MQ arithmetic decoder (T.800 annex C), split so that its frequent case is three instructions that the coding
 * passes hold in their loops:
 *
 * <pre>
 * int word = contexts[k];
 * distance -= word &amp; MqStates.PROBABILITY;
 * int bit = word &amp; 1;
 * if (distance &lt; 0) {
 *     bit = mq.settle(k, distance);
 *     distance = mq.distance();
 * }
 * </pre>
 *
 * <p>Idea (Taubman and Marcellin, "JPEG2000", 12.1): while the more probable symbol comes and the interval A stays at
 * 0x8000 or more, all a step does is to subtract Qe from both A and the code register C. So only the distance to the
 * nearer of the two events, C below zero or A below 0x8000, is counted down; A and C themselves are kept without it.
 * Both are scaled by {@link MqStates#SCALE}. The bytes of a segment must be followed by FF FF, which the decoder never
 * passes. One thread.
 */
final class MqDecoder {
    private static final int LOWEST = 0x8000 << MqStates.SCALE;
    /** Bits of the code register below the scaled interval, read ahead. */
    private static final int FRACTION = 32;
    /** Where the code register's whole numbers begin. */
    private static final int POINT = FRACTION + MqStates.SCALE;

    private static final int MOST_AHEAD = POINT - 8;

    final int[] contexts = new int[BlockFlags.CONTEXTS];

    private byte[] bytes = new byte[0];
    private int at;
    private int interval;
    private long code;
    private int left;
    private int distance;

    /** Begins a codeword segment; contexts stay as they are. */
    void start(byte[] segment, int from) {
        bytes = segment;
        at = from;
        code = (long) (segment[from] & 0xFF) << POINT;
        left = 0;
        fill();
        code <<= 7;
        left -= 7;
        measure(LOWEST);
    }

    /** How much may be subtracted before {@link #settle} is needed. */
    int distance() {
        return distance;
    }

    /** Keeps what a pass has left of the distance. */
    void keep(int rest) {
        distance = rest;
    }

    /** The next symbol of a context, where speed does not count. */
    int decode(int context) {
        int word = contexts[context];
        distance -= word & MqStates.PROBABILITY;
        return distance < 0 ? settle(context, distance) : word & 1;
    }

    /** Decides a symbol whose probability was already subtracted, and renormalizes (T.800 figures C.15 to C.20). */
    int settle(int context, int rest) {
        int word = contexts[context];
        int probability = word & MqStates.PROBABILITY;
        int a = interval + rest;
        long c = code + ((long) rest << FRACTION);
        int below = (int) (c >> 63);
        int less = below ^ ((a - probability) >> 31);
        c += (long) (probability & below) << FRACTION;
        a += (probability - a) & below;
        contexts[context] = MqStates.NEXT[(word & MqStates.STATE) + (MqStates.LESS_PROBABLE & less)];
        int shift = Integer.numberOfLeadingZeros(a) - 1;
        code = c << shift;
        left -= shift;
        if (left < 0) {
            fill();
        }
        measure(a << shift);
        return (word ^ less) & 1;
    }

    private void measure(int a) {
        int least = Math.min((int) (code >>> FRACTION), a - LOWEST);
        code -= (long) least << FRACTION;
        interval = a - least;
        distance = least;
    }

    /** BYTEIN, several times: after FF come seven bits, and a marker gives ones without end. */
    private void fill() {
        long c = code;
        int bits = left;
        int place = at;
        int last = bytes[place] & 0xFF;
        while (bits <= MOST_AHEAD) {
            int next = bytes[place + 1] & 0xFF;
            if (last != 0xFF) {
                bits += 8;
                place++;
            } else if (next <= 0x8F) {
                bits += 7;
                place++;
            } else {
                bits += 8;
                next = 0xFF;
            }
            last = bytes[place] & 0xFF;
            c += (long) next << (POINT - bits);
        }
        code = c;
        left = bits;
        at = place;
    }
}
