package org.farfield.remote.client;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.Heartbeat;
import org.farfield.remote.protocol.message.Welcome;

/**
 * The gateway's wall clock as this side knows it, and the round trip to it, from the heartbeats of the last 5 s. Of all
 * samples the one with the shortest round trip tells the offset best: its error is at most half of that round trip.
 * Client thread.
 */
final class GatewayClock {
    private static final long WINDOW_NANOS = 5_000_000_000L;

    private record Sample(long atNanos, double roundTripMillis, double offsetMillis) {}

    private record Arrival(long atNanos, long sequence) {}

    private final SessionClock clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private double offsetMillis;
    private long notBeforeMillis;
    private long sentSequence;
    private long newestSequence;
    private long newestNanos;
    private long newestArrivedNanos;
    private long echoed;

    GatewayClock(SessionClock clock) {
        this.clock = clock;
    }

    /** A link begins: numbers start anew. The gateway's time in the welcome is a first idea that is never ahead. */
    void welcome(Welcome welcome) {
        samples.clear();
        arrivals.clear();
        sentSequence = 0;
        newestSequence = 0;
        echoed = 0;
        notBeforeMillis = welcome.gatewayMillis();
        offsetMillis = welcome.gatewayMillis() - clock.millis();
    }

    void heard(Heartbeat beat) {
        if (beat.sequence() <= newestSequence) {
            return;
        }
        long now = clock.nanos();
        newestSequence = beat.sequence();
        newestNanos = beat.sentNanos();
        newestArrivedNanos = now;
        arrivals.addLast(new Arrival(now, beat.sequence()));
        if (beat.echoSequence() > echoed && beat.echoSequence() <= sentSequence) {
            echoed = beat.echoSequence();
            double trip = Math.max(0, now - beat.echoNanos() - Math.max(0, beat.echoDelayNanos())) / 1e6;
            samples.addLast(new Sample(now, trip, beat.sentMillis() + trip / 2 - clock.millis()));
        }
        samples.removeIf(sample -> now - sample.atNanos() > WINDOW_NANOS);
        arrivals.removeIf(arrival -> now - arrival.atNanos() > WINDOW_NANOS);
        best().ifPresent(sample -> offsetMillis = sample.offsetMillis());
    }

    /** The next heartbeat to the gateway. */
    Heartbeat next(long sessionEpoch, long stateVersion) {
        long now = clock.nanos();
        sentSequence++;
        return new Heartbeat(
                sentSequence,
                now,
                clock.millis(),
                newestSequence,
                newestNanos,
                newestSequence == 0 ? 0 : now - newestArrivedNanos,
                lossPermille(),
                sessionEpoch,
                stateVersion);
    }

    /** Whether a heartbeat came, and none was answered yet: an answer at once gives the first measurement soonest. */
    boolean firstAnswerDue() {
        return newestSequence == 1 && echoed == 0;
    }

    /**
     * The earliest that the gateway's wall clock can be now, ms since 1970; never before it let this side in. What is
     * issued at this time is never in the gateway's future, however uneven the two ways are; at worst it counts as a
     * round trip older than it is.
     */
    long millis() {
        double earliest = clock.millis() + offsetMillis - errorMillis().orElse(0);
        return Math.max(notBeforeMillis, (long) Math.floor(earliest));
    }

    double offsetMillis() {
        return offsetMillis;
    }

    OptionalDouble errorMillis() {
        return best().isPresent() ? OptionalDouble.of(best().get().roundTripMillis() / 2) : OptionalDouble.empty();
    }

    /** p95 (nearest rank) of the round trips of the last 5 s, ms. */
    OptionalDouble roundTripP95Millis() {
        double[] trips =
                samples.stream().mapToDouble(Sample::roundTripMillis).sorted().toArray();
        return trips.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(trips[(int) Math.ceil(trips.length * 0.95) - 1]);
    }

    private int lossPermille() {
        if (arrivals.isEmpty()) {
            return 0;
        }
        long expected = arrivals.getLast().sequence() - arrivals.getFirst().sequence() + 1;
        return (int) Math.round(1000 - 1000.0 * arrivals.size() / expected);
    }

    private Optional<Sample> best() {
        return samples.stream().min(Comparator.comparingDouble(Sample::roundTripMillis));
    }
}
