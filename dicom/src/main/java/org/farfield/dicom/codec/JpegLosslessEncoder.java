package org.farfield.dicom.codec;

import org.farfield.dicom.PixelFormat;

/**
 * Encodes a frame as lossless JPEG, process 14 with selection value 1 (T.81 annex H): one interleaved scan, one Huffman
 * table made for the frame. One use.
 */
final class JpegLosslessEncoder {
    private static final int CATEGORIES = 17;

    private final PixelFormat format;
    private final int precision;
    private final int mask;
    private final int samples;

    JpegLosslessEncoder(PixelFormat format) {
        this.format = format;
        this.precision = Math.max(2, format.bitsStored());
        this.mask = (1 << precision) - 1;
        this.samples = format.samples();
    }

    /** The complete stream of samples, which are masked to the precision. */
    byte[] encode(short[] pixels) {
        StoredBits.requireFit(pixels, format.samplesPerFrame(), format.bitsStored(), format.signed());
        long[] frequencies = new long[CATEGORIES];
        each(pixels, difference -> frequencies[category(difference)]++);
        JpegHuffmanCode code = JpegHuffmanCode.of(frequencies);
        JpegBitWriter out = new JpegBitWriter(format.samplesPerFrame() + 1024);
        header(code, out);
        each(pixels, difference -> {
            int size = category(difference);
            out.bits(code.code(size), code.length(size));
            if (size > 0 && size < 16) {
                out.bits(difference > 0 ? difference : difference + (1 << size) - 1, size);
            }
        });
        out.flush();
        out.word(0xFFD9);
        return out.toByteArray();
    }

    /** Takes a difference. */
    private interface Taker {
        void take(int difference);
    }

    /** Differences modulo 2^16 in the order of the stream: -32767..32768. */
    private void each(short[] pixels, Taker taker) {
        int width = format.columns() * samples;
        for (int y = 0; y < format.rows(); y++) {
            int base = y * width;
            for (int x = 0; x < width; x++) {
                int prediction;
                if (x >= samples) {
                    prediction = pixels[base + x - samples] & mask;
                } else {
                    prediction = y == 0 ? 1 << (precision - 1) : pixels[base + x - width] & mask;
                }
                int difference = ((pixels[base + x] & mask) - prediction) & 0xFFFF;
                taker.take(difference > 32768 ? difference - 65536 : difference);
            }
        }
    }

    private static int category(int difference) {
        return 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
    }

    private void header(JpegHuffmanCode code, JpegBitWriter out) {
        out.word(0xFFD8);
        out.word(0xFFC3);
        out.word(8 + 3 * samples);
        out.octet(precision);
        out.word(format.rows());
        out.word(format.columns());
        out.octet(samples);
        for (int i = 0; i < samples; i++) {
            out.octet(i + 1);
            out.octet(0x11);
            out.octet(0);
        }
        code.write(out);
        out.word(0xFFDA);
        out.word(6 + 2 * samples);
        out.octet(samples);
        for (int i = 0; i < samples; i++) {
            out.octet(i + 1);
            out.octet(0);
        }
        out.octet(1);
        out.octet(0);
        out.octet(0);
    }
}
