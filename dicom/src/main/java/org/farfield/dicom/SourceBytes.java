package org.farfield.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a data set while it is read: an array that grows only as far as bytes really come, so that a length that
 * lies costs nothing. Slices of it stay valid when it grows.
 */
final class SourceBytes {
    static final int FIRST_READ = 32 * 1024;

    private final ByteSlice.Backing backing;
    private final int limit;
    private @Nullable InputStream more;
    private int filled;
    private @Nullable String damage;

    /** All of an array. */
    SourceBytes(byte[] bytes) {
        backing = new ByteSlice.Backing(bytes);
        filled = bytes.length;
        limit = bytes.length;
    }

    /** A stream, read as far as is asked for, and never beyond {@code limit} bytes. */
    SourceBytes(InputStream stream, int limit) {
        backing = new ByteSlice.Backing(new byte[Math.min(FIRST_READ, limit)]);
        more = stream;
        this.limit = limit;
    }

    /** Makes the bytes before {@code end} available; false when there are not so many. */
    boolean has(long end) throws IOException {
        while (filled < end) {
            InputStream stream = more;
            if (stream == null) {
                return false;
            }
            if (filled == limit) {
                if (stream.read() < 0) {
                    more = null;
                    return false;
                }
                throw new DicomException(DicomException.Reason.LIMIT, "larger than " + limit + " bytes");
            }
            if (filled == backing.array.length) {
                long doubled = Math.max(2L * filled, FIRST_READ);
                backing.array = Arrays.copyOf(backing.array, (int) Math.min(doubled, limit));
            }
            int count = read(stream);
            if (count < 0) {
                more = null;
                return false;
            }
            filled += count;
        }
        return true;
    }

    /** A deflated stream that breaks off or is damaged ends here; what came before it is good. */
    private int read(InputStream stream) throws IOException {
        try {
            return stream.read(backing.array, filled, backing.array.length - filled);
        } catch (EOFException | ZipException e) {
            damage = e.getMessage();
            return -1;
        }
    }

    /** What was wrong with a deflated stream. */
    Optional<String> damage() {
        return Optional.ofNullable(damage);
    }

    /** How many bytes have been read so far; all of them once {@link #has} said no. */
    int filled() {
        return filled;
    }

    byte at(int index) {
        return backing.array[index];
    }

    ByteSlice slice(int offset, int length) {
        return new ByteSlice(backing, offset, length);
    }

    /** The rest of the stream from {@code offset} on, as a stream of its own. */
    InputStream rest(int offset) {
        InputStream head = new java.io.ByteArrayInputStream(backing.array, offset, filled - offset);
        return more == null ? head : new java.io.SequenceInputStream(head, more);
    }

    /** Gives memory beyond {@code end} back; nothing further can be read. */
    void trim(int end) {
        more = null;
        filled = Math.min(filled, end);
        if (backing.array.length - filled > 4096) {
            backing.array = Arrays.copyOf(backing.array, filled);
        }
    }
}
