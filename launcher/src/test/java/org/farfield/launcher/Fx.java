package org.farfield.launcher;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The toolkit in tests: started once in the process, skipped with a word where there is no display. */
final class Fx {

    private static final long PATIENCE_SECONDS = 120;

    private Fx() {}

    static void start() throws InterruptedException {
        boolean needsX = System.getProperty("os.name").contains("Linux");
        Assumptions.assumeTrue(
                !needsX || System.getenv("DISPLAY") != null,
                "skipped: there is no display (DISPLAY is not set); run the tests inside xvfb-run");
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            started.countDown();
        }
        Assertions.assertTrue(started.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the toolkit did not start");
        Platform.setImplicitExit(false);
    }

    /** Runs on the FX thread and answers what came out. */
    static <T> T on(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static void run(Runnable work) throws Exception {
        on(() -> {
            work.run();
            return true;
        });
    }

    /** Waits, pulse by pulse, until a condition holds on the FX thread. */
    static void await(String what, BooleanSupplier condition) throws Exception {
        CountDownLatch holds = new CountDownLatch(1);
        AnimationTimer each = on(() -> {
            AnimationTimer timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        holds.countDown();
                    }
                }
            };
            timer.start();
            return timer;
        });
        boolean held = holds.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        run(each::stop);
        Assertions.assertTrue(held, "waited in vain for " + what);
    }
}
