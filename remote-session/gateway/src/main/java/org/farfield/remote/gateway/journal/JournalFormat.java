package org.farfield.remote.gateway.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The file of a journal: append-only, each entry chained to all before it.
 *
 * <pre>
 * file   the 18 bytes "farfield-journal 1", then entries to its end
 * entry  length u32 (1 to 1 MiB), body of that length, SHA-256 (32 bytes)
 * </pre>
 *
 * The SHA-256 is over the SHA-256 of the entry before (of the first entry: of the 18 bytes), the length and the body.
 * Whoever changes a byte of an entry, leaves one out or puts one in must make every later hash anew; the last hash of a
 * journal stands in the opening entry of the journal after it. Big endian. Stateless.
 */
final class JournalFormat {
    static final int HASH_BYTES = 32;
    static final int LENGTH_BYTES = 4;
    static final int MOST_BODY_BYTES = 1 << 20;
    private static final byte[] HEAD = "farfield-journal 1".getBytes(StandardCharsets.US_ASCII);

    private JournalFormat() {}

    static byte[] head() {
        return HEAD.clone();
    }

    /** What the first entry is chained to. */
    static byte[] origin() {
        return digest().digest(HEAD);
    }

    static byte[] length(byte[] body) {
        return ByteBuffer.allocate(LENGTH_BYTES).putInt(body.length).array();
    }

    static byte[] hash(byte[] before, byte[] body) {
        MessageDigest digest = digest();
        digest.update(before);
        digest.update(length(body));
        return digest.digest(body);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
