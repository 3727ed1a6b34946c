package org.farfield.dicom.codec.jpeg2000;

/**
 * A rectangle of samples, its right and bottom edge outside.
 *
 * @param x0 first column
 * @param y0 first row
 * @param x1 column behind the last
 * @param y1 row behind the last
 */
record Area(int x0, int y0, int x1, int y1) {
    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    Area within(Area other) {
        return new Area(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    /** The area of a lower resolution, of which each sample stands for 2^levels here (T.800 B-14). */
    Area reduced(int levels) {
        return new Area(up(x0, levels), up(y0, levels), up(x1, levels), up(y1, levels));
    }

    /** The area of a sub-band at a decomposition level of 1 or more (T.800 B-15). */
    Area band(int level, int orientation) {
        long right = (long) (orientation & 1) << (level - 1);
        long down = (long) (orientation >> 1) << (level - 1);
        return new Area(up(x0 - right, level), up(y0 - down, level), up(x1 - right, level), up(y1 - down, level));
    }

    /** {@code value} / 2^{@code shift}, rounded up. */
    static int up(long value, int shift) {
        return (int) ((value + (1L << shift) - 1) >> shift);
    }
}
