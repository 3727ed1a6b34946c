package org.farfield.workstation.study.vault;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The content of an enciphered file, at any place, for reading and writing. One chunk is held in memory; what was
 * written is on the disk after {@link #force} or closing. Not mapped into memory. Any thread, one at a time.
 */
final class CipherChannel extends FileChannel {
    private static final long NONE = -1;

    private final FileChannel disk;
    private final CipherKeys keys;
    private final boolean reads;
    private final boolean writes;
    private final byte[] chunk = new byte[FileCipher.CHUNK];
    private final byte[] sealed = new byte[FileCipher.sizeOnDisk(FileCipher.CHUNK)];

    private @Nullable FileCipher cipher;
    private long size;
    private long position;
    private long held = NONE;
    private boolean changed;
    /** The chunk that says on the disk that it is the last. */
    private long markedLast;

    /** @param disk open for reading, and for writing too if this is */
    CipherChannel(FileChannel disk, CipherKeys keys, boolean reads, boolean writes, boolean appends)
            throws IOException {
        this.disk = disk;
        this.keys = keys;
        this.reads = reads;
        this.writes = writes;
        this.size = FileCipher.contentSize(disk.size());
        this.markedLast = lastChunk();
        if (size > 0) {
            byte[] head = new byte[FileCipher.HEAD];
            fill(head, head.length, 0);
            cipher = FileCipher.of(head, keys);
        }
        this.position = appends ? size : 0;
    }

    private long lastChunk() {
        return (size - 1 + FileCipher.CHUNK) / FileCipher.CHUNK - 1;
    }

    private int length(long of) {
        return (int) Math.min(FileCipher.CHUNK, size - of * FileCipher.CHUNK);
    }

    private void fill(byte[] into, int count, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(into, 0, count);
        while (bytes.hasRemaining()) {
            if (disk.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }

    private void put(ByteBuffer bytes, long at) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += disk.write(bytes, to);
        }
    }

    private FileCipher cipher() throws IOException {
        FileCipher known = cipher;
        if (known == null) {
            known = FileCipher.fresh(keys);
            put(ByteBuffer.wrap(known.head()), 0);
            cipher = known;
        }
        return known;
    }

    private void hold(long number) throws IOException {
        if (held == number) {
            return;
        }
        flush();
        held = NONE;
        int count = FileCipher.sizeOnDisk(length(number));
        fill(sealed, count, FileCipher.offset(number));
        int found = cipher().open(sealed, count, number, number == markedLast, chunk);
        Arrays.fill(chunk, found, chunk.length, (byte) 0);
        held = number;
    }

    private void flush() throws IOException {
        if (changed) {
            boolean last = held == lastChunk();
            put(cipher().seal(chunk, length(held), held, last), FileCipher.offset(held));
            if (last) {
                markedLast = held;
            } else if (markedLast == held) {
                markedLast = NONE;
            }
            changed = false;
        }
    }

    /** Makes the content longer by zeros; what was the last chunk is written again, since it is no longer that. */
    private void grow(long to) throws IOException {
        while (size < to) {
            long next = size / FileCipher.CHUNK;
            long end = Math.min(to, (next + 1) * FileCipher.CHUNK);
            long before = lastChunk();
            if (before >= 0) {
                hold(before);
                changed = true;
            }
            size = end;
            if (before != next) {
                flush();
                held = next;
                Arrays.fill(chunk, (byte) 0);
                changed = true;
            }
        }
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        int count = read(into, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public synchronized long read(ByteBuffer[] into, int offset, int length) throws IOException {
        long all = 0;
        for (ByteBuffer one : Arrays.asList(into).subList(offset, offset + length)) {
            int count = one.hasRemaining() ? read(one) : 0;
            if (count < 0) {
                return all == 0 ? count : all;
            }
            all += count;
        }
        return all;
    }

    @Override
    public synchronized int read(ByteBuffer into, long at) throws IOException {
        if (!reads) {
            throw new NonReadableChannelException();
        }
        if (at >= size) {
            return -1;
        }
        int wanted = (int) Math.min(into.remaining(), size - at);
        for (int done = 0; done < wanted; ) {
            long from = at + done;
            hold(from / FileCipher.CHUNK);
            int in = (int) (from % FileCipher.CHUNK);
            int count = Math.min(wanted - done, FileCipher.CHUNK - in);
            into.put(chunk, in, count);
            done += count;
        }
        return wanted;
    }

    @Override
    public synchronized int write(ByteBuffer from) throws IOException {
        int count = write(from, position);
        position += count;
        return count;
    }

    @Override
    public synchronized long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long all = 0;
        for (ByteBuffer one : Arrays.asList(from).subList(offset, offset + length)) {
            all += write(one);
        }
        return all;
    }

    @Override
    public synchronized int write(ByteBuffer from, long at) throws IOException {
        if (!writes) {
            throw new NonWritableChannelException();
        }
        int wanted = from.remaining();
        for (long to = at; from.hasRemaining(); ) {
            int in = (int) (to % FileCipher.CHUNK);
            int count = Math.min(from.remaining(), FileCipher.CHUNK - in);
            grow(to + count);
            hold(to / FileCipher.CHUNK);
            from.get(chunk, in, count);
            changed = true;
            to += count;
        }
        return wanted;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized FileChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public synchronized long size() {
        return size;
    }

    @Override
    public synchronized FileChannel truncate(long to) throws IOException {
        if (!writes) {
            throw new NonWritableChannelException();
        }
        if (to == 0) {
            held = NONE;
            changed = false;
            markedLast = NONE;
            cipher = null;
            size = 0;
            disk.truncate(0);
        } else if (to < size) {
            hold((to - 1) / FileCipher.CHUNK);
            size = to;
            Arrays.fill(chunk, length(held), chunk.length, (byte) 0);
            changed = true;
            flush();
            disk.truncate(FileCipher.offset(held) + FileCipher.sizeOnDisk(length(held)));
        }
        position = Math.min(position, to);
        return this;
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
        flush();
        disk.force(metaData);
    }

    @Override
    public synchronized long transferTo(long from, long count, WritableByteChannel to) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(Math.clamp(count, 0, FileCipher.CHUNK));
        long done = 0;
        while (done < count
                && read(part.clear().limit((int) Math.min(part.capacity(), count - done)), from + done) > 0) {
            part.flip();
            while (part.hasRemaining()) {
                done += to.write(part);
            }
        }
        return done;
    }

    @Override
    public synchronized long transferFrom(ReadableByteChannel from, long at, long count) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(Math.clamp(count, 0, FileCipher.CHUNK));
        long done = 0;
        while (done < count && from.read(part.clear().limit((int) Math.min(part.capacity(), count - done))) > 0) {
            done += write(part.flip(), at + done);
        }
        return done;
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long length) {
        throw new UnsupportedOperationException("an enciphered file cannot be mapped into memory");
    }

    @Override
    public FileLock lock(long from, long length, boolean shared) throws IOException {
        return disk.lock(from, length, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long from, long length, boolean shared) throws IOException {
        return disk.tryLock(from, length, shared);
    }

    @Override
    protected synchronized void implCloseChannel() throws IOException {
        try (disk) {
            flush();
        }
    }
}
