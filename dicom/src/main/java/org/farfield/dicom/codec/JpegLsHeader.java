package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/**
 * The marker segments before the scan of a JPEG-LS stream (T.87 annex C).
 *
 * @param bits sample precision
 * @param columns samples a line
 * @param rows lines
 * @param near greatest difference to the original, 0 for lossless
 * @param model the coding parameters
 * @param scan where the scan's bits begin
 */
record JpegLsHeader(int bits, int columns, int rows, int near, JpegLsModel model, int scan) {
    private static final int FRAME = 0xFFF7;
    private static final int PARAMETERS = 0xFFF8;
    private static final int SCAN = 0xFFDA;
    private static final int RESTART_INTERVAL = 0xFFDD;

    /** Reads the segments up to the scan; anything but one component and no restarts is refused. */
    static JpegLsHeader read(ByteSlice stream) throws DicomException {
        Cursor in = new Cursor(stream);
        if (in.number(0) != 0xFFD8) {
            throw corrupt("the stream does not begin with SOI");
        }
        int bits = 0;
        int rows = 0;
        int columns = 0;
        int[] preset = new int[5];
        int at = 2;
        while (true) {
            int marker = in.number(at);
            if (marker == 0xFFFF) {
                at++;
                continue;
            }
            int length = in.number(at + 2);
            int body = at + 4;
            if (marker < 0xFF00 || length < 2) {
                throw corrupt("no marker at byte " + at);
            }
            at += 2 + length;
            switch (marker) {
                case FRAME -> {
                    bits = in.octet(body);
                    rows = in.number(body + 1);
                    columns = in.number(body + 3);
                    if (in.octet(body + 5) != 1) {
                        throw unsupported(in.octet(body + 5) + " components");
                    }
                }
                case PARAMETERS -> {
                    if (in.octet(body) != 1) {
                        throw unsupported("parameters of type " + in.octet(body));
                    }
                    for (int i = 0; i < 5; i++) {
                        preset[i] = in.number(body + 1 + 2 * i);
                    }
                }
                case RESTART_INTERVAL -> throw unsupported("restart intervals");
                case SCAN -> {
                    return scanned(in, body, at, bits, columns, rows, preset);
                }
                default -> {
                    if (marker < 0xFFE0 && marker != 0xFFDB && marker != 0xFFC4) {
                        throw corrupt(String.format("marker %04X", marker));
                    }
                }
            }
        }
    }

    private static JpegLsHeader scanned(Cursor in, int body, int end, int bits, int columns, int rows, int[] preset)
            throws DicomException {
        int near = in.octet(body + 3);
        if (bits < 2 || bits > 16 || rows == 0 || columns == 0) {
            throw corrupt("precision " + bits + ", " + columns + " x " + rows);
        }
        int maximum = preset[0] == 0 ? (1 << bits) - 1 : preset[0];
        boolean ordered = preset[1] <= preset[2] && preset[2] <= preset[3] && preset[3] <= maximum;
        if (maximum >= 1 << bits || near > Math.min(255, maximum / 2) || !ordered || preset[4] == 1 || preset[4] == 2) {
            throw corrupt("coding parameters");
        }
        JpegLsModel model = JpegLsModel.of(maximum, near, preset[1], preset[2], preset[3], preset[4]);
        return new JpegLsHeader(bits, columns, rows, near, model, end);
    }

    private static DicomException corrupt(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "JPEG-LS stream: " + what);
    }

    private static DicomException unsupported(String what) {
        return new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG-LS stream with " + what);
    }

    private record Cursor(ByteSlice stream) {
        int octet(int at) throws DicomException {
            if (at >= stream.length()) {
                throw new DicomException(DicomException.Reason.TRUNCATED, "JPEG-LS stream ends in its header");
            }
            return stream.at(at);
        }

        int number(int at) throws DicomException {
            return octet(at) << 8 | octet(at + 1);
        }
    }
}
