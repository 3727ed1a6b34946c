package org.farfield.remote.gateway;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.farfield.remote.protocol.SessionClock;

/**
 * The gateway's one thread of control: work in order, and a tick of the safety watchdog every 20 ms whatever the
 * network does. Work that throws is reported and does not end the thread.
 */
final class ControlThread implements AutoCloseable {
    private static final long TICK_NANOS = 20_000_000;
    private static final Duration LAST_WORK = Duration.ofSeconds(2);

    /** Hears of work that threw. */
    interface Trouble {
        void thrown(RuntimeException e);
    }

    private final SessionClock clock;
    private final Runnable tick;
    private final Trouble trouble;
    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("gateway-control").unstarted(this::run);
    private volatile boolean ending;

    ControlThread(SessionClock clock, Runnable tick, Trouble trouble) {
        this.clock = clock;
        this.tick = tick;
        this.trouble = trouble;
    }

    void start() {
        thread.start();
    }

    boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    void post(Runnable task) {
        work.add(task);
    }

    private void run() {
        long due = clock.nanos();
        while (!ending) {
            try {
                long wait = due - clock.nanos();
                Runnable next = wait > 0 ? work.poll(wait, TimeUnit.NANOSECONDS) : work.poll();
                if (next != null) {
                    next.run();
                }
                if (clock.nanos() - due >= 0) {
                    due = clock.nanos() + TICK_NANOS;
                    tick.run();
                }
            } catch (InterruptedException e) {
                ending = true;
            } catch (RuntimeException e) {
                trouble.thrown(e);
            }
        }
    }

    /** Ends after the work at hand; waits for that, but not for ever. */
    @Override
    public void close() {
        ending = true;
        post(() -> {});
        try {
            if (thread.isAlive()) {
                var _ = thread.join(LAST_WORK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
