package org.farfield.rendering.engine;

/** Consecutive samples of a line: from (inclusive) to (exclusive). */
record SampleRun(int from, int to) {

    static SampleRun all(int count) {
        return new SampleRun(0, count);
    }

    boolean isEmpty() {
        return from >= to;
    }

    /** The part of this run in which {@code start + i * step} lies in [low, high]. */
    SampleRun within(double start, double step, double low, double high) {
        if (step == 0) {
            return start >= low && start <= high ? this : new SampleRun(from, from);
        }
        double first = ((step > 0 ? low : high) - start) / step;
        double last = ((step > 0 ? high : low) - start) / step;
        int newFrom = (int) Math.max(from, Math.ceil(Math.min(first, to)));
        int newTo = (int) Math.min(to, Math.floor(Math.max(last, from - 1.0)) + 1);
        return newTo <= newFrom ? new SampleRun(from, from) : new SampleRun(newFrom, newTo);
    }
}
