package org.farfield.dicom.codec.jpeg2000;

import java.util.Arrays;

/**
 * The wavelet transform with the 5/3 filter (T.800 F.4) of an area that begins at (0, 0): the reverse of
 * {@link ReversibleSynthesis}. One thread.
 */
final class ReversibleAnalysis {
    private final int[] low;
    private final int[] high;

    /** For lines of at most {@code longest} samples. */
    ReversibleAnalysis(int longest) {
        low = new int[longest / 2 + 3];
        high = new int[longest / 2 + 3];
    }

    /** Divides the first {@code width} x {@code height} samples into four bands side by side, low-pass first. */
    void lower(int[][] plane, int width, int height) {
        if (height > 1) {
            down(plane, width, height);
        }
        if (width > 1) {
            for (int y = 0; y < height; y++) {
                across(plane[y], width);
            }
        }
    }

    private void across(int[] line, int width) {
        int lows = (width + 1) >> 1;
        int highs = width - lows;
        for (int i = 0; i < lows; i++) {
            low[i] = line[2 * i];
        }
        low[lows] = low[lows - 1];
        for (int i = 0; i < highs; i++) {
            high[i + 1] = line[2 * i + 1] - ((low[i] + low[i + 1]) >> 1);
        }
        high[0] = high[1];
        high[highs + 1] = high[highs];
        for (int i = 0; i < lows; i++) {
            line[i] = low[i] + ((high[i] + high[i + 1] + 2) >> 2);
        }
        System.arraycopy(high, 1, line, lows, highs);
    }

    private static void down(int[][] plane, int width, int height) {
        int lows = (height + 1) >> 1;
        int highs = height - lows;
        int[][] rows = Arrays.copyOf(plane, height);
        for (int i = 0; i < highs; i++) {
            int[] row = rows[2 * i + 1];
            int[] above = rows[2 * i];
            int[] below = rows[2 * Math.min(i + 1, lows - 1)];
            for (int x = 0; x < width; x++) {
                row[x] -= (above[x] + below[x]) >> 1;
            }
            plane[lows + i] = row;
        }
        for (int i = 0; i < lows; i++) {
            int[] row = rows[2 * i];
            int[] above = rows[2 * Math.max(i - 1, 0) + 1];
            int[] below = rows[2 * Math.min(i, highs - 1) + 1];
            for (int x = 0; x < width; x++) {
                row[x] += (above[x] + below[x] + 2) >> 2;
            }
            plane[i] = row;
        }
    }
}
