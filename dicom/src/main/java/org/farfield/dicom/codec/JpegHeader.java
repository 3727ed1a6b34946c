package org.farfield.dicom.codec;

import java.util.ArrayList;
import java.util.List;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.jspecify.annotations.Nullable;

/**
 * What the marker segments of a JPEG stream (T.81 annex B) have said so far: frame, tables, restart interval. Segments
 * are read up to each scan in turn. One use.
 */
final class JpegHeader {
    static final int END = 0xFFD9;
    private static final int START = 0xFFD8;
    private static final int HUFFMAN_TABLES = 0xFFC4;
    private static final int ARITHMETIC = 0xFFCC;
    private static final int SCAN = 0xFFDA;
    private static final int QUANTISATION = 0xFFDB;
    private static final int RESTART_INTERVAL = 0xFFDD;
    private static final int ADOBE = 0xFFEE;

    /** Order of coefficients in a block: T.81 figure A.6. */
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    /** One component of the frame: its sampling and its quantisation table. */
    record Component(int id, int across, int down, int quantisation) {}

    /** One component of a scan: which of the frame's, and its tables. */
    record ScanComponent(int index, int dcTable, int acTable) {}

    /** A scan: its components, the three parameters, and where its bits begin. */
    record Scan(List<ScanComponent> components, int first, int last, int approximation, int bits) {}

    private final ByteSlice stream;
    private final List<Component> components = new ArrayList<>();
    private final @Nullable JpegHuffmanTable[] dcTables = new JpegHuffmanTable[4];
    private final @Nullable JpegHuffmanTable[] acTables = new JpegHuffmanTable[4];
    private final int[][] quantisation = new int[4][];
    private int at = 2;
    private int frameType;
    private int precision;
    private int rows;
    private int columns;
    private int restartInterval;
    private int adobeTransform = -1;

    JpegHeader(ByteSlice stream) throws DicomException {
        this.stream = stream;
        if (number(0) != START) {
            throw corrupt("does not begin with SOI");
        }
    }

    /** The last two digits of the frame's marker, C0..CF; 0 before it. */
    int frameType() {
        return frameType;
    }

    int precision() {
        return precision;
    }

    int restartInterval() {
        return restartInterval;
    }

    /** The transform that an Adobe segment states (0 none, 1 YCbCr), or -1. */
    int adobeTransform() {
        return adobeTransform;
    }

    List<Component> components() {
        return components;
    }

    ByteSlice stream() {
        return stream;
    }

    /** Throws unless the frame is of this size. */
    void require(int wantedColumns, int wantedRows, int samples) throws DicomException {
        if (columns != wantedColumns || rows != wantedRows || components.size() != samples) {
            throw corrupt("of " + columns + " x " + rows + " x " + components.size() + " where " + wantedColumns + " x "
                    + wantedRows + " x " + samples + " is declared");
        }
    }

    JpegHuffmanTable dcTable(int destination) throws DicomException {
        return table(dcTables[destination & 3]);
    }

    JpegHuffmanTable acTable(int destination) throws DicomException {
        return table(acTables[destination & 3]);
    }

    int[] quantisation(int destination) throws DicomException {
        int[] table = quantisation[destination & 3];
        if (table == null) {
            throw corrupt("no quantisation table");
        }
        return table;
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
            if (marker >= 0xFFD0 && marker <= 0xFFD7) {
                at += 2;
                continue;
            }
            int length = number(at + 2);
            if (marker < 0xFFC0 || length < 2) {
                throw corrupt("no marker at byte " + at);
            }
            int body = at + 4;
            int end = at + 2 + length;
            at = end;
            switch (marker) {
                case HUFFMAN_TABLES -> readHuffman(body, end);
                case QUANTISATION -> readQuantisation(body, end);
                case RESTART_INTERVAL -> restartInterval = number(body);
                case ADOBE -> {
                    if (length >= 14 && octet(body) == 'A' && octet(body + 1) == 'd') {
                        adobeTransform = octet(body + 11);
                    }
                }
                case ARITHMETIC -> throw unsupported("arithmetic coding");
                case SCAN -> {
                    return scan(body, end);
                }
                default -> {
                    if (marker < 0xFFD0) {
                        readFrame(marker & 0xFF, body);
                    }
                }
            }
        }
    }

    /** Goes to the marker that ends the bits of a scan. */
    void skipBits(int from) {
        int next = from;
        while (next + 1 < stream.length()
                && !(stream.at(next) == 0xFF
                        && stream.at(next + 1) != 0
                        && (stream.at(next + 1) & 0xF8) != 0xD0
                        && stream.at(next + 1) != 0xFF)) {
            next++;
        }
        at = next;
    }

    /** True when nothing follows, not even a marker. */
    boolean isAtEnd() {
        return at + 1 >= stream.length();
    }

    private void readFrame(int type, int body) throws DicomException {
        if (frameType != 0) {
            throw unsupported("several frames");
        }
        frameType = type;
        precision = octet(body);
        rows = number(body + 1);
        columns = number(body + 3);
        int count = octet(body + 5);
        if (precision < 2 || precision > 16 || rows == 0 || columns == 0 || count < 1 || count > 4) {
            throw corrupt("precision " + precision + ", " + columns + " x " + rows + " x " + count);
        }
        for (int i = 0; i < count; i++) {
            int sampling = octet(body + 7 + 3 * i);
            Component component =
                    new Component(octet(body + 6 + 3 * i), sampling >> 4, sampling & 15, octet(body + 8 + 3 * i));
            if (component.across() < 1 || component.across() > 4 || component.down() < 1 || component.down() > 4) {
                throw corrupt("sampling factors");
            }
            components.add(component);
        }
    }

    private Scan scan(int body, int bits) throws DicomException {
        int count = octet(body);
        List<ScanComponent> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = octet(body + 1 + 2 * i);
            int tables = octet(body + 2 + 2 * i);
            int index = 0;
            while (index < components.size() && components.get(index).id() != id) {
                index++;
            }
            if (index == components.size()) {
                throw corrupt("a scan of a component that the frame does not have");
            }
            chosen.add(new ScanComponent(index, tables >> 4, tables & 15));
        }
        if (chosen.isEmpty()) {
            throw corrupt("a scan of no component");
        }
        int parameters = body + 1 + 2 * count;
        return new Scan(List.copyOf(chosen), octet(parameters), octet(parameters + 1), octet(parameters + 2), bits);
    }

    private void readHuffman(int body, int end) throws DicomException {
        int from = body;
        while (from < end) {
            int destination = octet(from++);
            int[] counts = new int[17];
            int total = 0;
            for (int length = 1; length <= 16; length++) {
                counts[length] = octet(from++);
                total += counts[length];
            }
            if ((destination & 15) > 3 || total > end - from) {
                throw corrupt("Huffman table");
            }
            byte[] values = new byte[total];
            for (int i = 0; i < total; i++) {
                values[i] = (byte) octet(from++);
            }
            JpegHuffmanTable table = new JpegHuffmanTable(counts, values);
            (destination < 16 ? dcTables : acTables)[destination & 3] = table;
        }
    }

    private void readQuantisation(int body, int end) throws DicomException {
        int from = body;
        while (from < end) {
            int destination = octet(from++);
            boolean wide = destination >> 4 != 0;
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[ZIGZAG[i]] = wide ? number(from) : octet(from);
                from += wide ? 2 : 1;
            }
            quantisation[destination & 3] = table;
        }
    }

    private static JpegHuffmanTable table(@Nullable JpegHuffmanTable table) throws DicomException {
        if (table == null) {
            throw corrupt("no Huffman table");
        }
        return table;
    }

    private int octet(int index) throws DicomException {
        if (index >= stream.length()) {
            throw new DicomException(DicomException.Reason.TRUNCATED, "JPEG stream ends in its header");
        }
        return stream.at(index);
    }

    private int number(int index) throws DicomException {
        return octet(index) << 8 | octet(index + 1);
    }

    static DicomException corrupt(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "JPEG stream: " + what);
    }

    static DicomException unsupported(String what) {
        return new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG stream with " + what);
    }
}
