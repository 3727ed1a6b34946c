package org.farfield.dicom.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits of a JPEG-LS scan, most significant first; after a byte FF the next carries 7 bits only (T.87 A.1). */
final class JpegLsBitWriter {
    static final int MOST = 24;

    private static final VarHandle FOUR_BYTES = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] out;
    private int size;
    private long pending;
    private int pendingBits;
    private boolean afterFf;

    JpegLsBitWriter(int capacity) {
        out = new byte[capacity];
    }

    /** Makes room for so many bytes, so that the calls until then need no check. */
    void reserve(int bytes) {
        if (out.length - size < bytes) {
            out = Arrays.copyOf(out, Math.addExact(Math.max(out.length, bytes), out.length));
        }
    }

    /** The low {@code count} bits of a value, 0..24 of them. */
    void put(int value, int count) {
        pending = pending << count | (value & ((1L << count) - 1));
        pendingBits += count;
        if (pendingBits >= Integer.SIZE) {
            drain();
        }
    }

    /** Four bytes at once where none of them is FF. */
    private void drain() {
        int four = (int) (pending >>> (pendingBits - Integer.SIZE));
        int holes = ~four;
        boolean plain = !afterFf && (holes - 0x01010101 & four & 0x80808080) == 0;
        if (plain) {
            FOUR_BYTES.set(out, size, four);
            size += Integer.BYTES;
            pendingBits -= Integer.SIZE;
        } else {
            bytes();
        }
    }

    /** All whole bytes. */
    private void bytes() {
        int need = afterFf ? 7 : 8;
        while (pendingBits >= need) {
            pendingBits -= need;
            int code = (int) (pending >>> pendingBits) & (afterFf ? 0x7F : 0xFF);
            out[size++] = (byte) code;
            afterFf = code == 0xFF;
            need = afterFf ? 7 : 8;
        }
    }

    /** So many zero bits. */
    void zeros(int count) {
        int left = count;
        while (left > MOST) {
            put(0, MOST);
            left -= MOST;
        }
        put(0, left);
    }

    /** Ends the scan at a byte boundary. */
    void flush() {
        bytes();
        if (pendingBits > 0) {
            put(0, (afterFf ? 7 : 8) - pendingBits);
            bytes();
        }
        if (afterFf) {
            out[size++] = 0;
            afterFf = false;
        }
    }

    /** A byte outside a scan. */
    void writeByte(int value) {
        out[size++] = (byte) value;
    }

    /** Two bytes outside a scan, high byte first. */
    void write16(int value) {
        writeByte(value >> 8);
        writeByte(value);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(out, size);
    }
}
