package org.farfield.dicom.codec;

import java.util.Arrays;

/** A Huffman code for given frequencies with lengths of at most 16 bits and no code of ones only (T.81 annex K.2). */
final class JpegHuffmanCode {
    private static final int LONGEST = 16;

    private final int[] counts;
    private final int[] symbols;
    private final int[] codes;
    private final int[] lengths;

    private JpegHuffmanCode(int[] counts, int[] symbols, int size) {
        this.counts = counts;
        this.symbols = symbols;
        codes = new int[size];
        lengths = new int[size];
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < counts[length]; i++) {
                codes[symbols[index]] = code++;
                lengths[symbols[index++]] = length;
            }
            code <<= 1;
        }
    }

    /** The code for symbols 0..n-1; one that never comes gets no code. */
    static JpegHuffmanCode of(long[] frequencies) {
        int n = frequencies.length;
        long[] weight = Arrays.copyOf(frequencies, n + 1);
        weight[n] = 1;
        int[] size = new int[n + 1];
        int[] next = new int[n + 1];
        Arrays.fill(next, -1);
        while (true) {
            int least = rarest(weight, -1);
            int second = rarest(weight, least);
            if (second < 0) {
                break;
            }
            weight[least] += weight[second];
            weight[second] = 0;
            int tail = least;
            size[tail]++;
            while (next[tail] >= 0) {
                tail = next[tail];
                size[tail]++;
            }
            next[tail] = second;
            for (int s = second; s >= 0; s = next[s]) {
                size[s]++;
            }
        }
        int[] counts = new int[n + 34];
        for (int length : size) {
            counts[length]++;
        }
        counts[0] = 0;
        shorten(counts);
        return new JpegHuffmanCode(counts, bySize(size, n), n);
    }

    private static int rarest(long[] weight, int except) {
        int found = -1;
        for (int i = 0; i < weight.length; i++) {
            if (i != except && weight[i] > 0 && (found < 0 || weight[i] <= weight[found])) {
                found = i;
            }
        }
        return found;
    }

    /** Brings longer codes to 16 bits (figure K.3) and takes the reserved one away. */
    private static void shorten(int[] counts) {
        for (int i = counts.length - 1; i > LONGEST; i--) {
            while (counts[i] > 0) {
                int j = i - 2;
                while (counts[j] == 0) {
                    j--;
                }
                counts[i] -= 2;
                counts[i - 1]++;
                counts[j + 1] += 2;
                counts[j]--;
            }
        }
        int last = LONGEST;
        while (counts[last] == 0) {
            last--;
        }
        counts[last]--;
    }

    private static int[] bySize(int[] size, int n) {
        int[] symbols = new int[n];
        int count = 0;
        for (int length = 1; length < n + 34; length++) {
            for (int symbol = 0; symbol < n; symbol++) {
                if (size[symbol] == length) {
                    symbols[count++] = symbol;
                }
            }
        }
        return Arrays.copyOf(symbols, count);
    }

    int code(int symbol) {
        return codes[symbol];
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** Writes the segment that defines it as DC table 0. */
    void write(JpegBitWriter out) {
        out.word(0xFFC4);
        out.word(19 + symbols.length);
        out.octet(0);
        for (int length = 1; length <= LONGEST; length++) {
            out.octet(counts[length]);
        }
        for (int symbol : symbols) {
            out.octet(symbol);
        }
    }
}
