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
     * Encodes one frame without loss.
     *
     * @param samples stored values, sign-extended when the format is signed, colour by pixel
     * @throws DicomException when this codec does not encode such a format
     */
    byte[] encode(short[] samples, PixelFormat format) throws DicomException;

    /** How many samples a frame of so many bytes can stand for at most; a frame that claims more is refused unread. */
    default long mostSamples(int bytes) {
        return Long.MAX_VALUE;
    }

    /** The Photometric Interpretation under which {@link #encode} leaves samples of this format (PS3.5 8.2.4). */
    default String encodedPhotometric(PixelFormat format) {
        return format.photometric();
    }

    /** The codec of a transfer syntax with encapsulated pixel data, empty where there is none. */
    static Optional<FrameCodec> of(TransferSyntax syntax) {
        return switch (syntax.uid()) {
            case "1.2.840.10008.1.2.5" -> Optional.of(new RleCodec());
            case "1.2.840.10008.1.2.1.98" -> Optional.of(new PlainFrameCodec(false));
            case "1.2.840.10008.1.2.8.1" -> Optional.of(new PlainFrameCodec(true));
            case "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51" -> Optional.of(new JpegCodec(false));
            case "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70" -> Optional.of(new JpegCodec(true));
            case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> Optional.of(new JpegLsCodec());
            case "1.2.840.10008.1.2.4.90" -> Optional.of(new Jpeg2000Codec(true));
            case "1.2.840.10008.1.2.4.91",
                    "1.2.840.10008.1.2.4.92",
                    "1.2.840.10008.1.2.4.93",
                    "1.2.840.10008.1.2.4.201",
                    "1.2.840.10008.1.2.4.202",
                    "1.2.840.10008.1.2.4.203" -> Optional.of(new Jpeg2000Codec(false));
            default -> Optional.empty();
        };
    }

    /** The codec of a transfer syntax, or an exception that names it. */
    static FrameCodec require(TransferSyntax syntax) throws UnsupportedTransferSyntaxException {
        return of(syntax).orElseThrow(() -> new UnsupportedTransferSyntaxException(syntax));
    }
}
