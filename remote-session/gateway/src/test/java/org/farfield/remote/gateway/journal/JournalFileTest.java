package org.farfield.remote.gateway.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalFileTest {
    private static final int ENTRIES = 12;

    @TempDir
    Path folder;

    private Path file;
    private byte[] whole;
    private final List<Integer> ends = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("whole");
        try (JournalWriter writer = new JournalWriter(JournalDisk.file(file), new Silent())) {
            for (int i = 1; i <= ENTRIES; i++) {
                writer.append(body(i));
            }
        }
        whole = Files.readAllBytes(file);
        int at = JournalFormat.head().length;
        for (int i = 1; i <= ENTRIES; i++) {
            at += JournalFormat.LENGTH_BYTES + body(i).length + JournalFormat.HASH_BYTES;
            ends.add(at);
        }
        assertEquals(whole.length, at);
    }

    private static byte[] body(int i) {
        byte[] body = new byte[1 + i * 7 % 40];
        Arrays.fill(body, (byte) i);
        return body;
    }

    /** Reads as far as it goes; the entries must be what was written. */
    private static long read(Path path) throws IOException {
        long count = 0;
        try (JournalReader reader = JournalReader.open(path)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                assertEquals(++count, next.get().number());
                assertArrayEquals(body((int) count), next.get().body());
            }
        }
        return count;
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        assertEquals(ENTRIES, read(file));
    }

    @Test
    void everyFlippedBitOfEveryByteIsFoundInItsEntry() throws IOException {
        Path spoiled = folder.resolve("spoiled");
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bytes = whole.clone();
                bytes[at] ^= (byte) (1 << bit);
                Files.write(spoiled, bytes);
                JournalFault fault = assertThrows(JournalFault.class, () -> read(spoiled));
                assertEquals(entryAt(at), fault.entry(), "byte " + at + ", bit " + bit);
            }
        }
    }

    private long entryAt(int at) {
        return at < JournalFormat.head().length
                ? 0
                : 1 + ends.stream().filter(end -> end <= at).count();
    }

    @Test
    void cutAnywhereItKeepsEveryEntryBeforeTheCut() throws IOException {
        Path cut = folder.resolve("cut");
        for (int length = JournalFormat.head().length; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            int at = length;
            long before = ends.stream().filter(end -> end <= at).count();
            if (ends.contains(length) || length == JournalFormat.head().length) {
                assertEquals(before, read(cut));
            } else {
                JournalFault fault = assertThrows(JournalFault.class, () -> read(cut));
                assertEquals(before + 1, fault.entry());
                assertTrue(fault.tornEnd());
            }
        }
    }

    @Test
    void entriesThatWereExchangedOrLeftOutAreFound() throws IOException {
        byte[] without = new byte[whole.length - (ends.get(5) - ends.get(4))];
        System.arraycopy(whole, 0, without, 0, ends.get(4));
        System.arraycopy(whole, ends.get(5), without, ends.get(4), whole.length - ends.get(5));
        Path spoiled = folder.resolve("without");
        Files.write(spoiled, without);
        assertEquals(6, assertThrows(JournalFault.class, () -> read(spoiled)).entry());
    }

    /** A process that writes a journal is killed as hard as can be; what it had called durable is there. */
    @Test
    void aKilledWriterLosesNothingThatItCalledDurable() throws Exception {
        Random random = new Random(20261122);
        for (int round = 0; round < 3; round++) {
            Path killed = folder.resolve("killed-" + round);
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Endless.class.getName(),
                            killed.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long durable = 0;
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
                long enough = 200L + random.nextInt(2_000);
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    durable = Long.parseLong(line);
                    if (durable >= enough) {
                        child.toHandle().destroyForcibly(); // and what it has printed can still be read
                    }
                }
            }
            assertTrue(child.waitFor(20, TimeUnit.SECONDS));
            assertTrue(durable > 0, "the child never wrote");
            long kept = 0;
            try (JournalReader reader = JournalReader.open(killed)) {
                for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                    kept = next.get().number();
                }
            } catch (JournalFault torn) {
                assertTrue(torn.tornEnd(), torn.getMessage());
            }
            assertTrue(kept >= durable, kept + " kept, " + durable + " were called durable");
        }
    }

    /** Writes until it is killed, and prints how many entries are durable. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] args) throws IOException {
            JournalWriter.Listener listener = new JournalWriter.Listener() {
                @Override
                public void durable(long entries) {
                    System.out.println(entries);
                }

                @Override
                public void failed(IOException cause) {
                    System.exit(1);
                }
            };
            try (JournalWriter writer = new JournalWriter(JournalDisk.file(Path.of(args[0])), listener)) {
                for (int i = 0; i < 5_000_000; i++) {
                    writer.append(new byte[1 + i % 300]);
                    writer.commit();
                    if (i % 50 == 0) {
                        Thread.onSpinWait();
                    }
                }
            }
        }
    }

    private static final class Silent implements JournalWriter.Listener {
        @Override
        public void durable(long entries) {
            // nobody waits
        }

        @Override
        public void failed(IOException cause) {
            throw new AssertionError(cause);
        }
    }
}
