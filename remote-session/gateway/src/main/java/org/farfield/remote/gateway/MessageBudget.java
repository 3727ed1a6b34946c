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
    private final double most;
    private final double perSecond;
    private double left;
    private long atNanos;

    /** What all messages of one participant together may be. */
    MessageBudget(SessionClock clock) {
        this(clock, MOST, PER_SECOND);
    }

    /** A full bucket of another size. */
    MessageBudget(SessionClock clock, double most, double perSecond) {
        this.clock = clock;
        this.most = most;
        this.perSecond = perSecond;
        this.left = most;
        this.atNanos = clock.nanos();
    }

    /** Takes one message out of the bucket; false when it is empty. */
    boolean take() {
        long now = clock.nanos();
        left = Math.min(most, left + (now - atNanos) / 1e9 * perSecond);
        atNanos = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
