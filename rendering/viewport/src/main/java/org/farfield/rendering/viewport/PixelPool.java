package org.farfield.rendering.viewport;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A few pixel arrays of one size that go round between the render thread and the FX thread, so that a frame costs no
 * allocation.
 */
final class PixelPool {

    private static final int KEPT = 3;

    private final Deque<int[]> free = new ArrayDeque<>();

    synchronized int[] lease(int pixels) {
        int[] kept = free.poll();
        return kept != null && kept.length == pixels ? kept : new int[pixels];
    }

    synchronized void release(int[] argb) {
        free.removeIf(other -> other.length != argb.length);
        if (free.size() < KEPT) {
            free.push(argb);
        }
    }
}
