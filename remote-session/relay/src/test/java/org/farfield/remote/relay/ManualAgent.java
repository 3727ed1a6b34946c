package org.farfield.remote.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** An agent whose time moves only when told, and whose tasks run on the test's thread. */
final class ManualAgent implements Agent {
    private record Later(long nanos, Runnable task) {}

    private final Deque<Runnable> now = new ArrayDeque<>();
    private final List<Later> later = new ArrayList<>();
    private long nanos;

    @Override
    public void execute(Runnable task) {
        now.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        later.add(new Later(nanos + delay.toNanos(), task));
    }

    @Override
    public long nanos() {
        return nanos;
    }

    void run() {
        while (!now.isEmpty()) {
            now.remove().run();
        }
    }

    void advance(Duration by) {
        run();
        long end = nanos + by.toNanos();
        while (true) {
            Later next = later.stream()
                    .filter(task -> task.nanos() <= end)
                    .min(Comparator.comparingLong(Later::nanos))
                    .orElse(null);
            if (next == null) {
                break;
            }
            later.remove(next);
            nanos = Math.max(nanos, next.nanos());
            next.task().run();
            run();
        }
        nanos = end;
    }
}
