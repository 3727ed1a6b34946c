package org.farfield.remote.gateway;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * The sequence numbers of one operator's commands on one connection: 1, 2, 3 and so on, each decided once. A number
 * left out is itself refused and then counts, so that one lost command does not silence all later ones. Control thread.
 */
final class SequenceWindow {
    private static final int REMEMBERED = 256;

    private final Set<Long> decided = new LinkedHashSet<>();
    private long last;

    /** Takes a number as decided, unless it was before; says what is wrong with it. */
    Optional<Refusal> take(long sequence) {
        if (sequence <= last) {
            return sequence < last - REMEMBERED || decided.contains(sequence)
                    ? Refusal.of(VerdictReason.REPEATED_SEQUENCE, "command " + sequence + " was decided before")
                    : Refusal.of(VerdictReason.OUT_OF_ORDER, "command " + sequence + " comes after " + last);
        }
        boolean next = sequence == last + 1;
        String gap = "command " + sequence + " came, " + (last + 1) + " was expected";
        last = sequence;
        decided.add(sequence);
        if (decided.size() > REMEMBERED) {
            decided.remove(decided.iterator().next());
        }
        return next ? Optional.empty() : Refusal.of(VerdictReason.OUT_OF_ORDER, gap);
    }
}
