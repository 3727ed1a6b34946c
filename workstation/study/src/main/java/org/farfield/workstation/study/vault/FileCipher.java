package org.farfield.workstation.study.vault;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * How one enciphered file is made: a head, then chunks, each enciphered and authenticated by itself so that any part
 * can be read and written alone.
 *
 * <pre>
 * offset  bytes
 *      0      8  "FFVAULT1"
 *      8     24  salt of the file's key
 *     32         chunks of 32768 bytes, the last one of 1 to 32768:
 *                 12 nonce, the enciphered bytes, 16 tag
 * </pre>
 *
 * <p>With each chunk its number (8 bytes, big-endian) and whether it is the file's last (one byte) are authenticated:
 * chunks do not change places, none is missing, and a file cut short is noticed. An empty file is empty.
 */
final class FileCipher {
    static final int CHUNK = 1 << 15;
    static final int HEAD = 32;

    private static final byte[] LETTERS = "FFVAULT1".getBytes(StandardCharsets.US_ASCII);
    private static final int AROUND = CipherKeys.NONCE_BYTES + CipherKeys.TAG_BYTES;
    private static final int STRIDE = CHUNK + AROUND;

    private final byte[] head;
    private final SecretKey key;

    private FileCipher(byte[] head, CipherKeys keys) {
        this.head = head;
        this.key = keys.ofFile(Arrays.copyOfRange(head, LETTERS.length, HEAD));
    }

    /** Of a new file, with a key of its own. */
    static FileCipher fresh(CipherKeys keys) {
        byte[] head = Arrays.copyOf(LETTERS, HEAD);
        byte[] salt = CipherKeys.random(HEAD - LETTERS.length);
        System.arraycopy(salt, 0, head, LETTERS.length, salt.length);
        return new FileCipher(head, keys);
    }

    /** Of a file with this head. */
    static FileCipher of(byte[] head, CipherKeys keys) throws StreamCorruptedException {
        if (head.length < HEAD || !Arrays.equals(head, 0, LETTERS.length, LETTERS, 0, LETTERS.length)) {
            throw new StreamCorruptedException("it is not enciphered, though it lies in an enciphered store");
        }
        return new FileCipher(head, keys);
    }

    byte[] head() {
        return head.clone();
    }

    /** Bytes of the content of a file of this size on the disk. */
    static long contentSize(long onDisk) throws StreamCorruptedException {
        long body = onDisk - HEAD;
        long rest = body % STRIDE;
        if (onDisk == 0) {
            return 0;
        }
        if (body <= 0 || (rest > 0 && rest <= AROUND)) {
            throw new StreamCorruptedException("it is cut short");
        }
        return body / STRIDE * CHUNK + (rest == 0 ? 0 : rest - AROUND);
    }

    /** Where a chunk begins on the disk. */
    static long offset(long chunk) {
        return HEAD + chunk * STRIDE;
    }

    static int sizeOnDisk(int content) {
        return content + AROUND;
    }

    /** A chunk as it stands on the disk. */
    ByteBuffer seal(byte[] content, int length, long chunk, boolean last) throws IOException {
        byte[] nonce = CipherKeys.random(CipherKeys.NONCE_BYTES);
        byte[] sealed = Arrays.copyOf(nonce, sizeOnDisk(length));
        try {
            Cipher cipher = CipherKeys.gcm(Cipher.ENCRYPT_MODE, key, nonce, associated(chunk, last));
            cipher.doFinal(content, 0, length, sealed, CipherKeys.NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IOException("a part of the file cannot be enciphered: " + e.getMessage(), e);
        }
        return ByteBuffer.wrap(sealed);
    }

    /** The content of a chunk; {@link StreamCorruptedException} when it is not what was written. */
    int open(byte[] sealed, int length, long chunk, boolean last, byte[] content) throws IOException {
        try {
            byte[] nonce = Arrays.copyOf(sealed, CipherKeys.NONCE_BYTES);
            Cipher cipher = CipherKeys.gcm(Cipher.DECRYPT_MODE, key, nonce, associated(chunk, last));
            return cipher.doFinal(sealed, CipherKeys.NONCE_BYTES, length - CipherKeys.NONCE_BYTES, content, 0);
        } catch (GeneralSecurityException e) {
            StreamCorruptedException damaged = new StreamCorruptedException(
                    "its enciphered content was changed or cut, or belongs to another key (part " + (chunk + 1) + ")");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static byte[] associated(long chunk, boolean last) {
        return ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(chunk)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
