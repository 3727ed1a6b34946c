package org.farfield.remote.protocol.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes the fields of a body, big endian. A value beyond its bound is the caller's mistake and throws
 * {@link IllegalArgumentException}: nothing is sent that the other side would refuse.
 */
public final class WireWriter {
    private byte[] out = new byte[256];
    private int length;

    /** With nothing written yet. */
    public WireWriter() {}

    /** What was written so far. */
    public byte[] bytes() {
        return Arrays.copyOf(out, length);
    }

    /** The low byte of the value. */
    public WireWriter u8(int value) {
        room(1);
        out[length++] = (byte) value;
        return this;
    }

    /** Two bytes, unsigned. */
    public WireWriter u16(int value) {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException(value + " does not fit in 16 bits");
        }
        return u8(value >>> 8).u8(value);
    }

    /** Four bytes. */
    public WireWriter i32(int value) {
        return u16(value >>> 16).u16(value & 0xFFFF);
    }

    /** Eight bytes. */
    public WireWriter i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    /** A finite IEEE 754 number. */
    public WireWriter f64(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not finite");
        }
        return i64(Double.doubleToLongBits(value));
    }

    /** 0 or 1. */
    public WireWriter bool(boolean value) {
        return u8(value ? 1 : 0);
    }

    /** The constant's ordinal in a byte. */
    @SuppressWarnings("EnumOrdinal") // the codes are the ordinals; a test pins them
    public WireWriter code(Enum<?> constant) {
        return u8(constant.ordinal());
    }

    /** A u16 count of bytes, at most {@code mostBytes}, and UTF-8. */
    public WireWriter text(String value, int mostBytes) {
        return blob(value.getBytes(StandardCharsets.UTF_8), mostBytes);
    }

    /** A u16 count, at most {@code mostBytes}, and the bytes. */
    public WireWriter blob(byte[] value, int mostBytes) {
        if (value.length > mostBytes) {
            throw new IllegalArgumentException(value.length + " bytes, at most " + mostBytes + " are allowed here");
        }
        u16(value.length);
        return raw(value);
    }

    /** The bytes without a count. */
    public WireWriter raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, out, length, value.length);
        length += value.length;
        return this;
    }

    /** A u16 count, at most {@code most}, and the elements. */
    public <T> WireWriter list(List<T> values, int most, BiConsumer<WireWriter, T> element) {
        if (values.size() > most) {
            throw new IllegalArgumentException(values.size() + " elements, at most " + most + " are allowed here");
        }
        u16(values.size());
        values.forEach(value -> element.accept(this, value));
        return this;
    }

    /** A bool and, if there is one, the value. */
    public <T> WireWriter optional(Optional<T> value, BiConsumer<WireWriter, T> element) {
        bool(value.isPresent());
        value.ifPresent(present -> element.accept(this, present));
        return this;
    }

    private void room(int more) {
        if (out.length - length < more) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
        }
    }
}
