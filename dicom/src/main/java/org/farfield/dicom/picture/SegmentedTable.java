package org.farfield.dicom.picture;

import org.farfield.dicom.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * Segmented palette tables (PS3.3 C.7.9.2): discrete segments list entries, linear ones end at an entry, indirect ones
 * repeat segments that came before.
 */
final class SegmentedTable {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final ByteSlice bytes;
    private final int width;
    private final int[] entries;
    private int filled;

    private SegmentedTable(ByteSlice bytes, int width, int count) {
        this.bytes = bytes;
        this.width = width;
        this.entries = new int[count];
    }

    /** The table's entries, or null when the segments make no table of so many. */
    static int @Nullable [] expand(ByteSlice bytes, int bits, int count) {
        SegmentedTable table = new SegmentedTable(bytes, bits > 8 ? 2 : 1, count);
        return table.segments(0, Integer.MAX_VALUE, true) && table.filled == count ? table.entries : null;
    }

    /** Goes through so many segments from a place on; false when they are wrong. */
    private boolean segments(int from, int most, boolean indirect) {
        int at = from;
        for (int segment = 0; segment < most && filled < entries.length; segment++) {
            int code = word(at);
            int length = word(at + 1);
            at += 2;
            if (code == DISCRETE) {
                for (int i = 0; i < length; i++) {
                    if (!add(word(at++))) {
                        return false;
                    }
                }
            } else if (code == LINEAR) {
                if (filled == 0 || !line(length, word(at++))) {
                    return false;
                }
            } else if (code == INDIRECT && indirect) {
                int offset = width == 2
                        ? word(at) | word(at + 1) << 16
                        : word(at) | word(at + 1) << 8 | word(at + 2) << 16 | word(at + 3) << 24;
                at += 4 / width;
                if (offset < 0 || offset % width != 0 || !segments(offset / width, length, false)) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean line(int length, int end) {
        int start = entries[filled - 1];
        for (int i = 1; i <= length; i++) {
            if (!add((int) Math.round(start + (double) (end - start) * i / length))) {
                return false;
            }
        }
        return end >= 0;
    }

    private boolean add(int entry) {
        if (entry < 0 || filled == entries.length) {
            return false;
        }
        entries[filled++] = entry;
        return true;
    }

    /** The number at a place counted in numbers, -1 beyond the end. */
    private int word(int index) {
        long at = (long) index * width;
        if (at < 0 || at + width > bytes.length()) {
            return -1;
        }
        return width == 1 ? bytes.at((int) at) : bytes.at((int) at) | bytes.at((int) at + 1) << 8;
    }
}
