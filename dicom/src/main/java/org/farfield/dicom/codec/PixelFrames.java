package org.farfield.dicom.codec;

import java.util.Optional;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Element;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.UnsupportedTransferSyntaxException;

/**
 * The frames of an instance's Pixel Data (7FE0,0010), or of its Float or Double Float Pixel Data, decoded one by one
 * (PS3.3 C.7.6.3). Immutable, so that several threads may decode frames of one instance at once.
 */
public final class PixelFrames {
    private final PixelFormat format;
    private final FrameSource source;

    /** Frames without compression. */
    private record Plain(ByteSlice bytes, PixelFormat format) implements FrameSource {
        @Override
        public void decode(int frame, short[] out) throws DicomException {
            NativePixels.decode(bytes, format, frame, out);
        }

        @Override
        public void requireFrame(int frame) throws DicomException {
            NativePixels.requireFrame(bytes, format, frame);
        }
    }

    /** Compressed frames. */
    private record Coded(FrameCodec codec, FrameFragments frames, PixelFormat format) implements FrameSource {
        @Override
        public void decode(int frame, short[] out) throws DicomException {
            codec.decode(frames.frame(frame), format, out);
        }

        @Override
        public void requireFrame(int frame) throws DicomException {
            int bytes = frames.frame(frame).length();
            if (codec.mostSamples(bytes) < format.samplesPerFrame()) {
                throw new DicomException(
                        DicomException.Reason.TRUNCATED,
                        "frame " + (frame + 1) + " of " + bytes + " bytes cannot hold " + format.columns() + " x "
                                + format.rows() + " pixels");
            }
        }
    }

    private PixelFrames(PixelFormat format, FrameSource source) {
        this.format = format;
        this.source = source;
    }

    /**
     * Finds the frames without decoding any.
     *
     * @throws UnsupportedTransferSyntaxException when there is no decoder for the file's transfer syntax
     * @throws DicomException when there is no pixel data or its description is wrong
     */
    public static PixelFrames of(DicomFile file) throws DicomException {
        DataSet dataSet = file.dataSet();
        Element pixels = dataSet.element(Tag.PIXEL_DATA).orElse(null);
        if (pixels == null) {
            Optional<WidePixels> floating = WidePixels.floating(dataSet);
            if (floating.isPresent()) {
                return new PixelFrames(floating.get().format(), floating.get());
            }
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "has no " + Tag.describe(Tag.PIXEL_DATA));
        }
        PixelFormat format = PixelFormat.of(dataSet);
        return switch (pixels) {
            case Element.Value value
            when format.bitsAllocated() > 16 -> new PixelFrames(format, WidePixels.integers(value.bytes(), format));
            case Element.Value value ->
                new PixelFrames(decoded(format, file.transferSyntax()), new Plain(value.bytes(), format));
            case Element.Fragments fragments
            when file.transferSyntax().isVideo() ->
                new PixelFrames(
                        format.decodedAs("RGB"),
                        new VideoFrames(FrameFragments.of(dataSet, fragments, 1).frame(0), format));
            case Element.Fragments fragments -> {
                FrameCodec codec = FrameCodec.require(file.transferSyntax());
                FrameFragments frames = FrameFragments.of(dataSet, fragments, format.frames());
                yield new PixelFrames(decoded(format, file.transferSyntax()), new Coded(codec, frames, format));
            }
            case Element.Sequence sequence ->
                throw new DicomException(
                        DicomException.Reason.MALFORMED, Tag.describe(sequence.tag()) + " is a sequence");
        };
    }

    /** Decoders undo the colour transforms of JPEG 2000 and bring subsampled chroma to full size. */
    private static PixelFormat decoded(PixelFormat format, TransferSyntax syntax) {
        return switch (format.photometric()) {
            case "YBR_RCT", "YBR_ICT" -> format.decodedAs("RGB");
            case "YBR_FULL_422" -> format.decodedAs(isJpeg2000(syntax) ? "RGB" : "YBR_FULL");
            default -> format.decodedAs(format.photometric());
        };
    }

    private static boolean isJpeg2000(TransferSyntax syntax) {
        return syntax.uid().startsWith("1.2.840.10008.1.2.4.9") || syntax.uid().startsWith("1.2.840.10008.1.2.4.20");
    }

    /** How decoded pixels are described: the photometric interpretation is that of the values, colour by pixel. */
    public PixelFormat format() {
        return format;
    }

    /** How many frames there are. */
    public int count() {
        return format.frames();
    }

    /** True when values need more than 16 bits: {@link #decodeDecimals} gives them, the other methods refuse. */
    public boolean isWide() {
        return source instanceof WidePixels;
    }

    /** Decodes one frame to stored values as numbers, colour by pixel; floating point ones may be no number. */
    public double[] decodeDecimals(int frame) throws DicomException {
        java.util.Objects.checkIndex(frame, format.frames());
        if (source instanceof WidePixels wide) {
            return wide.decode(frame);
        }
        short[] words = decode(frame);
        double[] values = new double[words.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = format.signed() ? words[i] : words[i] & 0xFFFF;
        }
        return values;
    }

    /**
     * Decodes one frame to stored values, sign-extended when the format is signed, else as bits of 0..65535.
     *
     * @param frame index from 0
     * @param out takes {@link PixelFormat#samplesPerFrame()} values row by row, colour by pixel
     */
    public void decodeInto(int frame, short[] out) throws DicomException {
        decodeWordsInto(frame, out);
        StoredBits.extend(out, format.samplesPerFrame(), format.bitsStored(), format.highBit(), format.signed());
    }

    /** Decodes one frame to words as they stand in the pixel cells: with the bits that carry no value. */
    public short[] decodeWords(int frame) throws DicomException {
        requireFrame(frame);
        short[] out = new short[format.samplesPerFrame()];
        decodeWordsInto(frame, out);
        return out;
    }

    private void decodeWordsInto(int frame, short[] out) throws DicomException {
        java.util.Objects.checkIndex(frame, format.frames());
        if (out.length < format.samplesPerFrame()) {
            throw new IllegalArgumentException("room for " + out.length + " of " + format.samplesPerFrame());
        }
        if (format.bitsAllocated() > 16 && !isWide()) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, format.bitsAllocated() + " bits allocated are not decoded");
        }
        source.decode(frame, out);
    }

    /** Without decoding: throws when bytes of a frame are known to be missing. */
    public void requireComplete() throws DicomException {
        for (int frame = source instanceof Plain || isWide() ? count() - 1 : 0; frame < count(); frame++) {
            source.requireFrame(frame);
        }
    }

    /** Without decoding: throws when the bytes of a frame cannot be enough. */
    public void requireFrame(int frame) throws DicomException {
        source.requireFrame(java.util.Objects.checkIndex(frame, format.frames()));
    }

    /** Decodes one frame to a new array. */
    public short[] decode(int frame) throws DicomException {
        requireFrame(frame);
        short[] out = new short[format.samplesPerFrame()];
        decodeInto(frame, out);
        return out;
    }
}
