package org.farfield.workstation.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Writes a picture of a window once it shows what was asked for. The headless screen is 1000x1000 and cannot grow; so
 * the content lies at its full size in a scene that is smaller, and the picture is taken of the content, not of the
 * scene.
 */
final class WindowPicture {
    private static final int SCREEN = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int STEADY_PULSES = 5;

    /** What came of it. */
    sealed interface Outcome {
        record Written(Path file) implements Outcome {}

        record Failed(String message) implements Outcome {}
    }

    private final WorkstationWindow window;
    private final SnapshotRequest request;
    private final Consumer<Outcome> onOutcome;
    private final long opened = System.nanoTime();
    private int steady;

    WindowPicture(WorkstationWindow window, SnapshotRequest request, Consumer<Outcome> onOutcome) {
        this.window = window;
        this.request = request;
        this.onOutcome = onOutcome;
    }

    void showOn(Stage stage) {
        Parent content = window.content();
        Pane holder = new Pane(content);
        content.setManaged(false);
        content.resizeRelocate(0, 0, request.width(), request.height());
        Scene scene = new Scene(holder, Math.min(SCREEN, request.width()), Math.min(SCREEN, request.height()));
        window.prepare(scene);
        stage.setScene(scene);
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (due()) {
                    stop();
                    onOutcome.accept(write());
                }
            }
        }.start();
    }

    private boolean due() {
        Duration since = Duration.ofNanos(System.nanoTime() - opened);
        if (request.after().isPresent()) {
            return since.compareTo(request.after().get()) >= 0;
        }
        boolean still = !window.load().busy().get() && window.view().settled();
        steady = still ? steady + 1 : 0;
        return steady >= STEADY_PULSES || since.compareTo(PATIENCE) >= 0;
    }

    private Outcome write() {
        WritableImage picture = new WritableImage(request.width(), request.height());
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.BLACK);
        window.content().snapshot(parameters, picture);
        BufferedImage opaque = new BufferedImage(request.width(), request.height(), BufferedImage.TYPE_INT_RGB);
        SwingFXUtils.fromFXImage(picture, opaque);
        Path file = request.file().toAbsolutePath();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            if (!ImageIO.write(opaque, "png", png)) {
                return new Outcome.Failed("this Java has no PNG writer");
            }
            Files.write(file, png.toByteArray());
            return new Outcome.Written(file);
        } catch (IOException e) {
            return new Outcome.Failed("cannot write " + file + ": " + e);
        }
    }
}
