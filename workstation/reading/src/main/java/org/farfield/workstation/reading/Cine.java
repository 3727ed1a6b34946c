package org.farfield.workstation.reading;

import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Plays a run of pictures round and round at a steady rate. Which one is due follows from the time alone, so that a
 * slow engine makes it skip, never lag; what was skipped is counted. Knows time only as it is told. FX thread.
 */
public final class Cine {
    /** Pictures a second at the start. */
    static final double RATE = 15;

    private static final double SLOWEST = 1;
    private static final double FASTEST = 60;
    private static final double NANOS = 1e9;

    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyDoubleWrapper rate = new ReadOnlyDoubleWrapper(this, "rate", RATE);
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper(this, "dropped");
    private long began;
    private long steps;
    private int first;
    private int count;

    /** Stands still. */
    public Cine() {
        playing.set(false);
    }

    /** Whether it runs. */
    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /** Pictures a second. */
    public ReadOnlyDoubleProperty rate() {
        return rate.getReadOnlyProperty();
    }

    /** How many pictures were due and not shown since it was started. */
    public ReadOnlyLongProperty dropped() {
        return dropped.getReadOnlyProperty();
    }

    /** Sets how many pictures a second, within 1 to 60, before it is started. */
    public void setRate(double perSecond) {
        rate.set(Math.clamp(perSecond, SLOWEST, FASTEST));
    }

    /** Starts with picture {@code from} of {@code of} on the screen. */
    public void start(int from, int of, long nanos) {
        first = from;
        count = of;
        began = nanos;
        steps = 0;
        dropped.set(0);
        playing.set(of > 1);
    }

    /** Stops on the picture that is shown. */
    public void stop() {
        playing.set(false);
    }

    /** Faster or slower by a factor, within 1 to 60 pictures a second; what runs goes on from where it is. */
    public void change(double factor, long nanos) {
        first = Math.floorMod(first + steps, Math.max(1, count));
        began = nanos;
        steps = 0;
        rate.set(Math.clamp(rate.get() * factor, SLOWEST, FASTEST));
    }

    /** The picture to show now; empty where the one on the screen still is the right one. */
    public OptionalInt due(long nanos) {
        if (!playing.get()) {
            return OptionalInt.empty();
        }
        long now = (long) Math.floor((nanos - began) / NANOS * rate.get() + 1e-6);
        if (now <= steps) {
            return OptionalInt.empty();
        }
        dropped.set(dropped.get() + now - steps - 1);
        steps = now;
        return OptionalInt.of((int) Math.floorMod(first + steps, (long) count));
    }
}
