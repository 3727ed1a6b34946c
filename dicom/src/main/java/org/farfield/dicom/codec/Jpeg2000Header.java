package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/**
 * What the SIZ segment of a JPEG 2000 codestream says (T.800 A.5.1), read before a decoder is trusted with the stream,
 * and whether every tile-part is there.
 *
 * @param columns of the image
 * @param rows of the image
 * @param components how many
 * @param bits of a sample
 * @param signed whether samples are signed
 * @param overlong where the last tile-part begins that states more bytes than there are although the stream ends as it
 *     should (some encoders miscount), or -1
 */
record Jpeg2000Header(int columns, int rows, int components, int bits, boolean signed, int overlong) {
    private static final int SIZE = 0xFF51;
    private static final int TILE_PART = 0xFF90;
    private static final int END = 0xFFD9;
    private static final int LONGEST_WRAPPING = 1 << 16;

    static Jpeg2000Header read(ByteSlice stream) throws DicomException {
        int start = 0;
        int last = Math.min(stream.length() - 4, LONGEST_WRAPPING);
        while (start <= last && !(word(stream, start) == 0xFF4F && word(stream, start + 2) == SIZE)) {
            start++;
        }
        if (start > last) {
            throw wrong("does not begin with SOC and SIZ");
        }
        int body = start + 6;
        int components = word(stream, body + 34);
        int depth = octet(stream, body + 36);
        for (int i = 0; i < components; i++) {
            boolean subsampled = word(stream, body + 37 + 3 * i) != 0x0101;
            if (octet(stream, body + 36 + 3 * i) != depth || subsampled) {
                throw new DicomException(
                        DicomException.Reason.UNSUPPORTED,
                        "JPEG 2000 stream whose components differ in depth or sampling");
            }
        }
        long columns = number(stream, body + 2) - number(stream, body + 10);
        long rows = number(stream, body + 6) - number(stream, body + 14);
        int bits = (depth & 0x7F) + 1;
        if (columns < 1 || rows < 1 || columns > 65535 || rows > 65535 || bits > 16 || components < 1) {
            throw wrong("of " + columns + " x " + rows + " x " + components + ", " + bits + " bits");
        }
        int overlong = overlongTilePart(stream, start + 2);
        return new Jpeg2000Header((int) columns, (int) rows, components, bits, depth > 0x7F, overlong);
    }

    void require(PixelFormat format) throws DicomException {
        if (columns != format.columns() || rows != format.rows() || components != format.samples()) {
            throw wrong("of " + columns + " x " + rows + " x " + components + " where " + format.columns() + " x "
                    + format.rows() + " x " + format.samples() + " is declared");
        }
    }

    /** Follows the lengths of the tile-parts; throws when one goes beyond a stream that does not end with EOC. */
    private static int overlongTilePart(ByteSlice stream, int from) throws DicomException {
        long at = from;
        long last = -1;
        while (at + 12 <= stream.length()) {
            int marker = word(stream, (int) at);
            if (marker == END) {
                return -1;
            }
            if (marker == TILE_PART) {
                long length = number(stream, (int) at + 6);
                if (length == 0) {
                    return -1;
                }
                if (length < 14) {
                    throw wrong("a tile-part of " + length + " bytes");
                }
                last = at;
                at += length;
            } else if (marker >= 0xFF00) {
                at += 2 + word(stream, (int) at + 2);
            } else {
                return -1;
            }
        }
        if (at <= stream.length()) {
            return -1;
        }
        if (last < 0 || !endsProperly(stream)) {
            throw new DicomException(
                    DicomException.Reason.TRUNCATED,
                    "JPEG 2000 stream of " + stream.length() + " bytes where its tile-parts need " + at);
        }
        return (int) last;
    }

    private static boolean endsProperly(ByteSlice stream) throws DicomException {
        int end = stream.length();
        while (end > 2 && stream.at(end - 1) == 0) {
            end--;
        }
        return end >= 2 && word(stream, end - 2) == END;
    }

    private static int octet(ByteSlice stream, int at) throws DicomException {
        if (at >= stream.length()) {
            throw new DicomException(DicomException.Reason.TRUNCATED, "JPEG 2000 stream ends in its header");
        }
        return stream.at(at);
    }

    private static int word(ByteSlice stream, int at) throws DicomException {
        return octet(stream, at) << 8 | octet(stream, at + 1);
    }

    private static long number(ByteSlice stream, int at) throws DicomException {
        return (long) word(stream, at) << 16 | word(stream, at + 2);
    }

    private static DicomException wrong(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "JPEG 2000 stream: " + what);
    }
}
