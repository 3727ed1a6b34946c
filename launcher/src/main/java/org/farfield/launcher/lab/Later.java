package org.farfield.launcher.lab;

import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Does things at their moment, on a thread of its own; of one moment in the order given. Any thread. */
final class Later implements AutoCloseable {
    private record Deed(long dueNanos, long number, Runnable what) implements Comparable<Deed> {
        @Override
        public int compareTo(Deed other) {
            int byTime = Long.compare(dueNanos - other.dueNanos, 0);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Deed> deeds = new PriorityQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("link-lab").unstarted(this::run);
    private long number;
    private volatile boolean closed;

    Later() {
        thread.start();
    }

    void at(long dueNanos, Runnable what) {
        boolean first;
        synchronized (deeds) {
            Deed deed = new Deed(dueNanos, number++, what);
            deeds.add(deed);
            first = deed.equals(deeds.peek());
        }
        if (first) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            @Nullable Deed due = null;
            long wait;
            synchronized (deeds) {
                @Nullable Deed next = deeds.peek();
                wait = next == null ? Long.MAX_VALUE : next.dueNanos() - System.nanoTime();
                if (wait <= 0) {
                    due = deeds.remove();
                }
            }
            if (due != null) {
                due.what().run();
            } else {
                LockSupport.parkNanos(this, wait);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
