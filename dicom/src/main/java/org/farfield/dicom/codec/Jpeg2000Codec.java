package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;
import org.farfield.dicom.codec.jpeg2000.ImageSize;
import org.farfield.dicom.codec.jpeg2000.Jpeg2000Decoder;
import org.farfield.dicom.codec.jpeg2000.Jpeg2000Encoder;

/**
 * JPEG 2000 (PS3.5 A.4.4) and High-Throughput JPEG 2000 (A.4.9). The stream itself decides which it is, since files are
 * labelled wrongly: blocks coded by T.814 go to FFmpeg, all else is decoded here. Writes part 1 without loss.
 */
final class Jpeg2000Codec implements FrameCodec {
    private final boolean lossless;

    /** With {@code lossless} for the transfer syntax that may be written. */
    Jpeg2000Codec(boolean lossless) {
        this.lossless = lossless;
    }

    @Override
    public void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException {
        ImageSize size = ImageSize.read(frame);
        if (size.highThroughput()) {
            size.require(format);
            FfmpegStill.decodeHighThroughput(frame, size, format, out);
        } else {
            Jpeg2000Decoder.decode(frame, size, format, out);
        }
    }

    /** A packet without anything takes a byte and stands for a whole resolution; pictures of one value are small. */
    @Override
    public long mostSamples(int bytes) {
        return (long) bytes << 20;
    }

    @Override
    public byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        if (!lossless) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "lossy and high-throughput JPEG 2000 is read, not written");
        }
        if (format.bitsAllocated() > 16) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG 2000 encodes samples of up to 16 bits");
        }
        StoredBits.requireFit(samples, format.samplesPerFrame(), format.bitsStored(), format.signed());
        return new Jpeg2000Encoder(format).encode(samples);
    }

    @Override
    public String encodedPhotometric(PixelFormat format) {
        return Jpeg2000Encoder.transformsColour(format) ? "YBR_RCT" : format.photometric();
    }
}
