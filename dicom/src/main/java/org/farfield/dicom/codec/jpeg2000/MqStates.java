package org.farfield.dicom.codec.jpeg2000;

/**
 * The probability states of the MQ coder (T.800 table C.2) as words that hold all a step needs: the probability Qe,
 * scaled by {@link #SCALE}, the number of the state times two, and the more probable symbol in the lowest bit.
 */
final class MqStates {
    /** By how many bits probabilities and intervals are shifted up. */
    static final int SCALE = 15;
    /** Takes the scaled probability out of a word. */
    static final int PROBABILITY = -1 << SCALE;
    /** Takes state and symbol out of a word. */
    static final int STATE = 0x7F;
    /** Added to state and symbol to look up what follows after the less probable symbol. */
    static final int LESS_PROBABLE = 0x80;

    /** The word after a renormalization, by state, symbol, and which symbol it was. */
    static final int[] NEXT = new int[256];

    private static final int[] PROBABILITIES = {
        0x5601, 0x3401, 0x1801, 0x0AC1, 0x0521, 0x0221, 0x5601, 0x5401, 0x4801, 0x3801, 0x3001, 0x2401, 0x1C01, 0x1601,
        0x5601, 0x5401, 0x5101, 0x4801, 0x3801, 0x3401, 0x3001, 0x2801, 0x2401, 0x2201, 0x1C01, 0x1801, 0x1601, 0x1401,
        0x1201, 0x1101, 0x0AC1, 0x09C1, 0x08A1, 0x0521, 0x0441, 0x02A1, 0x0221, 0x0141, 0x0111, 0x0085, 0x0049, 0x0025,
        0x0015, 0x0009, 0x0005, 0x0001, 0x5601
    };
    private static final int[] AFTER_MORE = {
        1, 2, 3, 4, 5, 38, 7, 8, 9, 10, 11, 12, 13, 29, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 45, 46
    };
    private static final int[] AFTER_LESS = {
        1, 6, 9, 12, 29, 33, 6, 14, 14, 14, 17, 18, 20, 21, 14, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 23, 24, 25, 26,
        27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 46
    };

    static {
        for (int state = 0; state < PROBABILITIES.length; state++) {
            boolean switches = state == 0 || state == 6 || state == 14;
            for (int symbol = 0; symbol < 2; symbol++) {
                NEXT[2 * state + symbol] = word(AFTER_MORE[state], symbol);
                NEXT[LESS_PROBABLE + 2 * state + symbol] = word(AFTER_LESS[state], switches ? 1 - symbol : symbol);
            }
        }
    }

    private MqStates() {}

    /** The word of a state. */
    static int word(int state, int moreProbable) {
        return PROBABILITIES[state] << SCALE | state << 1 | moreProbable;
    }

    /** Sets the contexts to their initial states (T.800 table D.7). */
    static void reset(int[] contexts) {
        java.util.Arrays.fill(contexts, word(0, 0));
        contexts[BlockFlags.ALL_ZERO_CONTEXT] = word(4, 0);
        contexts[BlockFlags.RUN_CONTEXT] = word(3, 0);
        contexts[BlockFlags.UNIFORM_CONTEXT] = word(46, 0);
    }
}
