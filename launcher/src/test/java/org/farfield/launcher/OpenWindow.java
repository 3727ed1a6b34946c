package org.farfield.launcher;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.workstation.app.Appearance;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ReadingModel;

/** A workstation's window on the screen with an extension and a person's hands on it. */
final class OpenWindow implements AutoCloseable {
    final WorkstationWindow window;
    final Stage stage;
    final Hands hands;
    private final RenderLoop loop = new RenderLoop(new CpuEngine(2));
    private final WindowExtension.Attached attached;

    OpenWindow(WindowExtension extension) throws Exception {
        Fx.start();
        window = Fx.on(() -> new WorkstationWindow(
                loop,
                new Texts(new SimpleObjectProperty<>(Language.ENGLISH), WorkstationWindow.class, "messages"),
                new Appearance()));
        attached = Fx.on(() -> extension.attach(window));
        stage = Fx.on(() -> {
            Stage made = new Stage();
            made.setX(0);
            made.setY(0);
            window.showOn(made, 1600, 1000);
            return made;
        });
        hands = new Hands(stage);
    }

    /** Opens a folder beside what is open. */
    void open(Path folder) throws Exception {
        Fx.run(() -> window.opening().open(List.of(folder)));
    }

    /** Whether a series is shown with all its slices. */
    boolean loaded() {
        return window.reading().mpr().get().isPresent()
                && !window.load().busy().get()
                && mpr(window.reading()).displaySet().volume().complete();
    }

    static MprModel mpr(ReadingModel reading) {
        return reading.mpr().get().orElseThrow();
    }

    void run(String command) throws Exception {
        Fx.run(() -> window.commands().run(window.commands().get(command)));
    }

    /** Writes what the window shows into the build, for a person to look at. */
    void picture(String name) throws Exception {
        Fx.await("the pictures", () -> window.view().settled());
        picture(name, stage.getScene());
    }

    static void picture(String name, Scene scene) throws Exception {
        BufferedImage opaque = Fx.on(() -> {
            WritableImage image = scene.snapshot(null);
            BufferedImage made =
                    new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
            SwingFXUtils.fromFXImage(image, made);
            return made;
        });
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        ImageIO.write(opaque, "png", folder.resolve(name + ".png").toFile());
    }

    @Override
    public void close() {
        try {
            Fx.run(() -> {
                attached.close();
                stage.hide();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the window did not close", e);
        } finally {
            loop.close();
        }
    }
}
