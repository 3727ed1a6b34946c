package org.farfield.workstation.reading.live;

import java.util.Optional;
import java.util.OptionalDouble;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.SessionState;

/**
 * What one participant hears of the session at one instant. Immutable.
 *
 * @param operator this participant's operator id
 * @param role what this participant is in the session
 * @param newest the newest state that ever came, however long ago
 * @param silentMillis how long nothing was heard, ms
 * @param roundTripMillis measured round trip, ms
 * @param gatewayMillis the gateway's clock now as far as it is known, ms since 1970
 * @param transport what the link runs on, for people; empty while there is none
 * @param limits what the scanner can run, once told
 * @param scannerModel the scanner's model, once told; else empty
 * @param trouble why there is no link, for people; empty while there is one
 */
public record HeardSession(
        String operator,
        Role role,
        Optional<SessionState> newest,
        long silentMillis,
        OptionalDouble roundTripMillis,
        long gatewayMillis,
        String transport,
        Optional<PlanLimits> limits,
        String scannerModel,
        String trouble) {

    /** After so long a silence the state is UNKNOWN, never the last one heard; ms. */
    public static final long UNKNOWN_AFTER_MILLIS = 500;

    /** Before anything was heard; the trouble may be empty. */
    public static HeardSession nothingYet(String operator, Role role, String trouble) {
        return new HeardSession(
                operator, role, Optional.empty(), 0, OptionalDouble.empty(), 0, "", Optional.empty(), "", trouble);
    }

    /** The state, unless it is unknown. */
    public Optional<SessionState> state() {
        return silentMillis < UNKNOWN_AFTER_MILLIS ? newest : Optional.empty();
    }

    /** Whether this participant holds the lease, as far as is known. */
    public boolean holdsLease() {
        return state().map(state -> state.lease().heldBy(operator)).orElse(false);
    }
}
