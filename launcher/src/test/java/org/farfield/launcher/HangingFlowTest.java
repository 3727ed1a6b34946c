package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.hanging.HangingExtension;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.study.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thorax CT with a lung kernel is hung as it opens; the reader goes through the stages and adds one. */
class HangingFlowTest {
    private static final Path REAL =
            Path.of(System.getProperty("farfield.shared.data", "../shared/data"), "ct-thorax-cmb-crc-100");

    @TempDir
    Path folder;

    @Test
    void aSeriesIsHungAndTheReadersOwnStageIsKept() throws Exception {
        assumeTrue(Files.isDirectory(REAL), () -> "no " + REAL + ": hanging of a real series is not tested");
        Path file = folder.resolve("hanging.txt");
        try (OpenWindow open = new OpenWindow(new HangingExtension(file))) {
            open.open(REAL);
            Fx.await("the series, hung", () -> open.loaded() && words(open).equals("Chest CT, lung kernel  1/3"));
            assertEquals(
                    WindowPreset.LUNG.window(),
                    OpenWindow.mpr(open.window.reading()).state().window());
            open.run("hanging.next");
            Fx.await("the second stage", () -> words(open).endsWith("2/3"));
            assertEquals(
                    Optional.of(Plane.AXIAL), open.window.reading().maximised().get());
            open.picture("hanging");
            open.run("window.preset.bone");
            open.run("hanging.edit");
            Scene editor = Fx.on(HangingFlowTest::editor);
            Hands hands = new Hands((Stage) editor.getWindow());
            hands.click("#hanging-stage-add");
            Fx.await(
                    "four stages",
                    () -> ((ListView<?>) editor.lookup("#hanging-stages"))
                                    .getItems()
                                    .size()
                            == 4);
            OpenWindow.picture("hanging-editor", editor);
            Fx.run(() -> open.window.texts().language().set(Language.CHINESE));
            OpenWindow.picture("hanging-editor-zh", editor);
            Fx.await("the stage in " + file, () -> written(file).contains("stage axial bone 10.0 mip"));
        }
    }

    @Test
    void aFileThatMakesNoSenseIsAmongTheProblems() throws Exception {
        Path file = Files.writeString(folder.resolve("hanging.txt"), "protocol X\nstage nowhere\n");
        try (OpenWindow open = new OpenWindow(new HangingExtension(file))) {
            List<Problem> problems = Fx.on(() -> List.copyOf(open.window.load().problems()));
            assertEquals(1, problems.size());
            assertEquals(file, problems.getFirst().file());
            assertTrue(problems.getFirst().toString().contains("line 2"), problems::toString);
        }
    }

    private static String written(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(OpenWindow open) {
        return ((MenuButton) open.hands.node("#hanging")).getText();
    }

    private static Scene editor() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && scene.lookup("#hanging-stages") != null)
                .findFirst()
                .orElseThrow();
    }
}
