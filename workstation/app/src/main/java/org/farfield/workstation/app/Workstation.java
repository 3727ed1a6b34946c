package org.farfield.workstation.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.farfield.workstation.study.vault.Vault;

/**
 * The workstation as a program: one window, opened and closed once in a process.
 *
 * <p>With a person in front it needs a display; to write a picture it needs none and runs on JavaFX's headless
 * platform.
 */
public final class Workstation {
    private Workstation() {}

    /**
     * Opens the window and returns when it has been closed, or when the picture that was asked for is written.
     *
     * @param err for what went wrong, a line each
     * @return 0 when all went well, 1 when the picture could not be made, 2 when there is no display for the window
     */
    public static int run(WorkstationOptions options, PrintStream err) throws InterruptedException {
        if (options.snapshot().isPresent()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        } else {
            Optional<String> missing = missingDisplay(System.getProperty("os.name", ""), System.getenv());
            if (missing.isPresent()) {
                err.println(missing.get());
                return 2;
            }
        }
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        CompletableFuture<DrawingEngine> engine =
                CompletableFuture.supplyAsync(() -> new DrawingEngine(options.display()));
        try {
            Platform.startup(() -> start(options, engine, exitCode, err));
        } catch (RuntimeException e) {
            err.println("farfield: the window system gives no window: " + e.getMessage());
            return 2;
        }
        return exitCode.join();
    }

    private static void start(
            WorkstationOptions options,
            CompletableFuture<DrawingEngine> engine,
            CompletableFuture<Integer> exitCode,
            PrintStream err) {
        Platform.setImplicitExit(false);
        Runnable begin = () -> begin(options, engine, exitCode, err);
        Vault vault = Vault.at(options.store());
        if (!vault.locked()) {
            begin.run();
        } else if (options.snapshot().isPresent()) {
            err.println("farfield: " + options.store() + ": the store is locked and not in the picture");
            begin.run();
        } else {
            new UnlockWindow(vault, Language.of(options.locale()), begin).show();
        }
    }

    private static void begin(
            WorkstationOptions options,
            CompletableFuture<DrawingEngine> engine,
            CompletableFuture<Integer> exitCode,
            PrintStream err) {
        try {
            new WorkstationSession(options, engine.join(), exitCode, err).begin();
        } catch (RuntimeException e) {
            err.println("farfield: the workstation cannot start: " + e);
            exitCode.complete(1);
            Platform.exit();
        }
    }

    /** The line for a person where no window can be shown; empty where one can. */
    static Optional<String> missingDisplay(String system, Map<String, String> environment) {
        boolean needsX = !system.toLowerCase(Locale.ROOT).contains("windows")
                && !system.toLowerCase(Locale.ROOT).contains("mac");
        String display = environment.getOrDefault("DISPLAY", "");
        if (!needsX || !display.isBlank()) {
            return Optional.empty();
        }
        String wayland = environment.getOrDefault("WAYLAND_DISPLAY", "");
        return Optional.of(
                wayland.isBlank()
                        ? "farfield: there is no display (DISPLAY is not set); use --snapshot FILE.png to get a picture"
                        : "farfield: this Wayland session offers no X display (DISPLAY is not set); start Xwayland, or use"
                                + " --snapshot FILE.png to get a picture");
    }
}
