package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;

/**
 * JPEG-LS of monochrome frames of 2 to 16 bits (ITU-T T.87, DICOM PS3.5 8.2.3): lossless encoding, lossless and
 * near-lossless decoding. Any thread; nothing is shared between calls.
 */
public final class JpegLs {
    private JpegLs() {}

    /**
     * A complete JPEG-LS stream, without loss.
     *
     * @param pixels stored values, rows x columns of them, row by row; sign-extended when signed
     * @param columns 1..65535
     * @param rows 1..65535
     * @param bitsStored 1..16; the values must fit in it
     * @param signed true when the values are two's complement; the stream carries their bit patterns
     * @throws IllegalArgumentException when a value does not fit
     */
    public static byte[] encode(short[] pixels, int columns, int rows, int bitsStored, boolean signed) {
        int samples = Math.multiplyExact(columns, rows);
        if (columns < 1 || rows < 1 || columns > 0xFFFF || rows > 0xFFFF || pixels.length < samples) {
            throw new IllegalArgumentException(columns + " x " + rows + " of " + pixels.length + " pixels");
        }
        StoredBits.requireFit(pixels, samples, bitsStored, signed);
        return new JpegLsEncoder(columns, rows, Math.max(2, bitsStored), 1).encode(pixels);
    }

    /**
     * Decodes a stream of one component.
     *
     * @param stream SOI to EOI; bytes after it are passed over
     * @param out where the stored values go, rows x columns of them: sign-extended when signed, else 0..65535 as bits
     * @throws DicomException when the stream is damaged, truncated, or of another size
     */
    public static void decode(ByteSlice stream, short[] out, int columns, int rows, int bitsStored, boolean signed)
            throws DicomException {
        decodeSamples(stream, out, columns, rows, 1);
        StoredBits.extend(out, columns * rows, bitsStored, bitsStored - 1, signed);
    }

    /** Decodes to samples as the stream has them, 0..2^precision - 1, colour by pixel. */
    static void decodeSamples(ByteSlice stream, short[] out, int columns, int rows, int samples) throws DicomException {
        JpegLsHeader header = new JpegLsHeader(stream);
        JpegLsHeader.Scan scan = header.nextScan();
        if (header.columns() != columns || header.rows() != rows || header.components() != samples) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED,
                    "JPEG-LS stream of " + header.columns() + " x " + header.rows() + " x " + header.components()
                            + " where " + columns + " x " + rows + " x " + samples + " is declared");
        }
        int missing = (1 << samples) - 1;
        while (scan != null) {
            new JpegLsDecoder(scan, columns, rows, stream).decode(out, samples);
            for (int component : scan.components()) {
                missing &= ~(1 << component);
            }
            if (missing == 0) {
                return;
            }
            header.skipBits(scan.bits());
            scan = header.nextScan();
        }
        throw new DicomException(DicomException.Reason.MALFORMED, "JPEG-LS stream: a component has no scan");
    }
}
