package org.farfield.workstation.study.structures;

import java.util.Arrays;
import java.util.BitSet;

/** Pixels whose centres lie inside a closed line, by the even-odd rule. */
final class Polygon {
    private Polygon() {}

    /**
     * Toggles them: those of a second line inside the first become a hole.
     *
     * @param x columns of the corners; a pixel's centre is a whole number
     * @param y rows of the corners
     * @param into pixel after pixel, row after row
     */
    static void toggle(double[] x, double[] y, int columns, int rows, BitSet into) {
        double top = Arrays.stream(y).min().orElse(0);
        double bottom = Arrays.stream(y).max().orElse(-1);
        int first = (int) Math.max(0, Math.ceil(top));
        int last = (int) Math.min(rows - 1.0, Math.floor(bottom));
        double[] crossings = new double[x.length];
        for (int row = first; row <= last; row++) {
            int count = 0;
            for (int i = 0; i < x.length; i++) {
                int next = (i + 1) % x.length;
                if (y[i] <= row != y[next] <= row) {
                    crossings[count++] = x[i] + (row - y[i]) / (y[next] - y[i]) * (x[next] - x[i]);
                }
            }
            Arrays.sort(crossings, 0, count);
            for (int i = 0; i + 1 < count; i += 2) {
                int from = (int) Math.max(0, Math.ceil(crossings[i]));
                int to = (int) Math.min(columns - 1.0, Math.ceil(crossings[i + 1]) - 1);
                if (from <= to) {
                    into.flip(row * columns + from, row * columns + to + 1);
                }
            }
        }
    }
}
