package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/** JPEG-LS of one component (PS3.5 A.4.3). */
final class JpegLsCodec implements FrameCodec {
    @Override
    public void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException {
        if (format.samples() != 1) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG-LS of colour is not decoded");
        }
        JpegLs.decodeSamples(frame, out, format.columns(), format.rows());
    }

    @Override
    public byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        if (format.samples() != 1 || format.bitsAllocated() > 16) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG-LS encodes monochrome of up to 16 bits");
        }
        return JpegLs.encode(samples, format.columns(), format.rows(), format.bitsStored(), format.signed());
    }
}
