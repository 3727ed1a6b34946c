package org.farfield.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times of one piece of work, and their line: {@code RESULT name median=... min=... max=... n=...}, tab separated,
 * milliseconds. One thread's own.
 */
public final class Timings {
    private final String name;
    private final List<Double> ms = new ArrayList<>();

    /** Nothing measured yet. */
    public Timings(String name) {
        this.name = name;
    }

    /** Runs the work and adds how long it took. */
    public <X extends Exception> void time(Work<X> work) throws X {
        long begin = System.nanoTime();
        work.run();
        addNanos(System.nanoTime() - begin);
    }

    /** Adds one time. */
    public void addNanos(long nanos) {
        ms.add(nanos / 1e6);
    }

    /** How many times were added. */
    public int count() {
        return ms.size();
    }

    /** The middle one, ms; of an even number the middle of the two. Needs at least one time. */
    public double median() {
        double[] sorted = sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private double[] sorted() {
        return ms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The line; needs at least one time. */
    @Override
    public String toString() {
        double[] sorted = sorted();
        return String.format(
                Locale.ROOT,
                "RESULT\t%s\tmedian=%.2f ms\tmin=%.2f\tmax=%.2f\tn=%d",
                name,
                median(),
                sorted[0],
                Arrays.stream(sorted).max().orElseThrow(),
                sorted.length);
    }

    /** Something to time. */
    @FunctionalInterface
    public interface Work<X extends Exception> {
        /** Does it once. */
        void run() throws X;
    }
}
