package org.farfield.launcher.hospital;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A thread that runs one errand whenever there is something to do. Any thread may wake it and end it. */
final class Courier {
    private final Errand errand;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final Thread thread;
    private boolean news = true;
    private boolean ending;

    Courier(String name, Errand errand) {
        this.errand = errand;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** There may be something new to do. */
    void wake() {
        lock.lock();
        try {
            news = true;
            called.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the errand try for the last time; false when that takes longer than this and is broken off. */
    boolean end(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            ending = true;
            called.signal();
        } finally {
            lock.unlock();
        }
        boolean inTime = thread.join(patience);
        thread.interrupt();
        return inTime;
    }

    private void run() {
        try {
            long wait = 0;
            while (awaitNews(wait)) {
                wait = errand.doWork();
            }
            errand.last();
        } catch (InterruptedException brokenOff) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is time or somebody calls; false at the end. */
    private boolean awaitNews(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = Math.min(nanos, TimeUnit.HOURS.toNanos(1));
            while (!ending && !news && left > 0) {
                left = called.awaitNanos(left);
            }
            news = false;
            return !ending;
        } finally {
            lock.unlock();
        }
    }
}
