package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.workstation.app.Language;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.app.report.ReportDesk;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader marks slices, saves the view, comes back to both, and gives pictures away. */
@SuppressWarnings("NullAway.Init") // the fields are set before each test, on the FX thread
class KeptViewsFlowTest {
    private static final Path REAL =
            Path.of(System.getProperty("farfield.shared.data", "../shared/data"), "ct-thorax-cmb-crc-100");
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private OpenWindow open;
    private WorkstationWindow window;
    private ReportDesk desk;
    private Stage stage;
    private Hands hands;

    @BeforeEach
    void openTheStudy() throws Exception {
        Path images = REAL;
        if (!Files.isDirectory(REAL)) {
            images = folder.resolve("ct");
            new MadeUpCt().write(images);
        }
        open = new OpenWindow(shown -> {
            desk = new ReportDesk(shown, folder.resolve("store"), Clock.systemUTC());
            return desk::close;
        });
        window = open.window;
        stage = open.stage;
        hands = open.hands;
        open.open(images);
        Fx.await("the series", () -> open.loaded() && window.view().settled());
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    @Test
    void slicesAreMarkedTheViewIsSavedAndPicturesAreGivenAway() throws Exception {
        double first = z();
        open.run("side.views");
        open.run("key.mark");
        open.run("slice.onward");
        open.run("key.mark");
        assertEquals(2, desk.views().keys().marks().get().size());
        open.run("key.previous");
        assertEquals(first, z(), 1e-6);
        Fx.await(
                "the mark in the corner",
                () -> stage.getScene().getRoot().lookupAll(".place .label").stream()
                        .anyMatch(label -> ((Labeled) label).getText().startsWith("\u2605")));
        hands.click("#views-measure-save");
        Fx.await(
                "the saved marks",
                () -> desk.views().keys().marks().get().stream().allMatch(mark -> mark.saved()));

        open.run("tool.distance");
        hands.drag(".viewport.axial", new Point2D(150, 120), new Point2D(230, 180));
        open.run("tool.window");
        open.run("window.preset.bone");
        hands.click("#views-presentation-save");
        Fx.await("the saved view", () -> desk.views().states().states().get().size() == 1);
        open.run("measure.clear");
        open.run("window.preset.lung");
        Fx.run(() -> hands.node("#views-page").lookupAll(".measurement-row .button").stream()
                .map(javafx.scene.control.Button.class::cast)
                .filter(button -> button.getText().equals("VIEW"))
                .findFirst()
                .orElseThrow()
                .fire());
        assertTrue(desk.views().states().applied().get().isPresent());
        open.picture("kept-views");
        Fx.run(() -> window.texts().language().set(Language.CHINESE));
        open.picture("kept-views-zh");
        export();
        everythingLiesInTheStudy();
    }

    private void export() throws Exception {
        Path without = folder.resolve("without.png");
        Path with = folder.resolve("with.png");
        assertEquals(Optional.empty(), export(true, false, without));
        assertEquals(Optional.empty(), export(true, true, with));
        BufferedImage bare = ImageIO.read(without.toFile());
        BufferedImage full = ImageIO.read(with.toFile());
        assertNotEquals(0, differing(bare, full), "the words on the patient are in one of them only");
        assertTrue(desk.views().page().isVisible());
        for (String name : List.of("one.jpg", "one.tif")) {
            assertEquals(Optional.empty(), export(false, false, folder.resolve(name)));
            assertEquals(
                    (int) window.view().viewport(Plane.AXIAL).getWidth(),
                    ImageIO.read(folder.resolve(name).toFile()).getWidth());
        }
        assertTrue(export(false, false, folder.resolve("nowhere/x.png")).isPresent(), "a folder that is not there");
        assertTrue(export(false, false, folder.resolve("one.bmp")).isPresent());
        Path moving = folder.resolve("all.gif");
        double before = z();
        assertEquals(Optional.empty(), export(false, false, moving));
        assertEquals(before, z(), 1e-6, "back where it was");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(moving.toFile()));
        MprModel mpr = window.reading().mpr().get().orElseThrow();
        assertEquals(mpr.steps(Plane.AXIAL).count(), reader.getNumImages(true));
        Files.createDirectories(PICTURES);
        Files.copy(without, PICTURES.resolve("export.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        ImageIO.write(reader.read(3), "png", PICTURES.resolve("export-gif.png").toFile());
    }

    private Optional<IOException> export(boolean whole, boolean named, Path file) throws Exception {
        CompletableFuture<Optional<IOException>> done = new CompletableFuture<>();
        Fx.run(() -> desk.views().export(whole, named, file, done::complete));
        return done.get(120, TimeUnit.SECONDS);
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private void everythingLiesInTheStudy() throws Exception {
        Fx.run(() -> desk.close());
        List<String> modalities;
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            modalities = all.filter(Files::isRegularFile)
                    .map(KeptViewsFlowTest::modality)
                    .sorted()
                    .toList();
        }
        assertEquals(List.of("KO", "PR"), modalities);
    }

    private static String modality(Path file) {
        try {
            return Part10.read(file).dataSet().string(Tag.MODALITY).orElse("");
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private double z() throws Exception {
        return Fx.on(() ->
                window.reading().mpr().get().orElseThrow().state().crosshair().z());
    }
}
