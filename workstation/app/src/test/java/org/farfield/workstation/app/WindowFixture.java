package org.farfield.workstation.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.farfield.workstation.reading.DisplaySetModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.SeriesLabel;
import org.farfield.workstation.reading.ViewportTool;

/**
 * A real window with a real mouse. It shows a block of 100 x 100 x 50 voxels of 2 x 2 x 4 mm whose slice k has the
 * value 10 k HU everywhere, in the window 250, 500: the grey of a pixel says which slice it shows.
 */
final class WindowFixture implements AutoCloseable {
    static final int SLICES = 50;
    static final Window WINDOW = new Window(250, 500);

    final WorkstationWindow window;
    private final RenderLoop loop = new RenderLoop(new CpuEngine(1));
    private final Stage stage;
    private final Robot robot;

    /** Shown on the screen, without anything in it until {@link #fresh}. */
    WindowFixture() {
        this(true);
    }

    private WindowFixture(boolean shown) {
        Fx.start();
        window = Fx.on(() -> {
            Texts texts = new Texts(new SimpleObjectProperty<>(Language.ENGLISH), WorkstationWindow.class, "messages");
            return new WorkstationWindow(loop, texts, new Appearance());
        });
        stage = Fx.on(Stage::new);
        robot = Fx.on(Robot::new);
        if (shown) {
            Fx.run(() -> {
                stage.setX(0);
                stage.setY(0);
                window.showOn(stage, 1200, 800);
                stage.requestFocus();
            });
        }
    }

    /** The window's content with the block in it, for a stage of the test's own. */
    static WindowFixture withoutStage() {
        WindowFixture fixture = new WindowFixture(false);
        Fx.run(() -> fixture.window.show(new DisplaySetModel(block(), SeriesLabel.NONE, WINDOW, false)));
        return fixture;
    }

    /** As when it opened: English, two by two, window tool, the block in its middle. */
    void fresh() {
        Fx.run(() -> {
            window.texts().language().set(Language.ENGLISH);
            window.clearSidePane();
            window.reading().tool().set(ViewportTool.WINDOW);
            window.reading().maximised().set(Optional.empty());
            window.reading().crosshairShown().set(true);
            window.show(new DisplaySetModel(block(), SeriesLabel.NONE, WINDOW, false));
            window.view().requestFocus();
        });
        settle();
    }

    MprModel mpr() {
        return window.reading().mpr().get().orElseThrow();
    }

    private static Volume block() {
        VolumeGeometry geometry = new VolumeGeometry(
                100,
                100,
                SLICES,
                new PatientPoint(-100, -100, 0),
                new PatientVector(2, 0, 0),
                new PatientVector(0, 2, 0),
                new PatientVector(0, 0, 4),
                new FrameOfReference("2.25.2"));
        Volume volume =
                new Volume(geometry, VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "HU", List.of());
        for (int k = 0; k < SLICES; k++) {
            short[] voxels = new short[100 * 100];
            java.util.Arrays.fill(voxels, (short) (10 * k));
            volume.put(k, voxels);
        }
        return volume;
    }

    ViewportPane viewport(Plane plane) {
        return window.view().viewport(plane);
    }

    /** Waits until every viewport shows its newest picture. */
    void settle() {
        Fx.await("the pictures", () -> window.view().settled() && stage.isShowing());
    }

    /** Puts the pointer on a place of a node, given as fractions of its size. */
    void moveTo(Node node, double across, double along) {
        Fx.run(() -> {
            window.content().layout();
            robot.mouseMove(onScreen(node, across, along));
        });
    }

    private static Point2D onScreen(Node node, double across, double along) {
        return node.localToScreen(
                node.getLayoutBounds().getWidth() * across,
                node.getLayoutBounds().getHeight() * along);
    }

    void wheel(int notches) {
        Fx.run(() -> robot.mouseWheel(notches));
    }

    void press(MouseButton button) {
        Fx.run(() -> robot.mousePress(button));
    }

    void release(MouseButton button) {
        Fx.run(() -> robot.mouseRelease(button));
    }

    /** From where the pointer is, by pixels, in small steps. */
    void drag(MouseButton button, double dx, double dy) {
        press(button);
        Point2D from = Fx.on(robot::getMousePosition);
        for (int step = 1; step <= 4; step++) {
            double part = step / 4.0;
            Fx.run(() -> robot.mouseMove(from.getX() + dx * part, from.getY() + dy * part));
        }
        release(button);
    }

    void click(MouseButton button) {
        press(button);
        release(button);
    }

    void hold(KeyCode key) {
        Fx.run(() -> robot.keyPress(key));
    }

    void letGo(KeyCode key) {
        Fx.run(() -> robot.keyRelease(key));
    }

    void type(KeyCode key) {
        hold(key);
        letGo(key);
    }

    /** Waits until the screen shows this grey (0 to 255) at a place of a viewport, within one level. */
    void awaitGrey(Plane plane, double across, double along, int grey) {
        int[] last = new int[1];
        Fx.await("grey " + grey + " on the screen", () -> {
            last[0] = grey(plane, across, along);
            return Math.abs(last[0] - grey) <= 1;
        });
    }

    /** The grey on the screen now; on the FX thread. */
    int grey(Plane plane, double across, double along) {
        return (int) Math.round(colour(viewport(plane), across, along).getGreen() * 255);
    }

    /** The colour on the screen now; on the FX thread. */
    Color colour(Node node, double across, double along) {
        return robot.getPixelColor(onScreen(node, across, along));
    }

    /** Writes what the window shows into the build, for a person to look at. */
    void writePicture(String name) {
        Fx.run(() -> {
            try {
                Path folder = Files.createDirectories(Path.of("target", "pictures"));
                ImageIO.write(
                        SwingFXUtils.fromFXImage(window.content().snapshot(null, null), null),
                        "png",
                        folder.resolve(name + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        Fx.run(() -> {
            window.close();
            stage.hide();
        });
        loop.close();
    }
}
