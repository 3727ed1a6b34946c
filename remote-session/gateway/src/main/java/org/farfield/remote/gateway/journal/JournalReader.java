package org.farfield.remote.gateway.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads a journal from its start, checking every hash; gives no entry that is not as it was written. One thread. */
public final class JournalReader implements AutoCloseable {
    private final InputStream in;
    private byte[] before = JournalFormat.origin();
    private long number;

    private JournalReader(InputStream in) {
        this.in = in;
    }

    /** Opens a journal; {@link JournalFault} when the file is none. */
    public static JournalReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        byte[] head = in.readNBytes(JournalFormat.head().length);
        if (!Arrays.equals(head, JournalFormat.head())) {
            in.close();
            throw new JournalFault(0, false, "this is no journal of version 1");
        }
        return new JournalReader(in);
    }

    /**
     * The next entry; empty at the end of the file.
     *
     * @throws JournalFault the next entry is not as it was written, and nothing after it can be trusted
     */
    public Optional<JournalEntry> next() throws IOException {
        byte[] length = in.readNBytes(JournalFormat.LENGTH_BYTES);
        if (length.length == 0) {
            return Optional.empty();
        }
        number++;
        if (length.length < JournalFormat.LENGTH_BYTES) {
            throw torn();
        }
        int bytes = ByteBuffer.wrap(length).getInt();
        if (bytes < 1 || bytes > JournalFormat.MOST_BODY_BYTES) {
            throw new JournalFault(number, false, "its length was changed");
        }
        byte[] body = in.readNBytes(bytes);
        byte[] hash = in.readNBytes(JournalFormat.HASH_BYTES);
        if (body.length < bytes || hash.length < JournalFormat.HASH_BYTES) {
            throw torn();
        }
        if (!Arrays.equals(hash, JournalFormat.hash(before, body))) {
            throw new JournalFault(number, false, "it does not fit its hash: it or what it is chained to was changed");
        }
        before = hash;
        return Optional.of(new JournalEntry(number, body, hash));
    }

    private JournalFault torn() {
        return new JournalFault(number, true, "the file ends before it does");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
