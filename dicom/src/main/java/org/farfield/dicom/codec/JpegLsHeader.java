package org.farfield.dicom.codec;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.jspecify.annotations.Nullable;

/**
 * What the marker segments of a JPEG-LS stream (T.87 annex C) have said so far: frame and coding parameters. Segments
 * are read up to each scan in turn. One use.
 */
final class JpegLsHeader {
    private static final int FRAME = 0xFFF7;
    private static final int PARAMETERS = 0xFFF8;
    private static final int SCAN = 0xFFDA;
    private static final int RESTART_INTERVAL = 0xFFDD;
    private static final int END = 0xFFD9;
    private static final int MOST_COMPONENTS = 4;

    /**
     * A scan.
     *
     * @param components the frame's components in it, by index
     * @param interleave 0 one component, 1 line by line, 2 sample by sample
     * @param model the coding parameters with a fresh state
     * @param bits where the scan's bits begin
     */
    record Scan(List<Integer> components, int interleave, JpegLsModel model, int bits) {}

    private final ByteSlice stream;
    private final int[] preset = new int[5];
    private int[] ids = new int[0];
    private int at = 2;
    private int bits;
    private int rows;
    private int columns;

    JpegLsHeader(ByteSlice stream) throws DicomException {
        this.stream = stream;
        if (number(0) != 0xFFD8) {
            throw corrupt("the stream does not begin with SOI");
        }
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int components() {
        return ids.length;
    }

    /** Reads on to the next scan; null at the end of the image. */
    @Nullable
    Scan nextScan() throws DicomException {
        while (true) {
            int marker = number(at);
            if (marker == 0xFFFF) {
                at++;
                continue;
            }
            if (marker == END) {
                return null;
            }
            int length = number(at + 2);
            int body = at + 4;
            if (marker < 0xFF00 || length < 2) {
                throw corrupt("no marker at byte " + at);
            }
            at += 2 + length;
            switch (marker) {
                case FRAME -> readFrame(body);
                case PARAMETERS -> readParameters(body);
                case RESTART_INTERVAL -> throw unsupported("restart intervals");
                case SCAN -> {
                    return scan(body, at);
                }
                default -> {
                    if (marker < 0xFFE0 && marker != 0xFFDB && marker != 0xFFC4) {
                        throw corrupt(String.format("marker %04X", marker));
                    }
                }
            }
        }
    }

    /** Goes to the marker that ends the bits of a scan: FF and a byte of 80 or more. */
    void skipBits(int from) {
        int next = from;
        while (next + 1 < stream.length() && !(stream.at(next) == 0xFF && stream.at(next + 1) >= 0x80)) {
            next++;
        }
        at = next;
    }

    private void readFrame(int body) throws DicomException {
        bits = octet(body);
        rows = number(body + 1);
        columns = number(body + 3);
        int count = octet(body + 5);
        if (bits < 2 || bits > 16 || rows == 0 || columns == 0 || count < 1 || count > MOST_COMPONENTS) {
            throw corrupt("precision " + bits + ", " + columns + " x " + rows + " x " + count);
        }
        ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = octet(body + 6 + 3 * i);
            if (octet(body + 7 + 3 * i) != 0x11) {
                throw unsupported("subsampled components");
            }
        }
    }

    private void readParameters(int body) throws DicomException {
        if (octet(body) != 1) {
            throw unsupported("parameters of type " + octet(body));
        }
        for (int i = 0; i < 5; i++) {
            preset[i] = number(body + 1 + 2 * i);
        }
    }

    private Scan scan(int body, int start) throws DicomException {
        int count = octet(body);
        if (ids.length == 0 || count < 1 || count > ids.length) {
            throw corrupt("a scan of " + count + " components where the frame has " + ids.length);
        }
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = octet(body + 1 + 2 * i);
            int index = 0;
            while (index < ids.length && ids[index] != id) {
                index++;
            }
            if (index == ids.length || octet(body + 2 + 2 * i) != 0) {
                throw unsupported("a mapping table, or a component that the frame does not have");
            }
            chosen.add(index);
        }
        int near = octet(body + 1 + 2 * count);
        int interleave = octet(body + 2 + 2 * count);
        if (interleave > 2 || (interleave == 0) != (count == 1)) {
            throw corrupt("interleave mode " + interleave + " of " + count + " components");
        }
        int maximum = preset[0] == 0 ? (1 << bits) - 1 : preset[0];
        boolean ordered = preset[1] <= preset[2] && preset[2] <= preset[3] && preset[3] <= maximum;
        if (maximum >= 1 << bits || near > Math.min(255, maximum / 2) || !ordered || preset[4] == 1 || preset[4] == 2) {
            throw corrupt("coding parameters");
        }
        JpegLsModel model = JpegLsModel.of(maximum, near, preset[1], preset[2], preset[3], preset[4]);
        return new Scan(List.copyOf(chosen), interleave, model, start);
    }

    private int octet(int index) throws DicomException {
        if (index >= stream.length()) {
            throw new DicomException(DicomException.Reason.TRUNCATED, "JPEG-LS stream ends in its header");
        }
        return stream.at(index);
    }

    private int number(int index) throws DicomException {
        return octet(index) << 8 | octet(index + 1);
    }

    private static DicomException corrupt(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "JPEG-LS stream: " + what);
    }

    private static DicomException unsupported(String what) {
        return new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG-LS stream with " + what);
    }
}
