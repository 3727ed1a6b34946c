package org.farfield.dicom.network.service;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Makes received instances durable on threads of its own, a bounded number at a time, while the next ones come. For a
 * retrieve, whose peer keeps what it sends: not each instance but the whole must be safe before somebody is told so.
 * One thread calls; only that one hears what became of the instances.
 */
final class Keeper implements AutoCloseable {
    private static final int THREADS = 3;
    private static final int MOST_WAITING = 16;

    private final ReceiveListener listener;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("dicom-keeper-", 0).factory());
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final ConcurrentLinkedQueue<Runnable> news = new ConcurrentLinkedQueue<>();
    private int failed;

    Keeper(ReceiveListener listener) {
        this.listener = listener;
    }

    /** Takes an instance over whose bytes are all there; waits while too many are on their way. */
    void keep(InstanceSink.Reception reception, InstanceOrigin origin) throws InterruptedException {
        room.acquire();
        threads.execute(() -> {
            try (reception) {
                reception.commit();
                news.add(() -> listener.onStored(origin));
            } catch (IOException e) {
                news.add(() -> {
                    failed++;
                    listener.onFailed(origin, "cannot be stored: " + e.getMessage());
                });
            } finally {
                room.release();
            }
        });
        tell();
    }

    /** Waits for all; how many could not be kept. */
    int failures() throws InterruptedException {
        room.acquire(MOST_WAITING);
        room.release(MOST_WAITING);
        tell();
        return failed;
    }

    private void tell() {
        for (Runnable one = news.poll(); one != null; one = news.poll()) {
            one.run();
        }
    }

    /** Waits for all. */
    @Override
    public void close() {
        threads.close();
        tell();
    }
}
