package org.farfield.dicom.codec.jpeg2000;

import java.util.Arrays;

/**
 * The inverse wavelet transform with the 9/7 filter (T.800 F.3.8.2), in single precision; otherwise like
 * {@link ReversibleSynthesis}. One thread.
 */
final class IrreversibleSynthesis {
    private static final float ALPHA = (float) -1.586134342059924;
    private static final float BETA = (float) -0.052980118572961;
    private static final float GAMMA = (float) 0.882911075530934;
    private static final float DELTA = (float) 0.443506852043971;
    private static final float K = (float) 1.230174104914001;
    /** Of the low-pass samples with their high-pass neighbours, and the other way round. */
    private static final float[] STEPS = {-DELTA, -GAMMA, -BETA, -ALPHA};

    private final float[] low;
    private final float[] high;

    /** For lines of at most {@code longest} samples. */
    IrreversibleSynthesis(int longest) {
        low = new float[longest / 2 + 3];
        high = new float[longest / 2 + 3];
    }

    /** Brings {@code plane} from the resolution below {@code area} to that of {@code area}. */
    void raise(float[][] plane, Area area) {
        if (area.isEmpty()) {
            return;
        }
        for (int y = 0; y < area.height(); y++) {
            across(plane[y], area.width(), area.x0() & 1);
        }
        down(plane, area);
    }

    private void across(float[] line, int width, int odd) {
        if (width == 1) {
            line[0] *= odd == 1 ? 0.5f : 1;
            return;
        }
        int lows = (width + 1 - odd) >> 1;
        int highs = width - lows;
        for (int i = 0; i < lows; i++) {
            low[i + 1] = K * line[i];
        }
        for (int i = 0; i < highs; i++) {
            high[i + 1] = line[lows + i] / K;
        }
        for (int step = 0; step < 4; step += 2) {
            high[0] = high[1];
            high[highs + 1] = high[highs];
            lift(low, lows, high, odd, STEPS[step]);
            low[0] = low[1];
            low[lows + 1] = low[lows];
            lift(high, highs, low, 1 - odd, STEPS[step + 1]);
        }
        for (int i = 0; i < lows; i++) {
            line[2 * i + odd] = low[i + 1];
        }
        for (int i = 0; i < highs; i++) {
            line[2 * i + 1 - odd] = high[i + 1];
        }
    }

    private static void lift(float[] changed, int count, float[] other, int after, float factor) {
        for (int i = 1; i <= count; i++) {
            changed[i] += factor * (other[i - 1 + after] + other[i + after]);
        }
    }

    private static void down(float[][] plane, Area area) {
        int height = area.height();
        int width = area.width();
        int odd = area.y0() & 1;
        if (height == 1) {
            scale(plane[0], width, odd == 1 ? 0.5f : 1);
            return;
        }
        int lows = (height + 1 - odd) >> 1;
        float[][] bands = Arrays.copyOf(plane, height);
        float[][] lowRows = Arrays.copyOf(bands, lows);
        float[][] highRows = Arrays.copyOfRange(bands, lows, height);
        for (float[] row : lowRows) {
            scale(row, width, K);
        }
        for (float[] row : highRows) {
            scale(row, width, 1 / K);
        }
        for (int step = 0; step < 4; step += 2) {
            liftRows(lowRows, highRows, odd, STEPS[step], width);
            liftRows(highRows, lowRows, 1 - odd, STEPS[step + 1], width);
        }
        for (int i = 0; i < height; i++) {
            plane[i] = (i & 1) == odd ? lowRows[i >> 1] : highRows[i >> 1];
        }
    }

    private static void liftRows(float[][] changed, float[][] other, int after, float factor, int width) {
        int last = other.length - 1;
        for (int i = 0; i < changed.length; i++) {
            float[] above = other[Math.clamp(i - 1 + after, 0, last)];
            float[] below = other[Math.clamp(i + after, 0, last)];
            liftRow(changed[i], above, below, factor, width);
        }
    }

    private static void liftRow(float[] row, float[] above, float[] below, float factor, int width) {
        for (int x = 0; x < width; x++) {
            row[x] += factor * (above[x] + below[x]);
        }
    }

    private static void scale(float[] row, int width, float factor) {
        for (int x = 0; x < width; x++) {
            row[x] *= factor;
        }
    }
}
