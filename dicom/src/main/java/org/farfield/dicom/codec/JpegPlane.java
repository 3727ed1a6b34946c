package org.farfield.dicom.codec;

/** Samples of one component while they are decoded, in whole blocks. */
final class JpegPlane {
    final short[] samples;
    final int stride;
    /** Columns and rows that the picture uses. */
    final int width;

    final int height;
    /** Columns and rows of the picture for each sample. */
    final int across;

    final int down;

    JpegPlane(int stride, int lines, int width, int height, int across, int down) {
        this.samples = new short[Math.multiplyExact(stride, lines)];
        this.stride = stride;
        this.width = width;
        this.height = height;
        this.across = across;
        this.down = down;
    }
}
