package org.farfield.workstation.reading.live;

import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.Participant;
import org.farfield.remote.protocol.message.SessionState;

/** The control tier of one participant. */
final class Tiers {

    private Tiers() {}

    /** What this operator's own link allows; the session's tier where he is not listed. */
    static ControlTier of(SessionState state, String operator) {
        return state.participants().stream()
                .filter(participant -> participant.operator().equals(operator))
                .map(Participant::tier)
                .findFirst()
                .orElse(state.tier());
    }
}
