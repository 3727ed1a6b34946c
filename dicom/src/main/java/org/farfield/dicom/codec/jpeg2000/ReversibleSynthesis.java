package org.farfield.dicom.codec.jpeg2000;

import java.util.Arrays;

/**
 * The inverse wavelet transform with the 5/3 filter (T.800 F.3), in whole numbers. A resolution's bands lie side by
 * side, low-pass first; it becomes the low-pass part of the next. Borders are mirrored by repeating the nearest
 * neighbour of the other band, which is the same. One thread.
 */
final class ReversibleSynthesis {
    private final int[] low;
    private final int[] high;

    /** For lines of at most {@code longest} samples. */
    ReversibleSynthesis(int longest) {
        low = new int[longest / 2 + 3];
        high = new int[longest / 2 + 3];
    }

    /** Brings {@code plane} from the resolution below {@code area} to that of {@code area}. */
    void raise(int[][] plane, Area area) {
        if (area.isEmpty()) {
            return;
        }
        for (int y = 0; y < area.height(); y++) {
            across(plane[y], area.width(), area.x0() & 1);
        }
        down(plane, area);
    }

    private void across(int[] line, int width, int odd) {
        int lows = (width + 1 - odd) >> 1;
        int highs = width - lows;
        if (width == 1) {
            line[0] >>= odd;
            return;
        }
        System.arraycopy(line, 0, low, 1, lows);
        System.arraycopy(line, lows, high, 1, highs);
        high[0] = high[1];
        high[highs + 1] = high[highs];
        lift(low, 1, lows, high, odd);
        low[0] = low[1];
        low[lows + 1] = low[lows];
        for (int i = 0; i < lows; i++) {
            line[2 * i + odd] = low[i + 1];
        }
        for (int i = 0, before = 1 - odd; i < highs; i++) {
            line[2 * i + 1 - odd] = high[i + 1] + ((low[before + i] + low[before + i + 1]) >> 1);
        }
    }

    private static void lift(int[] low, int from, int count, int[] high, int odd) {
        for (int i = from, end = from + count; i < end; i++) {
            low[i] -= (high[i - 1 + odd] + high[i + odd] + 2) >> 2;
        }
    }

    private static void down(int[][] plane, Area area) {
        int height = area.height();
        int width = area.width();
        int odd = area.y0() & 1;
        int lows = (height + 1 - odd) >> 1;
        int highs = height - lows;
        if (height == 1) {
            for (int x = 0; x < width; x++) {
                plane[0][x] >>= odd;
            }
            return;
        }
        int[][] bands = Arrays.copyOf(plane, height);
        for (int i = 0; i < lows; i++) {
            int above = lows + Math.clamp(i - 1 + odd, 0, highs - 1);
            int below = lows + Math.clamp(i + odd, 0, highs - 1);
            lowRow(bands[i], bands[above], bands[below], width);
            plane[2 * i + odd] = bands[i];
        }
        for (int i = 0; i < highs; i++) {
            int above = Math.clamp(i - odd, 0, lows - 1);
            int below = Math.clamp(i + 1 - odd, 0, lows - 1);
            highRow(bands[lows + i], bands[above], bands[below], width);
            plane[2 * i + 1 - odd] = bands[lows + i];
        }
    }

    private static void lowRow(int[] row, int[] above, int[] below, int width) {
        for (int x = 0; x < width; x++) {
            row[x] -= (above[x] + below[x] + 2) >> 2;
        }
    }

    private static void highRow(int[] row, int[] above, int[] below, int width) {
        for (int x = 0; x < width; x++) {
            row[x] += (above[x] + below[x]) >> 1;
        }
    }
}
