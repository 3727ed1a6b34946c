package org.farfield.workstation.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Assumptions;

/** The toolkit in tests: started once in the process, skipped with a word where there is no display. */
final class Fx {
    private static final long PATIENCE_SECONDS = 30;

    private Fx() {}

    /** Starts the toolkit, or skips the test. */
    static void start() {
        boolean linux = System.getProperty("os.name").contains("Linux");
        Assumptions.assumeTrue(
                !linux || System.getenv("DISPLAY") != null,
                "no display: run the tests inside xvfb-run to test the window");
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(true));
        } catch (IllegalStateException alreadyStarted) {
            Platform.runLater(() -> started.complete(true));
        }
        get(started, "the toolkit to start");
        Platform.setImplicitExit(false);
    }

    /** Runs on the FX thread and waits for the answer. */
    static <T> T on(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        return get(answer, "the FX thread");
    }

    /** Runs on the FX thread and waits until it is done. */
    static void run(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
    }

    /** Waits, pulse by pulse, until a condition holds on the FX thread. */
    static void await(String what, BooleanSupplier condition) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (met.isDone() || condition.getAsBoolean()) {
                    stop();
                    met.complete(true);
                }
            }
        }.start());
        get(met, what);
    }

    private static <T> T get(CompletableFuture<T> future, String what) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            future.cancel(false);
            throw new AssertionError("waited in vain for " + what, e);
        } catch (ExecutionException e) {
            throw new AssertionError("failed: " + what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }
}
