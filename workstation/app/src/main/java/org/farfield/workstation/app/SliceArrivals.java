package org.farfield.workstation.app;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import org.farfield.rendering.volume.Volume;

/**
 * Brings a volume's new slices to the FX thread: however many arrive, at most one call waits there, with the newest.
 */
final class SliceArrivals implements AutoCloseable {
    private static final int NONE = -1;

    private final AtomicInteger newest = new AtomicInteger(NONE);
    private final IntConsumer listener;
    private final Volume.Subscription subscription;
    private volatile boolean closed;

    SliceArrivals(Volume volume, IntConsumer listener) {
        this.listener = listener;
        this.subscription = volume.onSlice(this::arrived);
    }

    private void arrived(int k) {
        if (newest.getAndSet(k) == NONE) {
            Platform.runLater(this::deliver);
        }
    }

    private void deliver() {
        int k = newest.getAndSet(NONE);
        if (!closed) {
            listener.accept(k);
        }
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
    }
}
