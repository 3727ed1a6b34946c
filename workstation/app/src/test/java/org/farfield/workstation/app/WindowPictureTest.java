package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.farfield.workstation.app.WindowPicture.Outcome;
import org.farfield.workstation.reading.Plane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPictureTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void thePictureIsLargerThanItsSceneAndShowsTheSlice() throws IOException {
        Path file = folder.resolve("window.png");
        try (WindowFixture fixture = WindowFixture.withoutStage()) {
            take(fixture, file);
            BufferedImage picture = ImageIO.read(file.toFile());
            assertEquals(1600, picture.getWidth());
            assertEquals(1000, picture.getHeight());
            ViewportPane axial = fixture.viewport(Plane.AXIAL);
            Point2D at = Fx.on(() -> {
                Point2D local = new Point2D(axial.getWidth() * 0.6, axial.getHeight() * 0.3);
                return fixture.window.content().sceneToLocal(axial.localToScene(local));
            });
            int grey = picture.getRGB((int) at.getX(), (int) at.getY()) & 0xff;
            assertEquals((double) Math.round(255 * WindowFixture.WINDOW.apply(250)), grey, 1.0);
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        try (WindowFixture fixture = WindowFixture.withoutStage()) {
            Path file = folder.resolve("absent/window.png");
            Outcome outcome = take(fixture, file);
            assertTrue(
                    outcome instanceof Outcome.Failed failed && failed.message().contains(file.toString()),
                    String.valueOf(outcome));
        }
    }

    private static Outcome take(WindowFixture fixture, Path file) {
        AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
        Stage stage = Fx.on(Stage::new);
        Fx.run(() -> new WindowPicture(
                        fixture.window, new SnapshotRequest(file, Optional.empty(), 1600, 1000), outcome::set)
                .showOn(stage));
        Fx.await("the picture", () -> outcome.get() != null);
        Fx.run(stage::hide);
        Outcome answer = outcome.get();
        if (answer == null) {
            throw new AssertionError("no outcome");
        }
        return answer;
    }
}
