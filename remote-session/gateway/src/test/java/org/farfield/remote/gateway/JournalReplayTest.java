package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.farfield.remote.gateway.journal.JournalDisk;
import org.farfield.remote.gateway.journal.JournalWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReplayTest {
    @TempDir
    Path folder;

    /** A random session of the model, written down. */
    private CoreRig live(long seed, Path file, Optional<SessionJournal.Before> before) throws IOException {
        CoreRig rig = new CoreRig();
        try (SessionJournal journal = new SessionJournal(new JournalWriter(JournalDisk.file(file), new Nobody()))) {
            rig.keep(journal, before);
            new SessionModel(seed, rig).run(80);
            journal.end("session ends");
        }
        return rig;
    }

    private JournalReplay.Replayed replay(Path file) throws IOException {
        return new JournalReplay(CoreRig.BYTE, encoded -> CoreRig.KEY).run(file);
    }

    @Test
    void aReplayedSessionEndsInTheSameState() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            Path file = folder.resolve("journal-" + seed + ".ffj");
            CoreRig rig = live(seed, file, Optional.empty());
            JournalReplay.Replayed again = replay(file);
            assertEquals(Optional.empty(), again.difference(), "seed " + seed);
            assertEquals(HexFormat.of().formatHex(CoreEffectWire.hash(rig.state())), again.stateSha256());
            assertTrue(again.inputs() > 100 && again.effects() > 50, again::toString);
            assertTrue(JournalCheck.verify(file).ended());
        }
    }

    @Test
    void aJournalCutAnywhereStillReplaysAsFarAsItIsWhole() throws IOException {
        Path file = folder.resolve("journal-1.ffj");
        live(9, file, Optional.empty());
        byte[] whole = Files.readAllBytes(file);
        for (int length = 2_000; length < whole.length; length += 4_999) {
            Path cut = folder.resolve("cut");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertEquals(Optional.empty(), replay(cut).difference(), "cut at " + length);
            assertFalse(JournalCheck.verify(cut).ended());
        }
    }

    @Test
    void aJournalShortenedAfterwardsIsFoundByTheOneAfterIt() throws IOException {
        Path first = folder.resolve("journal-1.ffj");
        Path second = folder.resolve("journal-2.ffj");
        live(3, first, Optional.empty());
        JournalCheck.Verified found = JournalCheck.verify(first);
        live(4, second, Optional.of(new SessionJournal.Before("journal-1.ffj", found.entries(), found.lastHash())));
        assertEquals(Optional.empty(), JournalCheck.verify(second).fault());
        byte[] bytes = Files.readAllBytes(first);
        int lastEntry = 4 + 1 + 2 + "session ends".length() + 32;
        Files.write(first, Arrays.copyOf(bytes, bytes.length - lastEntry));
        assertEquals(Optional.empty(), JournalCheck.verify(first).fault(), "cut between entries it looks whole");
        assertTrue(JournalCheck.verify(second).fault().orElse("").contains("journal-1.ffj"));
    }

    @Test
    void noPatientNameIsInTheFileOrInWhatIsShown() throws IOException {
        Path file = folder.resolve("journal-1.ffj");
        live(5, file, Optional.empty());
        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("Doe"));
        List<String> shown = new ArrayList<>();
        JournalCheck.show(file, false, encoded -> CoreRig.KEY, shown::add);
        assertTrue(shown.getFirst().contains("session 7 of scanner CT-1 begins"), shown.getFirst());
        assertTrue(shown.stream().noneMatch(line -> line.contains("Doe") || line.contains("19700101")));
        assertTrue(shown.stream().anyMatch(line -> line.contains("Verdict[")));
    }

    private static final class Nobody implements JournalWriter.Listener {
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
