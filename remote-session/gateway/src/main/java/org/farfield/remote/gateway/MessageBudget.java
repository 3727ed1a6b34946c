package org.farfield.remote.gateway;

import org.farfield.remote.protocol.SessionClock;

/**
 * How much one participant may say: a bucket of messages that fills with time. Who keeps the protocol sends some 30 a
 * second. One thread at a time.
 */
final class MessageBudget {
    private static final double MOST = 400;
    private static final double PER_SECOND = 200;

    private final SessionClock clock;
    private double left = MOST;
    private long atNanos;

    MessageBudget(SessionClock clock) {
        this.clock = clock;
        this.atNanos = clock.nanos();
    }

    /** Takes one message out of the bucket; false when it is empty. */
    boolean take() {
        long now = clock.nanos();
        left = Math.min(MOST, left + (now - atNanos) / 1e9 * PER_SECOND);
        atNanos = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
