package org.farfield.remote.relay;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** An agent on a thread of its own. */
final class ThreadAgent implements Agent, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;

    ThreadAgent(String name) {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRejectedExecutionHandler((task, executor) -> {}); // closed: nothing is left to do
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(guarded(task));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nothing is cancelled; failures are logged
    public void after(Duration delay, Runnable task) {
        thread.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                System.getLogger("org.farfield.remote.relay")
                        .log(System.Logger.Level.ERROR, "the relay failed at one task and goes on", e);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
