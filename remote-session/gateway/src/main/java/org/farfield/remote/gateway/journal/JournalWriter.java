package org.farfield.remote.gateway.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Appends entries to a journal. {@link #append} chains an entry in memory and never waits; one thread of its own writes
 * what has gathered and forces it to the disk, so that whatever came while the disk was busy shares the next write
 * (group commit). Nothing is forced before somebody asks for it or 64 KiB have gathered. Any thread.
 */
public final class JournalWriter implements AutoCloseable {
    private static final int GATHERED_BYTES = 1 << 16;
    private static final Duration LAST_WRITE = Duration.ofSeconds(5);

    /** Hears, on the writer's thread, how far the journal is on the disk. */
    public interface Listener {
        /** The first {@code entries} entries are durable. */
        void durable(long entries);

        /** The disk failed: nothing more becomes durable. Called once. */
        void failed(IOException cause);
    }

    private final JournalDisk disk;
    private final Listener listener;
    private final Object lock = new Object();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("gateway-journal").unstarted(this::run);
    private ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private byte[] before = JournalFormat.origin();
    private long appended;
    private boolean asked;
    private boolean closing;
    private boolean failed;

    /** A journal that begins now. */
    public JournalWriter(JournalDisk disk, Listener listener) {
        this.disk = disk;
        this.listener = listener;
        gathered.writeBytes(JournalFormat.head());
        thread.start();
    }

    /**
     * Takes an entry.
     *
     * @return its number, 1 = the first
     * @throws IllegalArgumentException an empty body or one of more than 1 MiB
     */
    public long append(byte[] body) {
        if (body.length < 1 || body.length > JournalFormat.MOST_BODY_BYTES) {
            throw new IllegalArgumentException("an entry of " + body.length + " bytes");
        }
        synchronized (lock) {
            before = JournalFormat.hash(before, body);
            if (!failed) {
                gathered.writeBytes(JournalFormat.length(body));
                gathered.writeBytes(body);
                gathered.writeBytes(before);
            }
            if (gathered.size() >= GATHERED_BYTES) {
                lock.notifyAll();
            }
            return ++appended;
        }
    }

    /** Asks for everything so far to become durable. */
    public void commit() {
        synchronized (lock) {
            asked = true;
            lock.notifyAll();
        }
    }

    private void run() {
        try (disk) {
            boolean last = false;
            while (!last) {
                ByteBuffer bytes;
                long entries;
                synchronized (lock) {
                    while (!asked && !closing && gathered.size() < GATHERED_BYTES) {
                        lock.wait();
                    }
                    last = closing;
                    asked = false;
                    bytes = ByteBuffer.wrap(gathered.toByteArray());
                    gathered = new ByteArrayOutputStream();
                    entries = appended;
                }
                disk.write(bytes);
                disk.force();
                listener.durable(entries);
            }
        } catch (IOException e) {
            synchronized (lock) {
                failed = true;
                gathered = new ByteArrayOutputStream();
            }
            listener.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what is left and ends; waits for the disk, but not for ever. */
    @Override
    public void close() {
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
        }
        try {
            var _ = thread.join(LAST_WRITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
