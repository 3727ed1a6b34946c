package org.farfield.remote.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.farfield.remote.gateway.journal.JournalEntry;
import org.farfield.remote.gateway.journal.JournalFault;
import org.farfield.remote.gateway.journal.JournalReader;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.message.WireReader;

/**
 * Lives a journal through again: the same inputs at the same times into a core that knows nothing else, every signature
 * checked anew, and every effect compared with the one that was written down. One thread; blocks on the disk.
 */
public final class JournalReplay {
    /**
     * What came of it.
     *
     * @param inputs how many inputs were decided again
     * @param effects how many effects were the same
     * @param stateSha256 of the state after the last input, hexadecimal; two replays of one journal have the same
     * @param difference the first effect that was another, in a line that names its entry
     * @param end how the journal ends where it does not end whole, in a line
     */
    public record Replayed(
            long inputs, long effects, String stateSha256, Optional<String> difference, Optional<String> end) {}

    private final SignatureCheck signatures;
    private final CoreInputWire.Keys keys;
    private final Deque<String> series = new ArrayDeque<>();
    private Optional<SessionCore> core = Optional.empty();
    private Optional<JournalEntry> input = Optional.empty();
    private final List<JournalEntry> written = new ArrayList<>();
    private Optional<String> difference = Optional.empty();
    private long inputs;
    private long effects;

    JournalReplay(SignatureCheck signatures, CoreInputWire.Keys keys) {
        this.signatures = signatures;
        this.keys = keys;
    }

    /**
     * Replays a journal as far as it is whole.
     *
     * @throws IOException the file cannot be read or is no journal
     */
    public static Replayed replay(Path file) throws IOException {
        return new JournalReplay(SignatureCheck.PROTOCOL, JournalReplay::ecKey).run(file);
    }

    static PublicKey ecKey(byte[] encoded) throws ProtocolException {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new ProtocolException("key: " + e.getMessage(), e);
        }
    }

    Replayed run(Path file) throws IOException {
        Optional<String> end = Optional.empty();
        try (JournalReader reader = JournalReader.open(file)) {
            for (var next = reader.next(); next.isPresent() && difference.isEmpty(); next = reader.next()) {
                take(next.get());
            }
            if (difference.isEmpty()) {
                decide(true);
            }
        } catch (JournalFault e) {
            if (e.entry() == 0) {
                throw e;
            }
            end = Optional.of(String.valueOf(e.getMessage()));
            decide(true);
        }
        String hash = core.map(c -> HexFormat.of().formatHex(CoreEffectWire.hash(c.state())))
                .orElse("");
        return new Replayed(inputs, effects, hash, difference, end);
    }

    private void take(JournalEntry entry) throws ProtocolException {
        WireReader in = JournalCheck.body(entry);
        int kind = in.u8("kind");
        switch (kind) {
            case SessionJournal.OPENING -> {
                JournalCheck.openingBefore(in);
                core = Optional.of(new SessionCore(SessionOpening.read(in), signatures, this::nextSeries));
            }
            case SessionJournal.INPUT -> {
                decide(false);
                input = Optional.of(entry);
            }
            case SessionJournal.EFFECT -> {
                written.add(entry);
                String loaded = CoreEffectWire.seriesOfLoad(in);
                if (!loaded.isEmpty()) {
                    series.addLast(loaded);
                }
            }
            case SessionJournal.WITHHELD, SessionJournal.END -> {
                // nothing that the core decided
            }
            default -> throw new ProtocolException("entry " + entry.number() + " is of an unknown kind " + kind);
        }
    }

    /** Decides the input before, now that all that came of it has been read; the last one may have been cut off. */
    private void decide(boolean last) throws ProtocolException {
        if (input.isEmpty()) {
            return;
        }
        JournalEntry entry = input.get();
        input = Optional.empty();
        WireReader in = JournalCheck.body(entry);
        in.u8("kind");
        long nanos = in.i64("steady clock");
        long millis = in.i64("wall clock");
        SessionCore again = core.orElseThrow(() -> new ProtocolException("a journal begins with its opening"));
        List<byte[]> wanted = again.on(CoreInputWire.read(in, keys), nanos, millis).stream()
                .filter(SessionJournal::keeps)
                .map(SessionJournal::bytes)
                .toList();
        inputs++;
        compare(entry, wanted, last);
        written.clear();
        series.clear();
    }

    private void compare(JournalEntry of, List<byte[]> wanted, boolean last) {
        for (int i = 0; i < Math.max(wanted.size(), written.size()); i++) {
            if (i >= written.size()) {
                if (!last) {
                    difference = Optional.of("entry " + of.number() + ": the replay wants more than was written");
                }
                return;
            }
            if (i >= wanted.size()
                    || !Arrays.equals(wanted.get(i), written.get(i).body())) {
                difference = Optional.of(
                        "entry " + written.get(i).number() + ": the replay of entry " + of.number() + " wants another");
                return;
            }
            effects++;
        }
    }

    private String nextSeries() {
        return series.isEmpty() ? "unknown" : series.removeFirst();
    }
}
