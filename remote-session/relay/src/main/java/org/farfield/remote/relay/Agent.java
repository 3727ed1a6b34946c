package org.farfield.remote.relay;

import java.time.Duration;

/** The one thread that owns a relay's state, and its clock. */
interface Agent {
    /** Runs the task on the thread, after those before it. Any thread may call. */
    void execute(Runnable task);

    /** Runs the task on the thread, not before the delay has passed. Any thread may call. */
    void after(Duration delay, Runnable task);

    /** Steady nanoseconds. */
    long nanos();
}
