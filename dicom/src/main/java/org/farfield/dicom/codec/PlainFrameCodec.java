package org.farfield.dicom.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/**
 * Frames as uncompressed pixel data has them, each in its fragment: plain (PS3.5 A.4.11) or deflated (PS3.5 A.4.12).
 */
final class PlainFrameCodec implements FrameCodec {
    private final boolean deflated;

    PlainFrameCodec(boolean deflated) {
        this.deflated = deflated;
    }

    @Override
    public void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException {
        NativePixels.decode(deflated ? inflate(frame, NativePixels.end(format, 0)) : frame, format, 0, out);
    }

    private static ByteSlice inflate(ByteSlice frame, long size) throws DicomException {
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(frame.array(), frame.offset(), frame.length()), inflater)) {
            return ByteSlice.of(in.readNBytes(Math.toIntExact(size)));
        } catch (IOException e) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED, "the deflated frame is damaged: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    /** A byte holds eight samples of one bit; deflating gains a factor of 1032 at most. */
    @Override
    public long mostSamples(int bytes) {
        return (deflated ? 8400L : 8L) * bytes;
    }

    @Override
    public byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        byte[] plain = NativePixels.encode(samples, format);
        if (!deflated) {
            return plain;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(bytes, deflater)) {
            stream.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }
}
