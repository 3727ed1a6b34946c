package org.farfield.launcher.hospital;

import org.farfield.remote.protocol.SessionClock;

/** How long to leave a system alone that did not answer: 1 s, then twice as long each time, at most a minute. */
final class Backoff {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long LONGEST_NANOS = 60 * FIRST_NANOS;

    private final SessionClock clock;
    private long waitNanos;
    private long since;

    Backoff(SessionClock clock) {
        this.clock = clock;
    }

    void failed() {
        waitNanos = Math.clamp(2 * waitNanos, FIRST_NANOS, LONGEST_NANOS);
        since = clock.nanos();
    }

    void succeeded() {
        waitNanos = 0;
    }

    /** What is left to wait, ns; 0 when it may be tried. */
    long leftNanos() {
        return waitNanos == 0 ? 0 : Math.max(0, waitNanos - (clock.nanos() - since));
    }

    /** The whole of the present wait, s. */
    long waitSeconds() {
        return waitNanos / FIRST_NANOS;
    }
}
