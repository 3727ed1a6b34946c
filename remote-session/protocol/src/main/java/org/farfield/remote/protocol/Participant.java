package org.farfield.remote.protocol;

/**
 * Somebody who is in the session now. Immutable.
 *
 * @param operator operator id, the CN of the certificate
 * @param tier what the link of this participant allows
 * @param roundTripMillis p95 of the last 5 s, ms; -1 = not measured yet
 * @param relayed whether the participant comes through a relay
 */
public record Participant(String operator, Role role, ControlTier tier, int roundTripMillis, boolean relayed) {}
