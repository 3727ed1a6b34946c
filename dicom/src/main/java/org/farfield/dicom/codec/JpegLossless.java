package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes lossless sequential JPEG with Huffman coding (T.81 annex H, DICOM processes 14 and 14 selection value 1):
 * each sample is predicted from its neighbours to the left, above and above left; the Huffman code gives the number of
 * bits of the difference, which follow. One use.
 */
final class JpegLossless {
    private static final int START = 0xFFD8;
    private static final int LOSSLESS_FRAME = 0xFFC3;
    private static final int HUFFMAN_TABLES = 0xFFC4;
    private static final int SCAN = 0xFFDA;
    private static final int RESTART_INTERVAL = 0xFFDD;

    private final ByteSlice stream;
    private final @Nullable JpegHuffmanTable[] tables = new JpegHuffmanTable[4];
    private int bits;
    private int rows;
    private int columns;
    private int components;
    private int restartInterval;

    JpegLossless(ByteSlice stream) {
        this.stream = stream;
    }

    /** Fills {@code out} with samples 0..2^precision - 1, colour by pixel. */
    void decode(short[] out, int wantedColumns, int wantedRows, int samples) throws DicomException {
        if (number(0) != START) {
            throw corrupt("does not begin with SOI");
        }
        int at = 2;
        while (true) {
            int marker = number(at);
            if (marker == 0xFFFF) {
                at++;
                continue;
            }
            int length = number(at + 2);
            int body = at + 4;
            if (marker < 0xFFC0 || length < 2) {
                throw corrupt("no marker at byte " + at);
            }
            at += 2 + length;
            switch (marker) {
                case LOSSLESS_FRAME -> readFrame(body);
                case HUFFMAN_TABLES -> readTables(body, at);
                case RESTART_INTERVAL -> restartInterval = number(body);
                case SCAN -> {
                    if (columns != wantedColumns || rows != wantedRows || components != samples) {
                        throw corrupt("of " + columns + " x " + rows + " x " + components + " where " + wantedColumns
                                + " x " + wantedRows + " x " + samples + " is declared");
                    }
                    decodeScan(body, at, out);
                    return;
                }
                default -> {
                    if (marker < 0xFFD0) {
                        throw new DicomException(
                                DicomException.Reason.UNSUPPORTED,
                                String.format("JPEG stream with frame type %04X, not lossless", marker));
                    }
                }
            }
        }
    }

    private void readFrame(int body) throws DicomException {
        bits = octet(body);
        rows = number(body + 1);
        columns = number(body + 3);
        components = octet(body + 5);
        if (bits < 2 || bits > 16) {
            throw corrupt("precision " + bits);
        }
        for (int i = 0; i < components; i++) {
            if (octet(body + 7 + 3 * i) != 0x11) {
                throw new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG stream with subsampled components");
            }
        }
    }

    private void readTables(int body, int end) throws DicomException {
        int at = body;
        while (at < end) {
            int destination = octet(at++) & 0x0F;
            int[] counts = new int[17];
            int total = 0;
            for (int length = 1; length <= 16; length++) {
                counts[length] = octet(at++);
                total += counts[length];
            }
            if (destination > 3 || total > end - at) {
                throw corrupt("Huffman table");
            }
            byte[] values = new byte[total];
            for (int i = 0; i < total; i++) {
                values[i] = (byte) octet(at++);
            }
            tables[destination] = new JpegHuffmanTable(counts, values);
        }
    }

    private void decodeScan(int body, int start, short[] out) throws DicomException {
        if (octet(body) != components) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG stream with a scan for each component");
        }
        JpegHuffmanTable[] used = new JpegHuffmanTable[components];
        for (int i = 0; i < components; i++) {
            JpegHuffmanTable table = tables[(octet(body + 2 + 2 * i) >> 4) & 3];
            if (table == null) {
                throw corrupt("no Huffman table");
            }
            used[i] = table;
        }
        int selection = octet(body + 1 + 2 * components);
        int shift = octet(body + 3 + 2 * components) & 0x0F;
        if (selection < 1 || selection > 7 || shift >= bits) {
            throw corrupt("prediction " + selection + ", shift " + shift);
        }
        JpegBitReader in =
                new JpegBitReader(stream.array(), stream.offset() + start, stream.offset() + stream.length());
        decodeRows(in, used, selection, shift, out);
    }

    private void decodeRows(JpegBitReader in, JpegHuffmanTable[] used, int selection, int shift, short[] out)
            throws DicomException {
        int width = columns * components;
        int[] above = new int[width];
        int[] row = new int[width];
        int first = 1 << (bits - shift - 1);
        boolean fresh = true;
        int untilRestart = restartInterval;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x++) {
                int component = components == 1 ? 0 : x % components;
                if (component == 0 && restartInterval > 0 && untilRestart-- == 0) {
                    if (x != 0 || !in.passRestart()) {
                        throw corrupt("restart marker is missing in row " + y);
                    }
                    untilRestart = restartInterval - 1;
                    fresh = true;
                }
                int prediction;
                if (x < components) {
                    prediction = fresh ? first : above[x];
                } else if (fresh) {
                    prediction = row[x - components];
                } else {
                    prediction = predict(selection, row[x - components], above[x], above[x - components]);
                }
                row[x] = (prediction + difference(in, used[component])) & 0xFFFF;
            }
            if (in.isOverrun()) {
                throw new DicomException(
                        DicomException.Reason.TRUNCATED, "JPEG stream ends in row " + y + " of " + rows);
            }
            fresh = false;
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (short) (row[x] << shift);
            }
            int[] swap = above;
            above = row;
            row = swap;
        }
    }

    private static int difference(JpegBitReader in, JpegHuffmanTable table) throws DicomException {
        int size = table.next(in);
        if (size == 0) {
            return 0;
        }
        if (size >= 16) {
            if (size > 16) {
                throw corrupt("a difference of " + size + " bits");
            }
            return 32768;
        }
        int value = in.get(size);
        return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    /** T.81 table H.1. */
    private static int predict(int selection, int left, int above, int aboveLeft) {
        return switch (selection) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> aboveLeft;
            case 4 -> left + above - aboveLeft;
            case 5 -> left + ((above - aboveLeft) >> 1);
            case 6 -> above + ((left - aboveLeft) >> 1);
            default -> (left + above) >> 1;
        };
    }

    private int octet(int at) throws DicomException {
        if (at >= stream.length()) {
            throw new DicomException(DicomException.Reason.TRUNCATED, "JPEG stream ends in its header");
        }
        return stream.at(at);
    }

    private int number(int at) throws DicomException {
        return octet(at) << 8 | octet(at + 1);
    }

    private static DicomException corrupt(String what) {
        return new DicomException(DicomException.Reason.MALFORMED, "JPEG stream: " + what);
    }
}
