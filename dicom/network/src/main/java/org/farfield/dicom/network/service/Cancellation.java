package org.farfield.dicom.network.service;

import org.jspecify.annotations.Nullable;

/** A user's wish to end an operation that is under way. Any thread; once wished, it stays. */
public final class Cancellation {
    private boolean wished;
    private @Nullable Runnable hook;

    /** Nothing is wished yet. */
    public Cancellation() {}

    /** Ends the operation. */
    public void cancel() {
        Runnable run;
        synchronized (this) {
            wished = true;
            run = hook;
            hook = null;
        }
        if (run != null) {
            run.run();
        }
    }

    /** Whether it is wished. */
    public synchronized boolean isWished() {
        return wished;
    }

    /** What ends the operation; run at once when the wish came first. */
    void onWish(Runnable action) {
        boolean now;
        synchronized (this) {
            now = wished;
            hook = now ? null : action;
        }
        if (now) {
            action.run();
        }
    }
}
