package org.farfield.remote.client;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The one thread on which a client's state lives. Any thread may hand it work. */
final class ClientThread {
    private final ScheduledExecutorService thread;

    ClientThread(String name) {
        thread = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().daemon().name(name).unstarted(work));
    }

    /** Runs work soon; false once the thread has ended. */
    boolean run(Runnable work) {
        try {
            thread.execute(work);
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    /** Runs work again and again from now on. */
    void every(long millis, Runnable work) {
        var _ = thread.scheduleAtFixedRate(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Ends after what was handed over so far. */
    void end() {
        thread.shutdown();
    }
}
