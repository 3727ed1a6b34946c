package org.farfield.dicom.codec;

import java.util.Optional;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.UnsupportedTransferSyntaxException;

/** Compression of single frames under one transfer syntax (PS3.5 8.2). Stateless; any thread. */
public interface FrameCodec {
    /**
     * Decodes one frame to samples, colour by pixel. Samples are words as they would stand in uncompressed pixel data:
     * bits beyond Bits Stored are not yet taken out.
     *
     * @param frame the frame's bytes, all its fragments together
     * @param format rows, columns, samples and bits
     * @param out takes {@link PixelFormat#samplesPerFrame()} samples
     */
    void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException;

    /**
     * Encodes one monochrome frame without loss.
     *
     * @param samples stored values, sign-extended when the format is signed
     * @throws DicomException when this codec does not encode such a format
     */
    byte[] encode(short[] samples, PixelFormat format) throws DicomException;

    /** The codec of a transfer syntax with encapsulated pixel data, empty where there is none. */
    static Optional<FrameCodec> of(TransferSyntax syntax) {
        if (syntax.equals(TransferSyntax.RLE_LOSSLESS)) {
            return Optional.of(new RleCodec());
        }
        if (syntax.equals(TransferSyntax.JPEG_LS_LOSSLESS) || syntax.equals(TransferSyntax.JPEG_LS_NEAR_LOSSLESS)) {
            return Optional.of(new JpegLsCodec());
        }
        if (syntax.equals(TransferSyntax.JPEG_LOSSLESS) || syntax.equals(TransferSyntax.JPEG_LOSSLESS_FIRST_ORDER)) {
            return Optional.of(new JpegLosslessCodec());
        }
        return Optional.empty();
    }

    /** The codec of a transfer syntax, or an exception that names it. */
    static FrameCodec require(TransferSyntax syntax) throws UnsupportedTransferSyntaxException {
        return of(syntax).orElseThrow(() -> new UnsupportedTransferSyntaxException(syntax));
    }
}
