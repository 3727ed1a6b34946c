package org.farfield.dicom.codec.jpeg2000;

import java.util.Arrays;
import org.farfield.dicom.DicomException;

/**
 * A tag tree (T.800 B.10.2): a quad tree of which each node is the least value below it, coded by single bits only as
 * far as it has to be known. One for reading or for writing; one thread.
 */
final class TagTree {
    private final int[] widths;
    private final int[] offsets;
    private final int[] values;
    private final int[] known;
    private final boolean[] told;

    TagTree(int width, int height) {
        int levels = 1;
        for (int w = width, h = height; w > 1 || h > 1; w = (w + 1) >> 1, h = (h + 1) >> 1) {
            levels++;
        }
        widths = new int[levels];
        offsets = new int[levels];
        int nodes = 0;
        for (int level = 0, w = width, h = height; level < levels; level++, w = (w + 1) >> 1, h = (h + 1) >> 1) {
            widths[level] = w;
            offsets[level] = nodes;
            nodes += w * h;
        }
        values = new int[nodes];
        known = new int[nodes];
        told = new boolean[nodes];
        Arrays.fill(values, Integer.MAX_VALUE);
    }

    private int node(int x, int y, int level) {
        return offsets[level] + (y >> level) * widths[level] + (x >> level);
    }

    /** Reads until it is known whether the value of a leaf is below {@code threshold}. */
    boolean isBelow(PacketBits in, int x, int y, int threshold) throws DicomException {
        int low = 0;
        for (int level = widths.length - 1; level >= 0; level--) {
            int node = node(x, y, level);
            low = Math.max(low, known[node]);
            while (low < threshold && low < values[node]) {
                if (in.bit() == 1) {
                    values[node] = low;
                } else {
                    low++;
                }
            }
            known[node] = low;
        }
        return values[node(x, y, 0)] < threshold;
    }

    /** Sets a leaf's value for writing; all are set before the first is written. */
    void set(int x, int y, int value) {
        for (int level = 0; level < widths.length; level++) {
            int node = node(x, y, level);
            values[node] = Math.min(values[node], value);
        }
    }

    /** Writes what is needed to know whether the value of a leaf is below {@code threshold}. */
    void tell(PacketBitWriter out, int x, int y, int threshold) {
        int low = 0;
        for (int level = widths.length - 1; level >= 0; level--) {
            int node = node(x, y, level);
            low = Math.max(low, known[node]);
            while (low < threshold && !(told[node] && low >= values[node])) {
                if (low >= values[node]) {
                    out.bit(1);
                    told[node] = true;
                } else {
                    out.bit(0);
                    low++;
                }
            }
            known[node] = low;
        }
    }
}
