package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.codec.JpegHeader.Scan;

/**
 * JPEG with Huffman coding (PS3.5 A.4.1): baseline, extended of 8 and 12 bits, lossless. The stream's own frame type
 * decides, since files are labelled wrongly. Writes lossless JPEG, first-order prediction.
 */
final class JpegCodec implements FrameCodec {
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int LOSSLESS = 0xC3;

    private final boolean lossless;

    /** With {@code lossless} for the transfer syntaxes that may be written. */
    JpegCodec(boolean lossless) {
        this.lossless = lossless;
    }

    @Override
    public void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException {
        JpegHeader header = new JpegHeader(frame);
        Scan scan = header.nextScan();
        if (scan == null) {
            throw JpegHeader.corrupt("has no scan");
        }
        header.require(format.columns(), format.rows(), format.samples());
        switch (header.frameType()) {
            case BASELINE, EXTENDED -> new JpegDct(header, format.columns(), format.rows()).decode(scan, out);
            case LOSSLESS -> new JpegLossless(header, format.columns(), format.rows()).decode(scan, out);
            default ->
                throw JpegHeader.unsupported(String.format(
                        "frame type %02X, neither sequential nor lossless with Huffman coding", header.frameType()));
        }
        if (format.samples() == 3 && format.photometric().equals("RGB") && header.adobeTransform() == 1) {
            ColourSpaces.fromYbrFull(out, format.samplesPerFrame(), header.precision());
        }
    }

    /** Two bits for each block of 64 samples at least, of which chroma may be quartered. */
    @Override
    public long mostSamples(int bytes) {
        return 600L * bytes;
    }

    @Override
    public byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        if (!lossless) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "lossy JPEG is read, not written");
        }
        if (format.bitsAllocated() > 16) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "lossless JPEG encodes samples of up to 16 bits");
        }
        return new JpegLosslessEncoder(format).encode(samples);
    }
}
