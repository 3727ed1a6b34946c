package org.farfield.dicom.network.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The writing of a file whose preamble (128 bytes that are free for any use, PS3.10 7.1) says whether the rest is
 * whole, so that one force makes both durable, in whatever order the disk takes the bytes. Closing the stream leaves
 * the file open. One thread.
 *
 * <pre>
 * offset  bytes
 *      0      8  "FARFIELD"
 *      8      8  length of the file
 *     16      4  CRC-32C of what follows the preamble
 *     20    108  zero
 * </pre>
 *
 * A file that does not begin with the eight letters is written as it comes and has no seal.
 */
final class Seal extends OutputStream {
    private static final byte[] LETTERS = "FARFIELD".getBytes(StandardCharsets.US_ASCII);
    private static final int PREAMBLE = 128;
    private static final int LENGTH = 20;
    private static final int BUFFER = 1 << 17;

    private final FileChannel channel;
    private final CRC32C sum = new CRC32C();
    private final byte[] first = new byte[LETTERS.length];
    private long length;

    Seal(FileChannel channel) {
        this.channel = channel;
    }

    /** Asks for a seal, in the first bytes of a file with an empty preamble. */
    static void ask(byte[] file) {
        System.arraycopy(LETTERS, 0, file, 0, LETTERS.length);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        for (long i = length; i < Math.min(first.length, length + count); i++) {
            first[(int) i] = bytes[offset + (int) (i - length)];
        }
        int before = Math.clamp(PREAMBLE - length, 0, count);
        sum.update(bytes, offset + before, count - before);
        write(ByteBuffer.wrap(bytes, offset, count), length);
        length += count;
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += channel.write(bytes, to);
        }
    }

    /** Whether the file asked for a seal. */
    boolean present() {
        return Arrays.equals(first, LETTERS) && length >= PREAMBLE;
    }

    /** Completes the seal, forces everything to the disk and closes the file. */
    void end() throws IOException {
        if (present()) {
            ByteBuffer seal = ByteBuffer.allocate(LENGTH);
            seal.put(LETTERS).putLong(length).putInt((int) sum.getValue()).flip();
            write(seal, 0);
        }
        channel.force(true);
        channel.close();
    }

    /** Closes the file as it is. */
    void leave() throws IOException {
        channel.close();
    }

    /** Whether a file has a seal that is true; one that its file system cannot decipher to the end has none. */
    static boolean isWhole(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.BIG_ENDIAN);
            fill(in, buffer.limit(PREAMBLE));
            byte[] letters = new byte[LETTERS.length];
            if (buffer.remaining() < PREAMBLE) {
                return false;
            }
            buffer.get(letters);
            long size = buffer.getLong();
            int expected = buffer.getInt();
            CRC32C sum = new CRC32C();
            do {
                fill(in, buffer.clear());
                sum.update(buffer);
            } while (buffer.limit() > 0);
            return Arrays.equals(letters, LETTERS) && size == in.size() && expected == (int) sum.getValue();
        } catch (StreamCorruptedException e) {
            return false;
        }
    }

    private static void fill(FileChannel in, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining() && in.read(buffer) >= 0) {
            // A read may be short.
        }
        buffer.flip();
    }
}
