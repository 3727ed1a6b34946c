package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/** Whether every tile-part of a codestream is there (T.800 A.4.2), looked at before FFmpeg is trusted with it. */
final class TileParts {
    private static final int TILE_PART = 0xFF90;
    private static final int END = 0xFFD9;

    private TileParts() {}

    /**
     * Where the last tile-part begins that states more bytes than there are although the stream ends as it should (some
     * encoders miscount), or -1. Follows the lengths of the tile-parts; throws when one goes beyond a stream that does
     * not end with EOC.
     *
     * @param from where the codestream begins
     */
    static int overlong(ByteSlice stream, int from) throws DicomException {
        long at = from + 2L;
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
