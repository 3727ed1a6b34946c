package org.farfield.workstation.app.live;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The toolkit, for tests that need a real window. */
public final class Fx {

    private Fx() {}

    /** Starts the toolkit once; without a display the test is skipped with a line that says so. */
    public static void start() throws InterruptedException {
        String display = System.getenv("DISPLAY");
        Assumptions.assumeTrue(
                display != null && !display.isBlank(), "skipped: there is no display (DISPLAY is not set)");
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException e) {
            started.countDown(); // started by a test before
        }
        Assertions.assertTrue(started.await(30, TimeUnit.SECONDS), "the toolkit did not start");
        Platform.setImplicitExit(false);
    }

    /** Runs on the FX thread and answers what came out. */
    public static <T> T run(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Platform.runLater(task);
        return task.get(30, TimeUnit.SECONDS);
    }

    /** Waits until a condition holds, looked at on the FX thread once a pulse. */
    public static void await(String what, BooleanSupplier condition) throws Exception {
        CountDownLatch holds = new CountDownLatch(1);
        AnimationTimer each = run(() -> {
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
        boolean held = holds.await(60, TimeUnit.SECONDS);
        run(() -> {
            each.stop();
            return true;
        });
        Assertions.assertTrue(held, "never: " + what);
    }

    /** Lets {@code count} pulses pass, so that layout and styles are done. */
    public static void pulses(int count) throws Exception {
        int[] seen = new int[1];
        await(count + " pulses", () -> ++seen[0] >= count);
    }
}
