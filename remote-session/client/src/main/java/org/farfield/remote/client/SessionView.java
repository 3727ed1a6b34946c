package org.farfield.remote.client;

import java.util.Optional;
import java.util.OptionalDouble;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.Participant;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Welcome;

/**
 * What one participant knows of the session at one instant. Immutable.
 *
 * @param operator this participant's operator id
 * @param role what this participant is in the session
 * @param newest the newest state that ever came, however long ago
 * @param silentMillis how long no state was heard, ms
 * @param roundTripMillis p95 of the round trips of the last 5 s, ms; empty while not measured
 * @param clockOffsetMillis the gateway's wall clock less this machine's, ms
 * @param clockErrorMillis by how much the offset may be wrong, ms; empty while not measured
 * @param transport what the link runs on, for people; empty while there is none
 * @param welcome what the gateway said when it took this participant in
 * @param trouble why there is no link, naming the peer and the cause; empty while there is one
 */
public record SessionView(
        String operator,
        Role role,
        Optional<SessionState> newest,
        long silentMillis,
        OptionalDouble roundTripMillis,
        double clockOffsetMillis,
        OptionalDouble clockErrorMillis,
        String transport,
        Optional<Welcome> welcome,
        String trouble) {

    /** After so long without a state it is UNKNOWN, never the last one heard; ms. */
    public static final long UNKNOWN_AFTER_MILLIS = 500;

    /** The state; empty means UNKNOWN. */
    public Optional<SessionState> state() {
        return silentMillis < UNKNOWN_AFTER_MILLIS ? newest : Optional.empty();
    }

    /** Whether there is a link and the gateway took this participant in. */
    public boolean connected() {
        return !transport.isEmpty();
    }

    /** Whether this participant holds the lease, as far as is known. */
    public boolean holdsLease() {
        return state().map(state -> state.lease().heldBy(operator)).orElse(false);
    }

    /** What the gateway lets this participant do over the link as measured; VIEW_ONLY where unknown. */
    public ControlTier tier() {
        return state().stream()
                .flatMap(state -> state.participants().stream())
                .filter(p -> p.operator().equals(operator) && p.role() == role)
                .map(Participant::tier)
                .findFirst()
                .orElse(ControlTier.VIEW_ONLY);
    }
}
