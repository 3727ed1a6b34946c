package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/** Lossless JPEG (PS3.5 A.4.1), decoding only. */
final class JpegLosslessCodec implements FrameCodec {
    @Override
    public void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException {
        new JpegLossless(frame).decode(out, format.columns(), format.rows(), format.samples());
    }

    @Override
    public byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        throw new DicomException(DicomException.Reason.UNSUPPORTED, "lossless JPEG is read, not written");
    }
}
