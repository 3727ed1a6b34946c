package org.farfield.dicom.codec;

/**
 * Bits of a JPEG-LS scan. Beyond the scan's last byte (the end, or FF with a marker) it gives zeros and remembers, so
 * that the decoder asks once a row whether it has left the scan.
 */
final class JpegLsBitReader {
    private final byte[] in;
    private final int end;
    private int at;
    private long bits;
    private int count;
    private int invented;
    private boolean afterFf;

    JpegLsBitReader(byte[] in, int start, int end) {
        this.in = in;
        this.at = start;
        this.end = end;
    }

    /** Makes at least 49 bits ready. */
    private void fill() {
        while (count <= 48) {
            int code = at < end ? in[at] & 0xFF : -1;
            if (code < 0 || (afterFf && code >= 0x80)) {
                at = end;
                afterFf = false;
                bits <<= 8;
                count += 8;
                invented += 8;
            } else {
                at++;
                int width = afterFf ? 7 : 8;
                bits = bits << width | code;
                count += width;
                afterFf = code == 0xFF;
            }
        }
    }

    /** The next bits as a number, 0..31 of them. */
    int get(int width) {
        if (width == 0) {
            return 0;
        }
        if (count < width) {
            fill();
        }
        count -= width;
        return (int) (bits >>> count) & ((1 << width) - 1);
    }

    /** How many zero bits come before the next one bit; all are taken. Stops counting beyond 64. */
    int zeros() {
        int zeros = 0;
        while (zeros <= 64) {
            if (count < 49) {
                fill();
            }
            int run = Long.numberOfLeadingZeros(bits << (64 - count));
            if (run < count) {
                count -= run + 1;
                return zeros + run;
            }
            zeros += count;
            count = 0;
        }
        return zeros;
    }

    /** True when bits were taken that the scan does not have. */
    boolean isOverrun() {
        return invented > count;
    }
}
