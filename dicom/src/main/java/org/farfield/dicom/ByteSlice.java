package org.farfield.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A run of bytes inside a larger array: a value inside the bytes of its file, without a copy. Multi-byte numbers are
 * little endian, whatever the file's byte order was. The bytes belong to the data set: readers must not change them.
 */
public final class ByteSlice {
    /** No bytes. */
    public static final ByteSlice EMPTY = of(new byte[0]);

    private final Backing backing;
    private final int offset;
    private final int length;

    ByteSlice(Backing backing, int offset, int length) {
        this.backing = backing;
        this.offset = offset;
        this.length = length;
    }

    /** All bytes of an array, which the caller leaves unchanged from now on. */
    public static ByteSlice of(byte[] bytes) {
        return new ByteSlice(new Backing(bytes), 0, bytes.length);
    }

    /** A part of an array, which the caller leaves unchanged from now on. */
    public static ByteSlice of(byte[] bytes, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, bytes.length);
        return new ByteSlice(new Backing(bytes), offset, length);
    }

    /** The array that holds the bytes, from {@link #offset()} on. */
    public byte[] array() {
        return backing.array;
    }

    /** Where the bytes start in {@link #array()}. */
    public int offset() {
        return offset;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Byte {@code index}, 0..255. */
    public int at(int index) {
        return backing.array[offset + java.util.Objects.checkIndex(index, length)] & 0xFF;
    }

    /** A part of this slice, without a copy. */
    public ByteSlice slice(int from, int count) {
        java.util.Objects.checkFromIndexSize(from, count, length);
        return new ByteSlice(backing, offset + from, count);
    }

    /** A read-only little endian view. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(backing.array, offset, length)
                .slice()
                .asReadOnlyBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return Arrays.copyOfRange(backing.array, offset, offset + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSlice that
                && Arrays.equals(
                        backing.array,
                        offset,
                        offset + length,
                        that.backing.array,
                        that.offset,
                        that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return buffer().hashCode();
    }

    @Override
    public String toString() {
        return length + " bytes";
    }

    /** The array under the slices of one file; the reader grows and trims it while it reads. */
    static final class Backing {
        byte[] array;

        Backing(byte[] array) {
            this.array = array;
        }
    }
}
