package org.farfield.remote.twin.recon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A fixed number of threads that share out the rows or views of one piece of work; the caller is one of them. Work is
 * cut into ranges and no result depends on the cutting, so any number of threads gives the same bytes.
 */
public final class Crew implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    /** Work on the range [from, to). */
    @FunctionalInterface
    public interface Work {
        void run(int from, int to);
    }

    public Crew(int threads) {
        this.threads = Math.max(1, threads);
        this.others = Executors.newFixedThreadPool(Math.max(1, this.threads - 1), task -> {
            Thread thread = new Thread(task, "twin-crew");
            thread.setDaemon(true);
            return thread;
        });
    }

    public int threads() {
        return threads;
    }

    /** Runs the work over [0, count), in ranges, and returns when all of it is done. */
    public void share(int count, Work work) {
        int chunk = (count + threads - 1) / threads;
        List<Future<Void>> given = new ArrayList<>();
        for (int from = chunk; from < count; from += chunk) {
            int start = from;
            int end = Math.min(count, from + chunk);
            Callable<Void> task = () -> {
                work.run(start, end);
                return null;
            };
            given.add(others.submit(task));
        }
        work.run(0, Math.min(chunk, count));
        for (Future<Void> piece : given) {
            finish(piece);
        }
    }

    private static void finish(Future<Void> piece) {
        boolean interrupted = false;
        while (true) {
            try {
                piece.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a piece of the reconstruction failed", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
