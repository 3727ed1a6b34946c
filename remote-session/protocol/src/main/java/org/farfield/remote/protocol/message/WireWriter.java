package org.farfield.remote.protocol.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes the fields of a body, big endian. A value beyond its bound is the caller's mistake and throws
 * {@link IllegalArgumentException}: nothing is sent that the other side would refuse.
 */
final class WireWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    byte[] bytes() {
        return out.toByteArray();
    }

    WireWriter u8(int value) {
        out.write(value);
        return this;
    }

    WireWriter u16(int value) {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException(value + " does not fit in 16 bits");
        }
        return u8(value >>> 8).u8(value);
    }

    WireWriter i32(int value) {
        return u16(value >>> 16).u16(value & 0xFFFF);
    }

    WireWriter i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    WireWriter f64(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not finite");
        }
        return i64(Double.doubleToLongBits(value));
    }

    WireWriter bool(boolean value) {
        return u8(value ? 1 : 0);
    }

    @SuppressWarnings("EnumOrdinal") // the codes are the ordinals; a test pins them
    WireWriter code(Enum<?> constant) {
        return u8(constant.ordinal());
    }

    WireWriter text(String value, int mostBytes) {
        return blob(value.getBytes(StandardCharsets.UTF_8), mostBytes);
    }

    WireWriter blob(byte[] value, int mostBytes) {
        if (value.length > mostBytes) {
            throw new IllegalArgumentException(value.length + " bytes, at most " + mostBytes + " are allowed here");
        }
        u16(value.length);
        return raw(value);
    }

    WireWriter raw(byte[] value) {
        out.writeBytes(value);
        return this;
    }

    <T> WireWriter list(List<T> values, int most, BiConsumer<WireWriter, T> element) {
        if (values.size() > most) {
            throw new IllegalArgumentException(values.size() + " elements, at most " + most + " are allowed here");
        }
        u16(values.size());
        values.forEach(value -> element.accept(this, value));
        return this;
    }

    <T> WireWriter optional(Optional<T> value, BiConsumer<WireWriter, T> element) {
        bool(value.isPresent());
        value.ifPresent(present -> element.accept(this, present));
        return this;
    }
}
