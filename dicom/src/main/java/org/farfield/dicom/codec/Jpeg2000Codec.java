package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/** JPEG 2000 and High-Throughput JPEG 2000 (PS3.5 A.4.4, A.4.9), decoding only, by FFmpeg. */
final class Jpeg2000Codec implements FrameCodec {
    @Override
    public void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException {
        Jpeg2000Header header = Jpeg2000Header.read(frame);
        header.require(format);
        FfmpegStill.decodeJpeg2000(frame, header, format, out);
    }

    @Override
    public byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        throw new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG 2000 is read, not written");
    }
}
