package org.farfield.launcher.lab;

import java.util.Random;

/**
 * What one direction of a flow does to what passes: a rate with a queue before it, delay, jitter, and loss in bursts (a
 * chain of two states, good and bad; its mean run of losses and its share are the profile's). The same seed and the
 * same packets at the same times give the same. One thread at a time.
 */
final class Direction {
    /** What becomes of a packet: nothing, or a moment; 0 = it does not come a second time. */
    record Fate(boolean lost, long dueNanos, long againNanos) {
        static final Fate LOST = new Fate(true, 0, 0);
    }

    private final LinkProfile profile;
    private final Random random;
    private long freeNanos;
    private long lastDueNanos;
    private boolean bad;

    Direction(LinkProfile profile, long seed) {
        this.profile = profile;
        this.random = new Random(seed);
    }

    /** A datagram: may be lost, overtaken, doubled. */
    Fate datagram(int bytes, long nowNanos, boolean down) {
        long start = Math.max(nowNanos, freeNanos);
        boolean lost = draw();
        double extra = random.nextDouble() * profile.jitterMillis();
        boolean reordered = random.nextDouble() < profile.reordered();
        boolean doubled = random.nextDouble() < profile.doubled();
        if (down || start - nowNanos > profile.queueMillis() * 1e6) {
            return Fate.LOST;
        }
        freeNanos = start + sending(bytes);
        if (lost) {
            return Fate.LOST;
        }
        long due = freeNanos + nanos(profile.delayMillis() + extra);
        due = reordered ? due + nanos(profile.delayMillis() + 2) : due;
        return new Fate(false, due, doubled ? due + nanos(1) : 0);
    }

    /** A piece of a stream: always comes, in order; a loss costs it and all behind it a round trip. */
    long stream(int bytes, long nowNanos) {
        freeNanos = Math.max(nowNanos, freeNanos) + sending(bytes);
        long due = freeNanos + nanos(profile.delayMillis() + random.nextDouble() * profile.jitterMillis());
        for (int packets = 1 + bytes / 1400; packets > 0; packets--) {
            due += draw() ? nanos(2 * profile.delayMillis()) : 0;
        }
        lastDueNanos = Math.max(lastDueNanos, due);
        return lastDueNanos;
    }

    private long sending(int bytes) {
        return (long) (bytes * 8e3 / profile.megabits());
    }

    /** Whether the next packet is lost. */
    private boolean draw() {
        double share = profile.loss();
        double dice = random.nextDouble();
        if (profile.burst() <= 1) {
            return dice < share;
        }
        double turnsBad = share / (profile.burst() * (1 - share));
        bad = bad ? dice >= 1 / profile.burst() : dice < turnsBad;
        return bad;
    }

    private static long nanos(double millis) {
        return (long) (millis * 1e6);
    }
}
