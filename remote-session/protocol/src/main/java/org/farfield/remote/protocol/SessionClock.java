package org.farfield.remote.protocol;

import java.time.Instant;
import java.time.InstantSource;

/** The one source of time of a session part: a wall clock and a steady one. Any thread. */
public interface SessionClock extends InstantSource {
    /** The machine's clocks. */
    SessionClock SYSTEM = new SessionClock() {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    /** Steady nanoseconds with no fixed origin: only differences mean anything. */
    long nanos();
}
