package org.farfield.dicom.codec.jpeg2000;

/**
 * A sub-band of a tile's component.
 *
 * @param index 0 for LL, then HL, LH, HH of the lowest resolution and so on upwards
 * @param orientation 0 LL, 1 HL (horizontally high-pass), 2 LH, 3 HH
 * @param area in the band's own coordinates (T.800 B-15)
 * @param column where it stands when the bands of a resolution lie side by side, low-pass first
 * @param row where it stands
 */
record Band(int index, int orientation, Area area, int column, int row) {
    static final int HIGH_ACROSS = 1;
    static final int HIGH_DOWN = 2;

    /** Binary logarithm of the nominal gain (T.800 table E.1). */
    int gain() {
        return (orientation & 1) + (orientation >> 1);
    }
}
