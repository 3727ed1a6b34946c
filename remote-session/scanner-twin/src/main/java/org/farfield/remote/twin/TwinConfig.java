package org.farfield.remote.twin;

import org.farfield.remote.twin.phantom.Phantoms;
import org.farfield.remote.twin.phantom.Subject;

/**
 * How a scanner twin behaves.
 *
 * @param seed seeds the quantum noise: the same seed and the same plans give the same voxels
 * @param pace how fast time runs for the scanner: 1 is realistic, 2 twice as fast; {@link #AS_FAST_AS_IT_CAN} waits for
 *     nothing
 * @param threads threads that reconstruct; the voxels do not depend on it
 * @param subject who lies on the table
 */
public record TwinConfig(long seed, double pace, int threads, Subject subject) {
    public static final double AS_FAST_AS_IT_CAN = Double.POSITIVE_INFINITY;

    public TwinConfig {
        if (!(pace > 0)) {
            throw new IllegalArgumentException("pace must be above 0, was " + pace);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("a twin needs a thread to reconstruct, got " + threads);
        }
    }

    /** An adult chest on the table. */
    public TwinConfig(long seed, double pace, int threads) {
        this(seed, pace, threads, Phantoms.THORAX);
    }

    /** Realistic pace on two threads. */
    public static TwinConfig demo(long seed) {
        return new TwinConfig(seed, 1, 2);
    }
}
