package org.farfield.remote.gateway;

import java.util.Optional;
import org.farfield.remote.gateway.journal.JournalWriter;
import org.farfield.remote.protocol.message.Heartbeat;
import org.farfield.remote.protocol.message.WireWriter;

/**
 * What happens in one session, in the order in which the core decides it: each input before the core hears of it, each
 * effect before it takes effect. Entry bodies begin with a kind u8:
 *
 * <pre>
 * 0 opening   journal before {name text, entries i64, last hash 32 bytes} optional, then {@link SessionOpening}
 * 1 input     steady clock i64 (ns), wall clock i64 (ms since 1970), {@link CoreInputWire}
 * 2 effect    {@link CoreEffectWire}, of the input before it
 * 3 withheld  text: an effect that was not carried out, and why
 * 4 end       text
 * </pre>
 *
 * Heartbeats of the gateway are left out: they decide nothing and follow from the inputs. Control thread.
 */
final class SessionJournal implements AutoCloseable {
    static final int OPENING = 0;
    static final int INPUT = 1;
    static final int EFFECT = 2;
    static final int WITHHELD = 3;
    static final int END = 4;
    static final int NAME = 255;

    /** The end of the journal before this one, as it was found. */
    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes
    record Before(String name, long entries, byte[] lastHash) {}

    private final JournalWriter writer;

    SessionJournal(JournalWriter writer) {
        this.writer = writer;
    }

    void open(Optional<Before> journalBefore, SessionOpening opening) {
        WireWriter out = new WireWriter()
                .u8(OPENING)
                .optional(
                        journalBefore,
                        (o, b) -> o.text(b.name(), NAME).i64(b.entries()).raw(b.lastHash()));
        opening.write(out);
        writer.append(out.bytes());
        writer.commit();
    }

    void input(CoreInput input, long nanos, long millis) {
        WireWriter out = new WireWriter().u8(INPUT).i64(nanos).i64(millis);
        CoreInputWire.write(out, input);
        writer.append(out.bytes());
    }

    /** Whether an effect is written at all. */
    static boolean keeps(CoreEffect effect) {
        return !(effect instanceof CoreEffect.Send send && send.message() instanceof Heartbeat);
    }

    /** Takes an effect; gives the number of its entry. */
    long effect(CoreEffect effect) {
        return writer.append(bytes(effect));
    }

    static byte[] bytes(CoreEffect effect) {
        WireWriter out = new WireWriter().u8(EFFECT);
        CoreEffectWire.write(out, effect);
        return out.bytes();
    }

    void withheld(String what) {
        writer.append(CoreInputWire.text(new WireWriter().u8(WITHHELD), what).bytes());
    }

    /** Asks for everything so far to become durable. */
    void commit() {
        writer.commit();
    }

    void end(String why) {
        writer.append(CoreInputWire.text(new WireWriter().u8(END), why).bytes());
    }

    @Override
    public void close() {
        writer.close();
    }
}
