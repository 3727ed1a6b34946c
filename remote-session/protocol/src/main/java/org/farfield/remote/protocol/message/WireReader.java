package org.farfield.remote.protocol.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of a body, big endian. Everything that is not exactly what {@link WireWriter} could have written is
 * a {@link ProtocolException} that names the field. Allocates no more than bytes are really there.
 */
public final class WireReader {
    /** Reads one element. */
    public interface Element<T> {
        T read(WireReader in) throws ProtocolException;
    }

    private final ByteBuffer in;

    /** Reads from the buffer's position on; the buffer is the reader's from now on. */
    public WireReader(ByteBuffer in) {
        this.in = in;
    }

    /** An unsigned byte. */
    public int u8(String field) throws ProtocolException {
        need(field, 1);
        return in.get() & 0xFF;
    }

    /** Two bytes, unsigned. */
    public int u16(String field) throws ProtocolException {
        need(field, 2);
        return in.getShort() & 0xFFFF;
    }

    /** Four bytes, signed. */
    public int i32(String field) throws ProtocolException {
        need(field, 4);
        return in.getInt();
    }

    /** Eight bytes, signed. */
    public long i64(String field) throws ProtocolException {
        need(field, 8);
        return in.getLong();
    }

    /** A finite IEEE 754 number. */
    public double f64(String field) throws ProtocolException {
        double value = Double.longBitsToDouble(i64(field));
        if (!Double.isFinite(value)) {
            throw new ProtocolException(field + ": " + value + " is not finite");
        }
        return value;
    }

    /** 0 or 1. */
    public boolean bool(String field) throws ProtocolException {
        int value = u8(field);
        if (value > 1) {
            throw new ProtocolException(field + ": " + value + " is neither 0 nor 1");
        }
        return value == 1;
    }

    /** The constant whose ordinal is in a byte. */
    public <E extends Enum<E>> E code(String field, Class<E> type) throws ProtocolException {
        int code = u8(field);
        E[] constants = type.getEnumConstants();
        if (code >= constants.length) {
            throw new ProtocolException(field + ": code " + code + ", known are 0 to " + (constants.length - 1));
        }
        return constants[code];
    }

    /** A u16 count of bytes, at most {@code mostBytes}, and UTF-8. */
    public String text(String field, int mostBytes) throws ProtocolException {
        byte[] bytes = blob(field, mostBytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolException(field + ": not UTF-8", e);
        }
    }

    /** A u16 count, at most {@code mostBytes}, and bytes. */
    public byte[] blob(String field, int mostBytes) throws ProtocolException {
        int length = u16(field);
        if (length > mostBytes) {
            throw new ProtocolException(field + ": " + length + " bytes, at most " + mostBytes + " are allowed");
        }
        return raw(field, length);
    }

    /** So many bytes without a count. */
    public byte[] raw(String field, int length) throws ProtocolException {
        need(field, length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** A u16 count, at most {@code most}, and elements. */
    public <T> List<T> list(String field, int most, Element<T> element) throws ProtocolException {
        int count = u16(field);
        if (count > most) {
            throw new ProtocolException(field + ": " + count + " elements, at most " + most + " are allowed");
        }
        List<T> values = new ArrayList<>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            values.add(element.read(this));
        }
        return List.copyOf(values);
    }

    /** A bool and, if 1, the value. */
    public <T> Optional<T> optional(String field, Element<T> element) throws ProtocolException {
        return bool(field) ? Optional.of(element.read(this)) : Optional.empty();
    }

    /** The bytes from here on, whatever is read afterwards. */
    ByteBuffer here() {
        return in.slice();
    }

    /** Bytes not read yet. */
    public int remaining() {
        return in.remaining();
    }

    /** Refuses bytes after the last field. */
    public void end(String what) throws ProtocolException {
        if (in.hasRemaining()) {
            throw new ProtocolException(what + ": " + in.remaining() + " bytes after the last field");
        }
    }

    private void need(String field, int bytes) throws ProtocolException {
        if (in.remaining() < bytes) {
            throw new ProtocolException(field + ": ends after " + in.remaining() + " of " + bytes + " bytes");
        }
    }
}
