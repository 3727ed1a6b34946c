package org.farfield.workstation.study.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enciphered file behaves as a file does, and every change of its bytes on the disk is noticed. */
class CipherChannelTest {
    private static final long SEED = 20261122;
    private static final int CHUNK = FileCipher.CHUNK;

    @TempDir
    private Path disk;

    private Path root = Path.of("");

    @BeforeEach
    void makeAVault() throws IOException {
        Path folder = disk.resolve("vault");
        Vault.at(folder).begin("twelve letters".toCharArray());
        root = Vault.at(folder).root();
    }

    @Test
    void anyMixOfReadsWritesAndCutsGivesWhatAFileGives() throws IOException {
        Random random = new Random(SEED);
        for (int run = 0; run < 20; run++) {
            Path mine = root.resolve("mine" + run);
            Path model = disk.resolve("model" + run);
            for (int opening = 0; opening < 4; opening++) {
                try (FileChannel one = open(mine);
                        FileChannel other = open(model)) {
                    for (int step = 0; step < 20; step++) {
                        step(random, one, other);
                    }
                }
                assertEquals(Files.size(model), Files.size(mine), "seed " + SEED + ", run " + run);
                assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(mine), "seed " + SEED + ", run " + run);
                assertEquals(-1, Files.mismatch(model, mine));
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void step(Random random, FileChannel one, FileChannel other) throws IOException {
        long at = random.nextInt(3) == 0 ? random.nextInt(4) * (long) CHUNK : random.nextInt(4 * CHUNK);
        int count = random.nextInt(3) == 0 ? random.nextInt(3) * CHUNK : random.nextInt(2 * CHUNK);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                byte[] bytes = new byte[count];
                random.nextBytes(bytes);
                assertEquals(other.write(ByteBuffer.wrap(bytes), at), one.write(ByteBuffer.wrap(bytes), at));
            }
            case 2 -> {
                byte[] bytes = new byte[count];
                random.nextBytes(bytes);
                one.position(one.size());
                other.position(other.size());
                one.write(ByteBuffer.wrap(bytes));
                other.write(ByteBuffer.wrap(bytes));
            }
            case 3, 4 -> {
                ByteBuffer mine = ByteBuffer.allocate(count + 1);
                ByteBuffer theirs = ByteBuffer.allocate(count + 1);
                assertEquals(other.read(theirs, at), one.read(mine, at));
                assertEquals(theirs.flip(), mine.flip());
            }
            default -> {
                one.truncate(at);
                other.truncate(at);
            }
        }
        assertEquals(other.size(), one.size());
    }

    @Test
    void everyFlippedBitAndEveryCutIsNoticed() throws IOException {
        Path file = root.resolve("file");
        byte[] content = new byte[2 * CHUNK + 100];
        new Random(SEED).nextBytes(content);
        Files.write(file, content);
        byte[] onDisk = Files.readAllBytes(Vault.onDisk(file));
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            byte[] changed = onDisk.clone();
            changed[i < FileCipher.HEAD ? i : random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertNoticed(file, changed);
        }
        for (int length :
                new int[] {1, FileCipher.HEAD, FileCipher.HEAD + 28, onDisk.length - 1, onDisk.length - 128}) {
            assertNoticed(file, Arrays.copyOf(onDisk, length));
        }
        for (long chunks = 1; chunks <= 2; chunks++) {
            assertNoticed(file, Arrays.copyOf(onDisk, (int) FileCipher.offset(chunks)));
        }
        Files.write(Vault.onDisk(file), onDisk);
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    private static void assertNoticed(Path file, byte[] changed) throws IOException {
        Files.write(Vault.onDisk(file), changed);
        assertThrows(StreamCorruptedException.class, () -> Files.readAllBytes(file));
    }

    @Test
    void exchangedPartsAreNoticed() throws IOException {
        Path file = root.resolve("file");
        Files.write(file, new byte[3 * CHUNK]);
        byte[] onDisk = Files.readAllBytes(Vault.onDisk(file));
        byte[] exchanged = onDisk.clone();
        int stride = (int) (FileCipher.offset(1) - FileCipher.offset(0));
        int first = (int) FileCipher.offset(0);
        System.arraycopy(onDisk, first, exchanged, first + stride, stride);
        System.arraycopy(onDisk, first + stride, exchanged, first, stride);
        assertNoticed(file, exchanged);
    }

    @Test
    void theSameContentTwiceLooksDifferent() throws IOException {
        byte[] content = new byte[CHUNK];
        Path one = Files.write(root.resolve("one"), content);
        Path other = Files.write(root.resolve("other"), content);
        assertFalse(Arrays.equals(Files.readAllBytes(Vault.onDisk(one)), Files.readAllBytes(Vault.onDisk(other))));
    }

    @Test
    void filesAreListedMovedLinkedAndCopiedOut() throws IOException {
        Path file = Files.writeString(root.resolve("a.txt"), "content");
        Path moved = Files.move(file, root.resolve("b.txt"), StandardCopyOption.ATOMIC_MOVE);
        Path link = Files.createLink(root.resolve("c.txt"), moved);
        Path out = Files.copy(link, disk.resolve("out.txt"));
        assertEquals("content", Files.readString(out));
        Path in = Files.copy(out, root.resolve("in.txt"));
        assertEquals("content", Files.readString(in));
        assertEquals(7, Files.size(in));
        assertEquals(7L, Files.getAttribute(in, "size"));
        try (var list = Files.list(root)) {
            assertEquals(4, list.filter(path -> path.startsWith(root)).count(), "the key too");
        }
        assertTrue(Files.isSameFile(moved, link));
        Files.writeString(in, " more", StandardOpenOption.APPEND);
        assertEquals("content more", Files.readString(in));
        Files.writeString(in, "less");
        assertEquals("less", Files.readString(in));
    }

    @Test
    void aFileThatIsNotEncipheredIsNotTakenForContent() throws IOException {
        Path file = root.resolve("planted");
        Files.writeString(Vault.onDisk(file), "a file that somebody put here without having the key, 50 bytes");
        StreamCorruptedException refused = assertThrows(StreamCorruptedException.class, () -> Files.readAllBytes(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("not enciphered"));
    }
}
