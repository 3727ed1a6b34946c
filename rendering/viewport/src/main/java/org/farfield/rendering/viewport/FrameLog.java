package org.farfield.rendering.viewport;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** What the newest frames of one surface took. FX thread. */
final class FrameLog {

    /** How many gestures' frames count. */
    static final int KEPT = 60;

    private static final long SECOND = 1_000_000_000;

    private final Deque<Long> gestures = new ArrayDeque<>();
    private final Deque<Long> shownAt = new ArrayDeque<>();

    void shown(FrameShown frame, long now) {
        shownAt.addLast(now);
        forget(now);
        frame.gestureNanos().ifPresent(nanos -> {
            gestures.addLast(nanos);
            if (gestures.size() > KEPT) {
                gestures.removeFirst();
            }
        });
    }

    /** Frames that went on the screen within the last second. */
    int framesASecond(long now) {
        forget(now);
        return shownAt.size();
    }

    private void forget(long now) {
        while (!shownAt.isEmpty() && now - shownAt.getFirst() >= SECOND) {
            shownAt.removeFirst();
        }
    }

    /** From gesture to hand-over: the value that this share of the last {@value #KEPT} does not exceed; NaN = none. */
    double gestureMillis(double share) {
        if (gestures.isEmpty()) {
            return Double.NaN;
        }
        long[] sorted = gestures.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)] / 1e6;
    }
}
