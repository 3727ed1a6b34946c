package org.farfield.launcher;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.farfield.remote.protocol.SessionClock;

/** The system's time, which can be let come to a stand and go on from there. Any thread. */
final class HeldClock implements SessionClock {

    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicLong stood = new AtomicLong();
    private final AtomicLong standsAt = new AtomicLong(NEVER);

    /** So much more time passes, then none. */
    void standAfter(long nanos) {
        standsAt.set(nanos() + nanos);
    }

    /** Time goes on from where it stands. */
    void goOn() {
        long at = standsAt.getAndSet(NEVER);
        if (at != NEVER) {
            stood.addAndGet(Math.max(0, System.nanoTime() - stood.get() - at));
        }
    }

    @Override
    public long nanos() {
        return Math.min(System.nanoTime() - stood.get(), standsAt.get());
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }
}
