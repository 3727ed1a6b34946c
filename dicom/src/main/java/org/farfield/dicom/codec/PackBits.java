package org.farfield.dicom.codec;

import java.io.ByteArrayOutputStream;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/**
 * The run length code of one RLE segment (PS3.5 G.3): a control byte n, then for 0..127 n + 1 bytes as they are, for
 * -1..-127 one byte that stands for 1 - n, for -128 nothing.
 */
final class PackBits {
    private static final int LONGEST = 128;

    private PackBits() {}

    /** Unpacks a segment, which may be longer than needed but not shorter. */
    static void unpack(ByteSlice segment, byte[] out, int segmentNumber) throws DicomException {
        byte[] in = segment.array();
        int at = segment.offset();
        int end = at + segment.length();
        int to = 0;
        while (to < out.length) {
            if (at >= end) {
                throw tooShort(segmentNumber, to, out.length);
            }
            int control = in[at++];
            if (control >= 0) {
                int count = Math.min(control + 1, out.length - to);
                if (count > end - at) {
                    throw tooShort(segmentNumber, to, out.length);
                }
                System.arraycopy(in, at, out, to, count);
                at += control + 1;
                to += count;
            } else if (control != -128) {
                if (at >= end) {
                    throw tooShort(segmentNumber, to, out.length);
                }
                int count = Math.min(1 - control, out.length - to);
                java.util.Arrays.fill(out, to, to + count, in[at++]);
                to += count;
            }
        }
    }

    /** Packs rows of bytes, each by itself, and pads the segment to an even length. */
    static void pack(byte[] plane, int columns, ByteArrayOutputStream out) {
        int start = out.size();
        for (int row = 0; row < plane.length; row += columns) {
            packRow(plane, row, row + columns, out);
        }
        if ((out.size() - start) % 2 != 0) {
            out.write(0);
        }
    }

    private static void packRow(byte[] plane, int from, int to, ByteArrayOutputStream out) {
        int literal = from;
        int at = from;
        while (at < to) {
            int run = at + 1;
            while (run < to && run - at < LONGEST && plane[run] == plane[at]) {
                run++;
            }
            if (run - at >= 3 || (run - at == 2 && literal == at)) {
                literals(plane, literal, at, out);
                out.write(1 - (run - at));
                out.write(plane[at]);
                literal = run;
            }
            at = run;
        }
        literals(plane, literal, to, out);
    }

    private static void literals(byte[] plane, int from, int to, ByteArrayOutputStream out) {
        for (int at = from; at < to; at += LONGEST) {
            int count = Math.min(LONGEST, to - at);
            out.write(count - 1);
            out.write(plane, at, count);
        }
    }

    private static DicomException tooShort(int segment, int have, int need) {
        return new DicomException(
                DicomException.Reason.TRUNCATED,
                "RLE segment " + segment + " gives " + have + " of " + need + " bytes");
    }
}
