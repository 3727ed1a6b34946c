package org.farfield.dicom.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of a JPEG-LS scan. Beyond the scan's last byte (the end, or FF with a marker) it gives zeros and remembers, so
 * that the decoder asks once a row whether it has left the scan.
 */
final class JpegLsBitReader {
    private static final VarHandle FOUR_BYTES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

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

    /** Makes at least 33 bits ready, four bytes at once where none of them is FF. */
    private void fill() {
        if (count <= Integer.SIZE && at <= end - Integer.BYTES && !afterFf) {
            int four = (int) FOUR_BYTES.get(in, at);
            int holes = ~four;
            if ((holes - 0x01010101 & four & 0x80808080) == 0) {
                bits = bits << Integer.SIZE | (four & 0xFFFF_FFFFL);
                count += Integer.SIZE;
                at += Integer.BYTES;
                return;
            }
        }
        fillBytes();
    }

    private void fillBytes() {
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
            if (count <= Integer.SIZE) {
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
