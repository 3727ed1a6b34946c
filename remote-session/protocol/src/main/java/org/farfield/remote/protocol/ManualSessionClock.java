package org.farfield.remote.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only when told, for tests and for replaying a session. Any thread. */
public final class ManualSessionClock implements SessionClock {
    private final long originMillis;
    private final AtomicLong nanos = new AtomicLong();

    /** A clock that stands at {@code originMillis} since 1970. */
    public ManualSessionClock(long originMillis) {
        this.originMillis = originMillis;
    }

    /** Moves both clocks on. */
    public void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    /** Moves both clocks on. */
    public void advanceMillis(long by) {
        nanos.addAndGet(by * 1_000_000);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(originMillis).plusNanos(nanos.get());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }
}
