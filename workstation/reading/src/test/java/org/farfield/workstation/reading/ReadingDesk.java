package org.farfield.workstation.reading;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.farfield.workstation.reading.compare.CompareModel;
import org.farfield.workstation.reading.hanging.HangingModel;
import org.farfield.workstation.study.SeriesLoader;

/** All view models of a window without a toolkit: the test's own thread stands for the FX thread. */
final class ReadingDesk {
    private static final long PATIENCE_SECONDS = 60;

    final ReadingModel reading = new ReadingModel();
    final LoadModel load = new LoadModel();
    final StudyListModel list = new StudyListModel();
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    final SeriesModel series = new SeriesModel(reading, load, list, new SeriesLoader(2), queue::add);
    final OpeningModel opening = new OpeningModel(load, list, series, queue::add);

    CompareModel compare() {
        return new CompareModel(reading, list, new SeriesLoader(1), queue::add);
    }

    HangingModel hanging(Path file, Runnable showPrior) {
        return new HangingModel(reading, list, file, queue::add, Runnable::run, showPrior);
    }

    /** Runs what the background hands over until the condition holds. */
    void until(String what, BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("waited in vain for " + what);
            }
            next.run();
        }
    }

    /** Runs what has been handed over so far. */
    void drain() {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }

    MprModel shown() {
        return reading.mpr().get().orElseThrow();
    }
}
