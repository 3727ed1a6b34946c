package org.farfield.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/**
 * RLE Lossless (PS3.5 annex G): a header of sixteen 32-bit numbers (how many segments, where each begins), then one
 * segment for each byte of each sample, the high byte first.
 */
final class RleCodec implements FrameCodec {
    private static final int HEADER = 64;

    @Override
    public void decode(ByteSlice frame, PixelFormat format, short[] out) throws DicomException {
        int bytesPerSample = bytesPerSample(format);
        int segments = format.samples() * bytesPerSample;
        if (frame.length() < HEADER) {
            throw new DicomException(
                    DicomException.Reason.TRUNCATED, "RLE frame of " + frame.length() + " bytes has no header");
        }
        ByteBuffer header = frame.buffer();
        if (header.getInt(0) != segments) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED,
                    "RLE frame of " + header.getInt(0) + " segments where " + segments + " are needed");
        }
        byte[] plane = new byte[format.rows() * format.columns()];
        for (int segment = 0; segment < segments; segment++) {
            long from = header.getInt(4 + 4 * segment) & 0xFFFFFFFFL;
            long to = segment + 1 < segments ? header.getInt(8 + 4 * segment) & 0xFFFFFFFFL : frame.length();
            if (from < HEADER || from > to || to > frame.length()) {
                throw new DicomException(
                        DicomException.Reason.MALFORMED, "RLE segment " + segment + " is not inside its frame");
            }
            PackBits.unpack(frame.slice((int) from, (int) (to - from)), plane, segment);
            int sample = segment / bytesPerSample;
            if (bytesPerSample == 2 && segment % 2 == 0) {
                setHigh(plane, out, sample, format.samples());
            } else if (bytesPerSample == 2) {
                addLow(plane, out, sample, format.samples());
            } else {
                setLow(plane, out, sample, format.samples());
            }
        }
    }

    /** Two bytes of a run stand for 128. */
    @Override
    public long mostSamples(int bytes) {
        return 64L * bytes;
    }

    @Override
    public byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        int bytesPerSample = bytesPerSample(format);
        int count = format.samples();
        int pixels = format.rows() * format.columns();
        ByteArrayOutputStream body = new ByteArrayOutputStream(pixels);
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(count * bytesPerSample);
        byte[] plane = new byte[pixels];
        for (int segment = 0; segment < count * bytesPerSample; segment++) {
            int shift = 8 * (bytesPerSample - 1 - segment % bytesPerSample);
            for (int i = 0, from = segment / bytesPerSample; i < pixels; i++, from += count) {
                plane[i] = (byte) (samples[from] >> shift);
            }
            header.putInt(HEADER + body.size());
            PackBits.pack(plane, format.columns(), body);
        }
        byte[] frame = java.util.Arrays.copyOf(header.array(), HEADER + body.size());
        System.arraycopy(body.toByteArray(), 0, frame, HEADER, body.size());
        return frame;
    }

    private static int bytesPerSample(PixelFormat format) throws DicomException {
        if (format.bitsAllocated() != 8 && format.bitsAllocated() != 16) {
            throw new DicomException(
                    DicomException.Reason.UNSUPPORTED, "RLE of " + format.bitsAllocated() + " bits allocated");
        }
        return format.bitsAllocated() / 8;
    }

    private static void setHigh(byte[] plane, short[] out, int sample, int stride) {
        for (int i = 0, o = sample; i < plane.length; i++, o += stride) {
            out[o] = (short) (plane[i] << 8);
        }
    }

    private static void addLow(byte[] plane, short[] out, int sample, int stride) {
        for (int i = 0, o = sample; i < plane.length; i++, o += stride) {
            out[o] = (short) (out[o] | (plane[i] & 0xFF));
        }
    }

    private static void setLow(byte[] plane, short[] out, int sample, int stride) {
        for (int i = 0, o = sample; i < plane.length; i++, o += stride) {
            out[o] = (short) (plane[i] & 0xFF);
        }
    }
}
