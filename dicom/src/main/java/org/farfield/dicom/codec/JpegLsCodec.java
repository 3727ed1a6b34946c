package org.farfield.dicom.codec;

import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/** JPEG-LS (PS3.5 A.4.3): grey and colour; written without loss, a scan for each component. */
final class JpegLsCodec implements FrameCodec {
    @Override
    public void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException {
        JpegLs.decodeSamples(frame, out, format.columns(), format.rows(), format.samples());
    }

    /** One bit of a run stands for 32768 samples at most. */
    @Override
    public long mostSamples(int bytes) {
        return (long) bytes << 18;
    }

    @Override
    public byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        if (format.bitsAllocated() > 16) {
            throw new DicomException(DicomException.Reason.UNSUPPORTED, "JPEG-LS encodes samples of up to 16 bits");
        }
        StoredBits.requireFit(samples, format.samplesPerFrame(), format.bitsStored(), format.signed());
        return new JpegLsEncoder(format.columns(), format.rows(), Math.max(2, format.bitsStored()), format.samples())
                .encode(samples);
    }
}
