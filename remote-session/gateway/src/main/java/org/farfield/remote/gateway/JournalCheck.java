package org.farfield.remote.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.remote.gateway.journal.JournalEntry;
import org.farfield.remote.gateway.journal.JournalFault;
import org.farfield.remote.gateway.journal.JournalReader;
import org.farfield.remote.protocol.message.ProtocolException;
import org.farfield.remote.protocol.message.WireReader;

/** Looks at the journals that gateways leave. Stateless; any thread; blocks on the disk. */
public final class JournalCheck {
    private static final int HASH_BYTES = 32;

    /**
     * What a look at a whole journal found.
     *
     * @param entries how many entries are as they were written, from the first on
     * @param ended whether the last of them says that the session ended in order
     * @param lastHash hash of the last of them, 32 bytes of zero where there is none
     * @param fault what is wrong after them, in a line that names the entry; empty where nothing is
     * @param tornEnd whether that is only an entry cut off by the end of the file
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes
    public record Verified(long entries, boolean ended, byte[] lastHash, Optional<String> fault, boolean tornEnd) {}

    private JournalCheck() {}

    /**
     * Checks every hash of a journal, and that the journal before it, where that lies beside it, still ends as it ended
     * when this one began.
     */
    public static Verified verify(Path file) {
        long entries = 0;
        boolean ended = false;
        byte[] last = new byte[HASH_BYTES];
        try (JournalReader reader = JournalReader.open(file)) {
            Optional<String> before = Optional.empty();
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                JournalEntry entry = next.get();
                if (entry.number() == 1) {
                    before = before(file, entry);
                }
                entries = entry.number();
                ended = entry.body()[0] == SessionJournal.END;
                last = entry.hash();
            }
            return new Verified(entries, ended, last, before, false);
        } catch (JournalFault e) {
            return new Verified(entries, ended, last, Optional.of(String.valueOf(e.getMessage())), e.tornEnd());
        } catch (IOException e) {
            return new Verified(entries, ended, last, Optional.of("cannot be read: " + e.getMessage()), false);
        }
    }

    /** What is wrong with the journal before; nothing where it is not there any more. */
    private static Optional<String> before(Path file, JournalEntry opening) throws IOException {
        Optional<SessionJournal.Before> named = named(body(opening));
        Path beside =
                file.toAbsolutePath().resolveSibling(named.map(b -> b.name()).orElse("none"));
        if (named.isEmpty() || !Files.exists(beside)) {
            return Optional.empty();
        }
        Verified found = verify(beside);
        boolean same = found.entries() == named.get().entries()
                && Arrays.equals(found.lastHash(), named.get().lastHash());
        return same
                ? Optional.empty()
                : Optional.of("entry 1: the journal before, " + named.get().name() + ", ended with entry "
                        + named.get().entries() + " when this one began, and does not any more");
    }

    /** The journal before, from an opening entry. */
    private static Optional<SessionJournal.Before> named(WireReader in) throws ProtocolException {
        int kind = in.u8("kind");
        if (kind != SessionJournal.OPENING) {
            throw new ProtocolException("a journal begins with its opening, not with kind " + kind);
        }
        return openingBefore(in);
    }

    static Optional<SessionJournal.Before> openingBefore(WireReader in) throws ProtocolException {
        return in.optional("journal before", i -> {
            String name = i.text("name", SessionJournal.NAME);
            if (!name.matches("journal-[0-9]{1,19}\\.ffj")) {
                throw new ProtocolException("the journal before has no journal's name");
            }
            return new SessionJournal.Before(name, i.i64("entries"), i.raw("last hash", HASH_BYTES));
        });
    }

    /** What studies had been given by the end of a journal: what it began with and what its session added. */
    static List<DoseGiven> doseGiven(Path file) throws IOException {
        List<DoseGiven> given = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(file)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                WireReader in = body(next.get());
                int kind = in.u8("kind");
                if (kind == SessionJournal.OPENING) {
                    openingBefore(in);
                    given.addAll(SessionOpening.read(in).given());
                } else if (kind == SessionJournal.EFFECT) {
                    CoreEffectWire.dose(in).ifPresent(given::add);
                }
            }
        } catch (JournalFault e) {
            // what a killed gateway left: everything before it counts
        }
        return given.subList(Math.max(0, given.size() - DoseDesk.MOST_GIVEN), given.size());
    }

    static WireReader body(JournalEntry entry) {
        return new WireReader(ByteBuffer.wrap(entry.body()));
    }

    /**
     * Prints a journal a line an entry, without patients.
     *
     * @param ticks whether to print what only tells the time, too
     * @throws IOException an entry is not as it was written; those before it were printed
     */
    public static void show(Path file, boolean ticks, Consumer<String> line) throws IOException {
        show(file, ticks, JournalReplay::ecKey, line);
    }

    static void show(Path file, boolean ticks, CoreInputWire.Keys keys, Consumer<String> line) throws IOException {
        try (JournalReader reader = JournalReader.open(file)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                String words = words(next.get(), keys);
                if (ticks || !(words.endsWith("Tick[]") || words.contains("message=Heartbeat["))) {
                    line.accept(next.get().number() + " " + words);
                }
            }
        }
    }

    private static String words(JournalEntry entry, CoreInputWire.Keys keys) throws ProtocolException {
        WireReader in = body(entry);
        int kind = in.u8("kind");
        return switch (kind) {
            case SessionJournal.OPENING -> {
                String after = openingBefore(in)
                        .map(b -> ", after " + b.name() + " with last hash "
                                + HexFormat.of().formatHex(b.lastHash()))
                        .orElse("");
                SessionOpening opening = SessionOpening.read(in);
                yield "session " + opening.epoch() + " of scanner "
                        + opening.description().id() + " begins" + after;
            }
            case SessionJournal.INPUT -> {
                in.i64("steady clock");
                Instant at = Instant.ofEpochMilli(in.i64("wall clock"));
                yield at + " < " + CoreInputWire.read(in, keys);
            }
            case SessionJournal.EFFECT -> "  > " + CoreEffectWire.words(in);
            case SessionJournal.WITHHELD -> "  x not done, " + CoreInputWire.text(in);
            case SessionJournal.END -> CoreInputWire.text(in);
            default -> throw new ProtocolException("entry " + entry.number() + " is of an unknown kind " + kind);
        };
    }
}
