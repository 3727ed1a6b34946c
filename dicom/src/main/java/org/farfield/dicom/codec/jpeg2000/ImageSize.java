package org.farfield.dicom.codec.jpeg2000;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/**
 * What the SIZ segment says (T.800 A.5.1): the image on the reference grid, its division into tiles, its components,
 * which all have the same depth and the full resolution here.
 *
 * @param start where the codestream begins among the frame's bytes (0 without a JP2 wrapper)
 * @param highThroughput true when the blocks are coded by T.814 (HTJ2K)
 * @param x0 first column on the reference grid
 * @param y0 first row
 * @param x1 column behind the last
 * @param y1 row behind the last
 * @param tileX0 where the tiles' grid begins
 * @param tileY0 where the tiles' grid begins
 * @param tileWidth columns of a tile
 * @param tileHeight rows of a tile
 * @param components how many
 * @param bits of a sample, 1..16
 * @param signed whether samples are signed
 */
public record ImageSize(
        int start,
        boolean highThroughput,
        int x0,
        int y0,
        int x1,
        int y1,
        int tileX0,
        int tileY0,
        int tileWidth,
        int tileHeight,
        int components,
        int bits,
        boolean signed) {
    private static final int LONGEST_WRAPPING = 1 << 16;
    private static final int HIGH_THROUGHPUT = 0x4000;
    private static final long FARTHEST = 1L << 30;
    private static final int MOST_TILES = 65535;

    /**
     * Reads the SIZ segment of a codestream, bare or inside the boxes of a JP2 file.
     *
     * @throws DicomException when there is none, or it describes what is not decoded here
     */
    public static ImageSize read(ByteSlice frame) throws DicomException {
        int start = start(frame);
        StreamReader in = new StreamReader(frame.slice(start, frame.length() - start));
        in.skip(4);
        StreamReader siz = in.segment();
        boolean highThroughput = (siz.word() & HIGH_THROUGHPUT) != 0;
        long[] extents = new long[8];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = siz.number();
        }
        int components = siz.word();
        int depth = depth(siz, components);
        long columns = extents[0] - extents[2];
        long rows = extents[1] - extents[3];
        int bits = (depth & 0x7F) + 1;
        if (columns < 1 || rows < 1 || columns > 65535 || rows > 65535 || bits > 16 || components < 1) {
            throw Fault.malformed(columns + " x " + rows + " x " + components + ", " + bits + " bits");
        }
        requireTiles(extents);
        return new ImageSize(
                start,
                highThroughput,
                (int) extents[2],
                (int) extents[3],
                (int) extents[0],
                (int) extents[1],
                (int) extents[6],
                (int) extents[7],
                (int) Math.min(extents[4], FARTHEST),
                (int) Math.min(extents[5], FARTHEST),
                components,
                bits,
                depth > 0x7F);
    }

    private static int start(ByteSlice frame) throws DicomException {
        int last = Math.min(frame.length() - 4, LONGEST_WRAPPING);
        for (int start = 0; start <= last; start++) {
            if (frame.at(start) == 0xFF
                    && frame.at(start + 1) == 0x4F
                    && frame.at(start + 2) == 0xFF
                    && frame.at(start + 3) == 0x51) {
                return start;
            }
        }
        throw Fault.malformed("does not begin with SOC and SIZ");
    }

    private static int depth(StreamReader siz, int components) throws DicomException {
        int depth = 0;
        for (int i = 0; i < components; i++) {
            int own = siz.octet();
            if (siz.word() != 0x0101 || (i > 0 && own != depth)) {
                throw Fault.unsupported("components that differ in depth or sampling");
            }
            depth = own;
        }
        return depth;
    }

    private static void requireTiles(long[] extents) throws DicomException {
        for (int axis = 0; axis < 2; axis++) {
            long end = extents[axis];
            long offset = extents[2 + axis];
            long size = extents[4 + axis];
            long first = extents[6 + axis];
            if (end > FARTHEST || size < 1 || first > offset || first + size <= offset) {
                throw Fault.malformed(
                        "tiles of " + size + " from " + first + " on, the image is " + offset + " to " + end);
            }
        }
        long across = (extents[0] - extents[6] + extents[4] - 1) / extents[4];
        long down = (extents[1] - extents[7] + extents[5] - 1) / extents[5];
        if (across * down > MOST_TILES) {
            throw Fault.malformed(across + " x " + down + " tiles");
        }
    }

    /** Columns of the image. */
    public int columns() {
        return x1 - x0;
    }

    /** Rows of the image. */
    public int rows() {
        return y1 - y0;
    }

    int tilesAcross() {
        return (int) (((long) x1 - tileX0 + tileWidth - 1) / tileWidth);
    }

    int tilesDown() {
        return (int) (((long) y1 - tileY0 + tileHeight - 1) / tileHeight);
    }

    /** The part of the reference grid that is tile {@code index}, counted row by row. */
    Area tile(int index) {
        long left = tileX0 + (long) (index % tilesAcross()) * tileWidth;
        long top = tileY0 + (long) (index / tilesAcross()) * tileHeight;
        return new Area((int) Math.max(left, x0), (int) Math.max(top, y0), (int) Math.min(left + tileWidth, x1), (int)
                Math.min(top + tileHeight, y1));
    }

    /** Refuses a stream of another size than the data set declares. */
    public void require(PixelFormat format) throws DicomException {
        if (columns() != format.columns() || rows() != format.rows() || components != format.samples()) {
            throw Fault.malformed("of " + columns() + " x " + rows() + " x " + components + " where " + format.columns()
                    + " x " + format.rows() + " x " + format.samples() + " is declared");
        }
    }
}
