package org.farfield.dicom.codec;

import java.util.Arrays;

/** Bytes and bits of a JPEG stream, most significant first; a byte FF of a scan is followed by 00 (T.81 B.1.1.5). */
final class JpegBitWriter {
    private byte[] out;
    private int size;
    private long pending;
    private int pendingBits;

    JpegBitWriter(int capacity) {
        out = new byte[capacity];
    }

    /** The low bits of a value, 0..16 of them. */
    void bits(int value, int count) {
        pending = pending << count | (value & ((1L << count) - 1));
        pendingBits += count;
        while (pendingBits >= 8) {
            pendingBits -= 8;
            int code = (int) (pending >>> pendingBits) & 0xFF;
            octet(code);
            if (code == 0xFF) {
                octet(0);
            }
        }
    }

    /** Ends a scan at a byte boundary with one bits. */
    void flush() {
        if (pendingBits > 0) {
            bits(0xFF, 8 - pendingBits);
        }
    }

    /** A byte outside a scan. */
    void octet(int value) {
        if (size == out.length) {
            out = Arrays.copyOf(out, Math.addExact(size, Math.max(1024, size)));
        }
        out[size++] = (byte) value;
    }

    /** Two bytes outside a scan. */
    void word(int value) {
        octet(value >> 8);
        octet(value);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(out, size);
    }
}
