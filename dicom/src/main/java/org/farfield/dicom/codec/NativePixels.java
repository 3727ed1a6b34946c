package org.farfield.dicom.codec;

import java.nio.ShortBuffer;
import org.farfield.dicom.ByteSlice;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.PixelFormat;

/** Uncompressed pixel data (PS3.5 8.1): samples of 1, 8 or 16 bits; colour comes out by pixel. */
final class NativePixels {
    private NativePixels() {}

    /** Bytes up to the end of a frame, from the start of the pixel data. */
    static long end(PixelFormat format, int frame) {
        return (bitsPerFrame(format) * (frame + 1L) + 7) / 8;
    }

    /** Reads the words of one frame. */
    static void decode(ByteSlice pixels, PixelFormat format, int frame, short[] out) throws DicomException {
        requireFrame(pixels, format, frame);
        long bit = bitsPerFrame(format) * frame;
        switch (format.bitsAllocated()) {
            case 1 -> decodeBits(pixels, bit, format, out);
            case 8 -> decodeBytes(pixels, (int) (bit / 8), format, out);
            case 16 -> decodeWords(pixels, (int) (bit / 8), format, out);
            default ->
                throw new DicomException(
                        DicomException.Reason.UNSUPPORTED, format.bitsAllocated() + " bits allocated are not shown");
        }
    }

    /** The bytes of one frame of samples of 1, 8 or 16 bits, colour by pixel. */
    static byte[] encode(short[] samples, PixelFormat format) throws DicomException {
        return switch (format.bitsAllocated()) {
            case 1 -> packed(samples, format.samplesPerFrame());
            case 8 -> bytes(samples, format.samplesPerFrame());
            case 16 -> words(samples, format.samplesPerFrame());
            default ->
                throw new DicomException(
                        DicomException.Reason.UNSUPPORTED, format.bitsAllocated() + " bits allocated are not written");
        };
    }

    private static byte[] packed(short[] samples, int count) {
        byte[] bytes = new byte[(count + 7) / 8];
        for (int i = 0; i < count; i++) {
            bytes[i >> 3] |= (byte) ((samples[i] & 1) << (i & 7));
        }
        return bytes;
    }

    private static byte[] bytes(short[] samples, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) samples[i];
        }
        return bytes;
    }

    private static byte[] words(short[] samples, int count) {
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }

    /** Throws when the pixel data ends before the end of a frame. */
    static void requireFrame(ByteSlice pixels, PixelFormat format, int frame) throws DicomException {
        if (end(format, frame) > pixels.length()) {
            throw new DicomException(
                    DicomException.Reason.TRUNCATED,
                    "frame " + (frame + 1) + " ends at byte " + end(format, frame) + " of the pixel data, which has "
                            + pixels.length());
        }
    }

    private static boolean isSubsampled(PixelFormat format) {
        return format.samples() == 3 && format.photometric().equals("YBR_FULL_422");
    }

    private static long bitsPerFrame(PixelFormat format) {
        return isSubsampled(format) ? format.bitsPerFrame() / 3 * 2 : format.bitsPerFrame();
    }

    private static void decodeBits(ByteSlice pixels, long firstBit, PixelFormat format, short[] out) {
        byte[] in = pixels.array();
        for (int i = 0; i < format.samplesPerFrame(); i++) {
            long bit = firstBit + i;
            out[i] = (short) (in[pixels.offset() + (int) (bit >> 3)] >> (bit & 7) & 1);
        }
    }

    private static void decodeBytes(ByteSlice pixels, int from, PixelFormat format, short[] out) {
        byte[] in = pixels.array();
        int start = pixels.offset() + from;
        int count = format.samplesPerFrame();
        int pixelCount = format.rows() * format.columns();
        if (isSubsampled(format)) {
            for (int i = 0; i + 1 < pixelCount; i += 2) {
                int at = start + 2 * i;
                for (int pixel = 0; pixel < 2; pixel++) {
                    int to = 3 * (i + pixel);
                    out[to] = (short) (in[at + pixel] & 0xFF);
                    out[to + 1] = (short) (in[at + 2] & 0xFF);
                    out[to + 2] = (short) (in[at + 3] & 0xFF);
                }
            }
        } else if (format.samples() > 1 && format.planarConfiguration() == 1) {
            for (int i = 0; i < count; i++) {
                out[i % pixelCount * format.samples() + i / pixelCount] = (short) (in[start + i] & 0xFF);
            }
        } else {
            for (int i = 0; i < count; i++) {
                out[i] = (short) (in[start + i] & 0xFF);
            }
        }
    }

    private static void decodeWords(ByteSlice pixels, int from, PixelFormat format, short[] out) {
        int count = format.samplesPerFrame();
        ShortBuffer words = pixels.slice(from, 2 * count).buffer().asShortBuffer();
        if (format.samples() > 1 && format.planarConfiguration() == 1) {
            int pixelCount = format.rows() * format.columns();
            for (int i = 0; i < count; i++) {
                out[i % pixelCount * format.samples() + i / pixelCount] = words.get(i);
            }
        } else {
            words.get(out, 0, count);
        }
    }
}
