package org.farfield.remote.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.message.Heartbeat;

/**
 * What the heartbeats with one participant tell about the link to him over the last 5 s: round trip and loss. The round
 * trip is measured against the gateway's own record of what it sent, on its steady clock. Control thread.
 */
final class LinkMeter {
    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final int SENT_REMEMBERED = 128;

    private record Sample(long atNanos, double roundTripMillis) {}

    private record Arrival(long atNanos, long sequence) {}

    private final long[] sentNanos = new long[SENT_REMEMBERED];
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private Optional<double[]> ranked = Optional.empty();
    private long sentSequence;
    private long echoed;
    private long newestSequence;
    private long newestNanos;
    private long newestArrivedNanos;
    private double theirLoss;

    /** Takes a heartbeat of the participant; one that is older than the newest is only counted. */
    void heard(Heartbeat beat, long nowNanos) {
        if (beat.sequence() <= newestSequence) {
            return;
        }
        arrivals.addLast(new Arrival(nowNanos, beat.sequence()));
        newestSequence = beat.sequence();
        newestNanos = beat.sentNanos();
        newestArrivedNanos = nowNanos;
        theirLoss = Math.clamp(beat.lossPermille() / 1000.0, 0, 1);
        long echo = beat.echoSequence();
        if (echo > echoed && echo <= sentSequence && echo > sentSequence - SENT_REMEMBERED) {
            echoed = echo;
            long trip = nowNanos - sentNanos[(int) (echo % SENT_REMEMBERED)] - Math.max(0, beat.echoDelayNanos());
            samples.addLast(new Sample(nowNanos, Math.max(0, trip) / 1e6));
            ranked = Optional.empty();
        }
        forget(nowNanos);
    }

    /** The next heartbeat to the participant. */
    Heartbeat next(long nowNanos, long nowMillis, long sessionEpoch, long stateVersion) {
        sentSequence++;
        sentNanos[(int) (sentSequence % SENT_REMEMBERED)] = nowNanos;
        int lossPermille = (int) Math.round(arrivalLoss(nowNanos) * 1000);
        long delay = newestSequence == 0 ? 0 : nowNanos - newestArrivedNanos;
        return new Heartbeat(
                sentSequence,
                nowNanos,
                nowMillis,
                newestSequence,
                newestNanos,
                delay,
                lossPermille,
                sessionEpoch,
                stateVersion);
    }

    /** p95 (nearest rank) of the round trips of the last 5 s, ms; NaN where there is none. */
    double roundTripP95Millis(long nowNanos) {
        forget(nowNanos);
        if (samples.isEmpty()) {
            return Double.NaN;
        }
        double[] trips = ranked();
        return trips[(int) Math.ceil(trips.length * 0.95) - 1];
    }

    /** The most that the participant's idea of our clock can be wrong by, ms: half of the best recent round trip. */
    double clockErrorMillis(long nowNanos) {
        forget(nowNanos);
        return samples.isEmpty() ? 0 : ranked()[0] / 2;
    }

    /** The tier that the measured link allows. */
    ControlTier tier(long nowNanos) {
        return ControlTier.of(roundTripP95Millis(nowNanos), Math.max(theirLoss, arrivalLoss(nowNanos)));
    }

    private double arrivalLoss(long nowNanos) {
        forget(nowNanos);
        if (arrivals.isEmpty()) {
            return 0;
        }
        long expected = arrivals.getLast().sequence() - arrivals.getFirst().sequence() + 1;
        return 1 - (double) arrivals.size() / expected;
    }

    /** The round trips in ascending order, sorted anew only when there is a new one or an old one is forgotten. */
    private double[] ranked() {
        if (ranked.isEmpty()) {
            ranked = Optional.of(samples.stream()
                    .mapToDouble(Sample::roundTripMillis)
                    .sorted()
                    .toArray());
        }
        return ranked.get();
    }

    private void forget(long nowNanos) {
        while (!samples.isEmpty() && nowNanos - samples.getFirst().atNanos() > WINDOW_NANOS) {
            samples.removeFirst();
            ranked = Optional.empty();
        }
        while (!arrivals.isEmpty() && nowNanos - arrivals.getFirst().atNanos() > WINDOW_NANOS) {
            arrivals.removeFirst();
        }
    }
}
