package org.farfield.dicom.picture;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.codec.PixelFrames;

/** Overlay planes of groups 6000 to 601E (PS3.3 C.9.2): with data of their own, or in unused bits of the pixels. */
final class Overlays {
    private static final int WHITE = 0xFFFFFFFF;

    private Overlays() {}

    static void draw(DataSet dataSet, PixelFrames frames, int frame, int[] argb) throws DicomException {
        for (int group = 0x6000; group <= 0x601E; group += 2) {
            int base = group << 16;
            int rows = dataSet.integer(base | 0x0010).orElse(0);
            int columns = dataSet.integer(base | 0x0011).orElse(0);
            if (rows < 1 || columns < 1) {
                continue;
            }
            int[] origin = dataSet.integers(base | 0x0050);
            int top = origin.length == 2 ? (short) origin[0] - 1 : 0;
            int left = origin.length == 2 ? (short) origin[1] - 1 : 0;
            ByteSlice data = dataSet.bytes(base | 0x3000);
            if (data.length() > 0) {
                long planes = dataSet.integer(base | 0x0015).orElse(1);
                long plane = frame - (dataSet.integer(base | 0x0051).orElse(1) - 1L);
                if (planes == 1 && frames.count() > 1 && !dataSet.contains(base | 0x0015)) {
                    plane = 0;
                }
                if (plane >= 0 && plane < planes) {
                    own(data, plane * rows * columns, rows, columns, top, left, frames.format(), argb);
                }
            } else {
                int bit = dataSet.integer(base | 0x0102).orElse(-1);
                embedded(frames, frame, bit, argb);
            }
        }
    }

    private static void own(
            ByteSlice data, long firstBit, int rows, int columns, int top, int left, PixelFormat format, int[] argb) {
        for (int y = Math.max(0, -top); y < Math.min(rows, format.rows() - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(columns, format.columns() - left); x++) {
                long bit = firstBit + (long) y * columns + x;
                if (bit >> 3 < data.length() && (data.at((int) (bit >> 3)) >> (bit & 7) & 1) != 0) {
                    argb[(y + top) * format.columns() + x + left] = WHITE;
                }
            }
        }
    }

    /** A bit of the pixel cells that carries no value (retired in 2004, still met). */
    private static void embedded(PixelFrames frames, int frame, int bit, int[] argb) throws DicomException {
        PixelFormat format = frames.format();
        boolean unused = bit > format.highBit() || (bit >= 0 && bit <= format.highBit() - format.bitsStored());
        if (!unused || bit >= format.bitsAllocated() || format.samples() != 1 || format.bitsAllocated() > 16) {
            return;
        }
        short[] words = frames.decodeWords(frame);
        for (int i = 0; i < argb.length; i++) {
            if ((words[i] >> bit & 1) != 0) {
                argb[i] = WHITE;
            }
        }
    }
}
