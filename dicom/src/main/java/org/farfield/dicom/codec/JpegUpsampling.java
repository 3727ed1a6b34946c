package org.farfield.dicom.codec;

/**
 * Brings a component of lower sampling to full size. Components of half the columns, or of half the columns and rows,
 * are interpolated with weights 3/4 and 1/4, since chroma samples lie between the pixels (JFIF), rounded as the
 * Independent JPEG Group does it; other ratios are repeated.
 */
final class JpegUpsampling {
    private JpegUpsampling() {}

    static void fill(JpegPlane plane, short[] out, int component, int components, int columns, int rows) {
        int[] row = new int[Math.max(columns + 2, 2 * plane.width + 2)];
        for (int y = 0; y < rows; y++) {
            fillRow(plane, y, row, columns);
            for (int x = 0, to = y * columns * components + component; x < columns; x++, to += components) {
                out[to] = (short) row[x];
            }
        }
    }

    private static void fillRow(JpegPlane plane, int y, int[] row, int columns) {
        short[] in = plane.samples;
        int at = y / plane.down * plane.stride;
        if (plane.across == 2 && plane.down == 1 && plane.width > 2) {
            halfColumns(in, at, plane.width, row);
            return;
        }
        if (plane.across == 2 && plane.down == 2 && plane.width > 2) {
            int near = y / 2;
            int far = Math.clamp(y % 2 == 0 ? near - 1 : near + 1, 0, plane.height - 1);
            quarter(in, near * plane.stride, far * plane.stride, plane.width, row);
            return;
        }
        for (int x = 0; x < columns; x++) {
            row[x] = in[at + x / plane.across];
        }
    }

    private static void quarter(short[] in, int near, int far, int width, int[] row) {
        for (int i = 0; i < width; i++) {
            int here = 3 * in[near + i] + in[far + i];
            int left = i == 0 ? here : 3 * in[near + i - 1] + in[far + i - 1];
            int right = i == width - 1 ? here : 3 * in[near + i + 1] + in[far + i + 1];
            row[2 * i] = (3 * here + left + 8) >> 4;
            row[2 * i + 1] = (3 * here + right + 7) >> 4;
        }
    }

    private static void halfColumns(short[] in, int at, int width, int[] row) {
        for (int i = 0; i < width; i++) {
            int here = 3 * in[at + i];
            row[2 * i] = i == 0 ? in[at] : (here + in[at + i - 1] + 1) >> 2;
            row[2 * i + 1] = i == width - 1 ? in[at + i] : (here + in[at + i + 1] + 2) >> 2;
        }
    }
}
