package org.farfield.rendering.viewport;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decides whether a picture is drawn whole or coarse: coarse while a hand moves and the engine has shown to be too slow
 * for whole pictures, whole as soon as the hand rests. Knows time only as it is told. FX thread.
 *
 * <p>How long a whole picture takes is the mean of the last {@value #REMEMBERED} whole ones; while only coarse ones are
 * drawn, four times what they take stands for it.
 */
final class AdaptiveResolution {

    /** A whole picture that takes longer is too slow to follow a hand: 25 a second. */
    static final long TOO_SLOW_NANOS = 40_000_000;

    /** A hand that did nothing for so long rests. The whole picture then has half of 150 ms left to be drawn. */
    static final long REST_NANOS = 75_000_000;

    private static final int REMEMBERED = 3;
    private static final int COARSE_SHARE = 4;

    private final Deque<Long> wholeNanos = new ArrayDeque<>();
    private boolean moving;
    private long lastGesture;

    /** A hand did something. */
    void gesture(long now) {
        moving = true;
        lastGesture = now;
    }

    /** A picture took so long. */
    void drawn(boolean coarse, long renderNanos) {
        wholeNanos.addLast(coarse ? renderNanos * COARSE_SHARE : renderNanos);
        if (wholeNanos.size() > REMEMBERED) {
            wholeNanos.removeFirst();
        }
    }

    /** Whether a picture that is asked for now is to be coarse. */
    boolean coarse(long now) {
        return moves(now) && wholeMeanNanos() > TOO_SLOW_NANOS;
    }

    private boolean moves(long now) {
        moving = moving && now - lastGesture < REST_NANOS;
        return moving;
    }

    private double wholeMeanNanos() {
        return wholeNanos.stream().mapToLong(Long::longValue).average().orElse(0);
    }
}
