package org.farfield.workstation.reading.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/**
 * How long slices take from the scanner to the screen. A slice counts as seen with the first frame that was asked for
 * after the slice was put in its volume. Times are one steady clock's nanoseconds. Any thread.
 */
public final class CaptureToScreen {

    private static final int KEPT = 200;
    private static final double NANOS_A_MILLI = 1e6;

    private record Waiting(long capturedNanos, long placedNanos) {}

    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>((a, b) -> Long.compare(a.placedNanos, b.placedNanos));
    private final Deque<Double> millis = new ArrayDeque<>();

    /** Nothing measured yet. */
    public CaptureToScreen() {}

    /** A slice captured then is in its volume since. */
    public synchronized void placed(long capturedNanos, long placedNanos) {
        waiting.add(new Waiting(capturedNanos, placedNanos));
    }

    /** A frame that was asked for at {@code askedNanos} went on the screen at {@code shownNanos}. */
    public synchronized void frame(long askedNanos, long shownNanos) {
        while (!waiting.isEmpty() && waiting.peek().placedNanos <= askedNanos) {
            millis.addLast((shownNanos - waiting.remove().capturedNanos) / NANOS_A_MILLI);
            if (millis.size() > KEPT) {
                millis.removeFirst();
            }
        }
    }

    /** Of the newest slice seen, ms. */
    public synchronized OptionalDouble newestMillis() {
        return millis.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(millis.getLast());
    }

    /** That 95 of 100 of the last slices did not exceed, ms. */
    public synchronized OptionalDouble p95Millis() {
        if (millis.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return OptionalDouble.of(sorted[(int) Math.ceil(sorted.length * 0.95) - 1]);
    }

    /** Forgets everything: another series begins. */
    public synchronized void reset() {
        waiting.clear();
        millis.clear();
    }
}
