package org.farfield.dicom.codec;

/**
 * Bits of a JPEG scan: FF 00 stands for the byte FF, FF with anything else is a marker and ends the bits (T.81
 * B.1.1.5). Beyond that it gives zeros and remembers.
 */
final class JpegBitReader {
    private final byte[] in;
    private final int end;
    private int at;
    private long bits;
    private int count;
    private int invented;

    JpegBitReader(byte[] in, int start, int end) {
        this.in = in;
        this.at = start;
        this.end = end;
    }

    /** The next 16 bits, which stay. */
    int peek16() {
        if (count < 16) {
            fill();
        }
        return (int) (bits >>> (count - 16)) & 0xFFFF;
    }

    /** Takes bits that were peeked at. */
    void skip(int width) {
        count -= width;
    }

    /** Takes 1..16 bits. */
    int get(int width) {
        int value = peek16() >>> (16 - width);
        count -= width;
        return value;
    }

    /** True when bits were taken that the scan does not have. */
    boolean isOverrun() {
        return invented > count;
    }

    /** Drops what is left of the byte and passes a restart marker; false when there is none. */
    boolean passRestart() {
        bits = 0;
        count = 0;
        invented = 0;
        if (at + 1 < end && in[at] == (byte) 0xFF && (in[at + 1] & 0xF8) == 0xD0) {
            at += 2;
            return true;
        }
        return false;
    }

    private void fill() {
        while (count <= 48) {
            int code = at < end ? in[at] & 0xFF : -1;
            if (code == 0xFF && (at + 1 >= end || in[at + 1] != 0)) {
                code = -1;
            }
            if (code < 0) {
                bits <<= 8;
                invented += 8;
            } else {
                bits = bits << 8 | code;
                at += code == 0xFF ? 2 : 1;
            }
            count += 8;
        }
    }
}
