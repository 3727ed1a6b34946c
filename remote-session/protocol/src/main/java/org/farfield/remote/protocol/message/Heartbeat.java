package org.farfield.remote.protocol.message;

/**
 * Sent each way every 100 ms. From what comes back, each side measures round trip and clock offset: {@code roundTrip =
 * now - echoNanos - echoDelayNanos} on its own steady clock, and {@code offset of the other's wall clock = sentMillis +
 * roundTrip / 2 - own wall clock}, with an error of at most half the round trip.
 *
 * @param sequence 1, 2, 3 ... of this sender on this link
 * @param sentNanos the sender's steady clock when sent
 * @param sentMillis the sender's wall clock when sent, ms since 1970
 * @param echoSequence sequence of the newest heartbeat got from the other side; 0 = none yet
 * @param echoNanos its {@code sentNanos}, unchanged
 * @param echoDelayNanos how long the sender of this had it before sending this, on his steady clock
 * @param lossPermille heartbeats of the other side missing in the last 5 s, in thousandths
 * @param sessionEpoch the session this belongs to, 0 = none yet
 * @param stateVersion from the gateway: the version of its state now; from others: the newest version they have
 */
public record Heartbeat(
        long sequence,
        long sentNanos,
        long sentMillis,
        long echoSequence,
        long echoNanos,
        long echoDelayNanos,
        int lossPermille,
        long sessionEpoch,
        long stateVersion)
        implements Message {}
