package org.farfield.workstation.app;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.vault.Vault;

/** One run of the workstation, from its window's opening to the end of the toolkit. FX thread. */
final class WorkstationSession {
    private final WorkstationOptions options;
    private final CompletableFuture<Integer> exitCode;
    private final PrintStream err;
    private final WorkstationWindow window;
    private final DrawingEngine engine;
    private final WindowExtension.Attached extension;
    private boolean ended;

    WorkstationSession(
            WorkstationOptions options, DrawingEngine engine, CompletableFuture<Integer> exitCode, PrintStream err) {
        this.engine = engine;
        this.options = options;
        this.exitCode = exitCode;
        this.err = err;
        Texts texts = new Texts(
                new SimpleObjectProperty<>(Language.of(options.locale())), WorkstationWindow.class, "messages");
        window = new WorkstationWindow(engine.loop(), texts, new Appearance());
        engine.onChange(
                later -> Platform.runLater(() -> window.status().engine().set(later)));
        window.status().engine().set(engine.status());
        extension = options.extension().attach(window);
    }

    void begin() {
        Stage stage = new Stage();
        stage.setOnHidden(event -> end(0));
        if (options.snapshot().isPresent()) {
            new WindowPicture(window, options.snapshot().get(), this::pictureTaken).showOn(stage);
        } else {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            window.showOn(stage, Math.min(1600, screen.getWidth()), Math.min(1000, screen.getHeight() - 40));
        }
        if (Vault.at(options.store()).locked()) {
            window.load()
                    .report(List.of(new Problem(
                            options.store(), Problem.Kind.UNREADABLE, "the store is enciphered and was not opened")));
        } else {
            window.opening().listStore(options.store());
        }
        if (!options.paths().isEmpty()) {
            window.opening().open(options.paths());
        }
    }

    private void pictureTaken(WindowPicture.Outcome outcome) {
        if (outcome instanceof WindowPicture.Outcome.Failed failed) {
            err.println("farfield: " + failed.message());
        }
        List<Problem> problems = window.load().problems();
        if (!problems.isEmpty()) {
            err.println("farfield: " + problems.size() + " problems, the first: " + problems.getFirst());
        }
        end(outcome instanceof WindowPicture.Outcome.Written ? 0 : 1);
    }

    /** Hides every window, newest first (the toolkit may die of a popup that outlives it), then ends. */
    private void end(int code) {
        if (ended) {
            return;
        }
        ended = true;
        extension.close();
        window.close();
        List<Window> open = new ArrayList<>(Window.getWindows());
        for (Window each : open.reversed()) {
            each.hide();
        }
        engine.loop().close();
        Platform.runLater(() -> {
            Platform.exit();
            exitCode.complete(code);
        });
    }
}
