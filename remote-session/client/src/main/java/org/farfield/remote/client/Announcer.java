package org.farfield.remote.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Tells the listener what happens, one call after another on a thread of its own. Any thread. */
final class Announcer {
    private final SessionEvents events;
    private final ExecutorService thread;

    Announcer(SessionEvents events, String threadName) {
        this.events = events;
        thread = Executors.newSingleThreadExecutor(
                work -> Thread.ofPlatform().daemon().name(threadName).unstarted(work));
    }

    void tell(Consumer<SessionEvents> news) {
        try {
            thread.execute(() -> news.accept(events));
        } catch (RejectedExecutionException ignored) {
            // closed: nobody listens any more
        }
    }

    void close() {
        thread.shutdown();
    }
}
