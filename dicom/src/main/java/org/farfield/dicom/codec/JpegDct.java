package org.farfield.dicom.codec;

import org.farfield.dicom.DicomException;
import org.farfield.dicom.codec.JpegHeader.Component;
import org.farfield.dicom.codec.JpegHeader.Scan;
import org.farfield.dicom.codec.JpegHeader.ScanComponent;

/**
 * Decodes sequential DCT frames with Huffman coding: JPEG baseline (8 bits) and extended (8 and 12 bits), T.81 annex F,
 * DICOM processes 1, 2 and 4. Components come out as the stream has them, without a change of colour space; components
 * of lower sampling are brought to full size. One use.
 */
final class JpegDct {
    private static final int BLOCK = 8;

    private final JpegHeader header;
    private final int columns;
    private final int rows;
    private final JpegPlane[] planes;
    private final InverseDct inverse;
    private final int[] block = new int[64];

    JpegDct(JpegHeader header, int columns, int rows) throws DicomException {
        this.header = header;
        this.columns = columns;
        this.rows = rows;
        if (header.precision() != 8 && header.precision() != 12) {
            throw JpegHeader.corrupt("precision " + header.precision());
        }
        inverse = new InverseDct(header.precision());
        planes = new JpegPlane[header.components().size()];
        int mostAcross = 1;
        int mostDown = 1;
        for (Component component : header.components()) {
            mostAcross = Math.max(mostAcross, component.across());
            mostDown = Math.max(mostDown, component.down());
        }
        int unitsAcross = ceil(columns, BLOCK * mostAcross);
        int unitsDown = ceil(rows, BLOCK * mostDown);
        for (int i = 0; i < planes.length; i++) {
            Component component = header.components().get(i);
            if (mostAcross % component.across() != 0 || mostDown % component.down() != 0) {
                throw JpegHeader.unsupported("sampling factors that do not divide each other");
            }
            int stride = unitsAcross * component.across() * BLOCK;
            planes[i] = new JpegPlane(
                    stride,
                    unitsDown * component.down() * BLOCK,
                    ceil(columns * component.across(), mostAcross),
                    ceil(rows * component.down(), mostDown),
                    mostAcross / component.across(),
                    mostDown / component.down());
        }
    }

    /** Decodes the scan at hand and those after it. */
    void decode(Scan first, short[] out) throws DicomException {
        boolean[] done = new boolean[planes.length];
        for (Scan scan = first; scan != null; scan = header.nextScan()) {
            decodeScan(scan);
            for (ScanComponent component : scan.components()) {
                done[component.index()] = true;
            }
            header.skipBits(scan.bits());
            boolean complete = true;
            for (boolean one : done) {
                complete &= one;
            }
            if (complete) {
                break;
            }
        }
        for (int i = 0; i < planes.length; i++) {
            if (!done[i]) {
                throw JpegHeader.corrupt("a component has no scan");
            }
            JpegUpsampling.fill(planes[i], out, i, planes.length, columns, rows);
        }
    }

    private void decodeScan(Scan scan) throws DicomException {
        JpegBitReader in = new JpegBitReader(
                header.stream().array(),
                header.stream().offset() + scan.bits(),
                header.stream().offset() + header.stream().length());
        int count = scan.components().size();
        int[] predictors = new int[count];
        int unitsAcross;
        int unitsDown;
        boolean single = count == 1;
        if (single) {
            JpegPlane plane = planes[scan.components().getFirst().index()];
            unitsAcross = ceil(plane.width, BLOCK);
            unitsDown = ceil(plane.height, BLOCK);
        } else {
            ScanComponent any = scan.components().getFirst();
            unitsAcross = planes[any.index()].stride
                    / (BLOCK * header.components().get(any.index()).across());
            unitsDown = planes[any.index()].samples.length
                    / planes[any.index()].stride
                    / (BLOCK * header.components().get(any.index()).down());
        }
        int untilRestart = header.restartInterval();
        for (int y = 0; y < unitsDown; y++) {
            for (int x = 0; x < unitsAcross; x++) {
                if (header.restartInterval() > 0 && untilRestart-- == 0) {
                    if (!in.passRestart()) {
                        throw JpegHeader.corrupt("restart marker is missing in block row " + y);
                    }
                    java.util.Arrays.fill(predictors, 0);
                    untilRestart = header.restartInterval() - 1;
                }
                for (int c = 0; c < count; c++) {
                    decodeUnit(in, scan.components().get(c), predictors, c, x, y, single);
                }
            }
            if (in.isOverrun()) {
                throw new DicomException(
                        DicomException.Reason.TRUNCATED, "JPEG stream ends in block row " + y + " of " + unitsDown);
            }
        }
    }

    private void decodeUnit(
            JpegBitReader in, ScanComponent chosen, int[] predictors, int c, int x, int y, boolean single)
            throws DicomException {
        Component component = header.components().get(chosen.index());
        JpegPlane plane = planes[chosen.index()];
        JpegHuffmanTable dc = header.dcTable(chosen.dcTable());
        JpegHuffmanTable ac = header.acTable(chosen.acTable());
        int[] quantisation = header.quantisation(component.quantisation());
        int across = single ? 1 : component.across();
        int down = single ? 1 : component.down();
        for (int v = 0; v < down; v++) {
            for (int h = 0; h < across; h++) {
                predictors[c] = decodeBlock(in, dc, ac, quantisation, predictors[c]);
                int at = (y * down + v) * BLOCK * plane.stride + (x * across + h) * BLOCK;
                inverse.transform(block, plane.samples, at, plane.stride);
            }
        }
    }

    /** Fills {@link #block} with dequantised coefficients; gives the new predictor. */
    private int decodeBlock(
            JpegBitReader in, JpegHuffmanTable dc, JpegHuffmanTable ac, int[] quantisation, int predictor)
            throws DicomException {
        java.util.Arrays.fill(block, 0);
        int value = predictor + signed(in, dc.next(in));
        block[0] = value * quantisation[0];
        for (int k = 1; k < 64; k++) {
            int symbol = ac.next(in);
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0) {
                if (run != 15) {
                    break;
                }
                k += 15;
                continue;
            }
            k += run;
            if (k > 63) {
                throw JpegHeader.corrupt("a block has more than 64 coefficients");
            }
            int place = JpegHeader.ZIGZAG[k];
            block[place] = signed(in, size) * quantisation[place];
        }
        return value;
    }

    private static int signed(JpegBitReader in, int size) throws DicomException {
        if (size == 0) {
            return 0;
        }
        if (size > 16) {
            throw JpegHeader.corrupt("a coefficient of " + size + " bits");
        }
        int bits = in.get(size);
        return bits < 1 << (size - 1) ? bits - (1 << size) + 1 : bits;
    }

    private static int ceil(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
