package org.farfield.remote.relay;

import java.time.Duration;

/** How long to wait before the next try: 100 ms, doubled with each failure, 5 s at most. On the relay's thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }

    void succeeded() {
        next = FIRST;
    }
}
