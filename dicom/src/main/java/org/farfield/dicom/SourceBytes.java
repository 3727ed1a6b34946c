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
 * lies costs nothing. Slices of it stay valid when it grows, but not when bytes are given up by {@link #release} or
 * {@link #skip}: then the array is a window that moves along. Positions count from the first byte there ever was.
 */
final class SourceBytes {
    static final int FIRST_READ = 32 * 1024;

    private final ByteSlice.Backing backing;
    private final int limit;
    private @Nullable InputStream more;
    private int filled;
    private int dropped;
    private int released;
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
            if (filled - dropped == backing.array.length) {
                makeRoom();
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

    private void makeRoom() {
        if (released > dropped) {
            System.arraycopy(backing.array, released - dropped, backing.array, 0, filled - released);
            dropped = released;
        } else {
            long doubled = Math.max(2L * backing.array.length, FIRST_READ);
            backing.array = Arrays.copyOf(backing.array, (int) Math.min(doubled, limit));
        }
    }

    /** Bytes before this position are not needed any more. */
    void release(int position) {
        released = position;
    }

    /** Passes over bytes without holding them, and gives up all before their end; false when there are not so many. */
    boolean skip(int from, long length) throws IOException {
        long end = from + length;
        if (end <= filled) {
            released = (int) end;
            return true;
        }
        while (filled < end - 1 && filled < limit - 1) {
            InputStream stream = more;
            long count = stream == null ? -1 : advance(stream, Math.min(end, limit) - 1 - filled);
            if (count < 0) {
                more = null;
                break;
            }
            filled += (int) count;
        }
        dropped = filled;
        released = filled;
        return has(end);
    }

    /** Goes on by some bytes, at least one; -1 at the end. */
    private long advance(InputStream stream, long most) throws IOException {
        try {
            long count = stream.skip(most);
            return count > 0 ? count : stream.read() < 0 ? -1 : 1;
        } catch (EOFException | ZipException e) {
            damage = e.getMessage();
            return -1;
        }
    }

    /** A deflated stream that breaks off or is damaged ends here; what came before it is good. */
    private int read(InputStream stream) throws IOException {
        try {
            int end = filled - dropped;
            return stream.read(backing.array, end, Math.min(backing.array.length - end, limit - filled));
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
        return backing.array[index - dropped];
    }

    ByteSlice slice(int offset, int length) {
        return new ByteSlice(backing, offset - dropped, length);
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
        if (backing.array.length - (filled - dropped) > 4096) {
            backing.array = Arrays.copyOf(backing.array, filled - dropped);
        }
    }

    /** Turns the bytes of each number of so many bytes round. */
    static void swap(byte[] bytes, int unit) {
        for (int i = 0; i + unit <= bytes.length; i += unit) {
            for (int low = i, high = i + unit - 1; low < high; low++, high--) {
                byte b = bytes[low];
                bytes[low] = bytes[high];
                bytes[high] = b;
            }
        }
    }
}
