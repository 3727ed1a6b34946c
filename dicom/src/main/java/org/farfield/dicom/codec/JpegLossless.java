package org.farfield.dicom.codec;

import org.farfield.dicom.DicomException;
import org.farfield.dicom.codec.JpegHeader.Component;
import org.farfield.dicom.codec.JpegHeader.Scan;
import org.farfield.dicom.codec.JpegHeader.ScanComponent;

/**
 * Decodes lossless sequential JPEG with Huffman coding (T.81 annex H, DICOM processes 14 and 14 selection value 1):
 * each sample is predicted from its neighbours to the left, above and above left; the Huffman code gives the number of
 * bits of the difference, which follow. Components come in one scan or in a scan each. One use.
 */
final class JpegLossless {
    private final JpegHeader header;
    private final int columns;
    private final int rows;
    private final int total;

    JpegLossless(JpegHeader header, int columns, int rows) throws DicomException {
        this.header = header;
        this.columns = columns;
        this.rows = rows;
        this.total = header.components().size();
        for (Component component : header.components()) {
            if (component.across() != 1 || component.down() != 1) {
                throw JpegHeader.unsupported("subsampled components");
            }
        }
    }

    /** Fills {@code out} with samples 0..2^precision - 1, colour by pixel. */
    void decode(Scan first, short[] out) throws DicomException {
        boolean[] done = new boolean[total];
        int missing = total;
        Scan scan = first;
        while (scan != null) {
            decodeScan(scan, out);
            for (ScanComponent component : scan.components()) {
                if (!done[component.index()]) {
                    done[component.index()] = true;
                    missing--;
                }
            }
            if (missing == 0) {
                return;
            }
            header.skipBits(scan.bits());
            scan = header.nextScan();
        }
        throw JpegHeader.corrupt("a component has no scan");
    }

    private void decodeScan(Scan scan, short[] out) throws DicomException {
        int count = scan.components().size();
        JpegHuffmanTable[] tables = new JpegHuffmanTable[count];
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            ScanComponent component = scan.components().get(i);
            tables[i] = header.dcTable(component.dcTable());
            places[i] = component.index();
        }
        int selection = scan.first();
        int shift = scan.approximation() & 0x0F;
        if (selection < 1 || selection > 7 || shift >= header.precision()) {
            throw JpegHeader.corrupt("prediction " + selection + ", shift " + shift);
        }
        JpegBitReader in = new JpegBitReader(
                header.stream().array(),
                header.stream().offset() + scan.bits(),
                header.stream().offset() + header.stream().length());
        decodeRows(in, tables, places, selection, shift, out);
    }

    private void decodeRows(
            JpegBitReader in, JpegHuffmanTable[] tables, int[] places, int selection, int shift, short[] out)
            throws DicomException {
        int count = tables.length;
        int width = columns * count;
        int restartInterval = header.restartInterval();
        int[] above = new int[width];
        int[] row = new int[width];
        int first = 1 << (header.precision() - shift - 1);
        boolean fresh = true;
        int untilRestart = restartInterval;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x++) {
                int component = count == 1 ? 0 : x % count;
                if (component == 0 && restartInterval > 0 && untilRestart-- == 0) {
                    if (x != 0 || !in.passRestart()) {
                        throw JpegHeader.corrupt("restart marker is missing in row " + y);
                    }
                    untilRestart = restartInterval - 1;
                    fresh = true;
                }
                int prediction;
                if (x < count) {
                    prediction = fresh ? first : above[x];
                } else if (fresh) {
                    prediction = row[x - count];
                } else {
                    prediction = predict(selection, row[x - count], above[x], above[x - count]);
                }
                row[x] = (prediction + difference(in, tables[component])) & 0xFFFF;
            }
            if (in.isOverrun()) {
                throw new DicomException(
                        DicomException.Reason.TRUNCATED, "JPEG stream ends in row " + y + " of " + rows);
            }
            fresh = false;
            put(row, places, shift, y, out);
            int[] swap = above;
            above = row;
            row = swap;
        }
    }

    private void put(int[] row, int[] places, int shift, int y, short[] out) {
        int count = places.length;
        int base = y * columns * total;
        for (int c = 0; c < count; c++) {
            for (int x = c, to = base + places[c]; x < row.length; x += count, to += total) {
                out[to] = (short) (row[x] << shift);
            }
        }
    }

    private static int difference(JpegBitReader in, JpegHuffmanTable table) throws DicomException {
        int size = table.next(in);
        if (size == 0) {
            return 0;
        }
        if (size >= 16) {
            if (size > 16) {
                throw JpegHeader.corrupt("a difference of " + size + " bits");
            }
            return 32768;
        }
        int value = in.get(size);
        return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    /** T.81 table H.1. */
    static int predict(int selection, int left, int above, int aboveLeft) {
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
}
