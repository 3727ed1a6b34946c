package org.farfield.remote.gateway;

import java.util.Optional;
import org.farfield.remote.protocol.message.VerdictReason;

/** Why a command was not obeyed. Immutable. */
record Refusal(VerdictReason reason, String text) {
    static Optional<Refusal> of(VerdictReason reason, String text) {
        return Optional.of(new Refusal(reason, text));
    }
}
