package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
    @TempDir
    Path folder;

    private final MadeUpCt ct = new MadeUpCt();

    @BeforeEach
    void writeSeries() throws Exception {
        ct.write(folder.resolve("ct"));
    }

    @Test
    void axialShowsThePatientsLeftAtTheRightAndTheFrontAtTheTop() throws Exception {
        BufferedImage image = render("--plane", "axial", "--at", "0,0,8");
        assertBlock(image, 8, -8);
    }

    @Test
    void coronalShowsThePatientsLeftAtTheRightAndTheHeadAtTheTop() throws Exception {
        BufferedImage image = render("--plane", "coronal", "--at", "0,-8,0");
        assertBlock(image, 8, -8);
    }

    @Test
    void sagittalShowsTheFrontAtTheLeftAndTheHeadAtTheTop() throws Exception {
        BufferedImage image = render("--plane", "sagittal", "--at", "8,0,0");
        assertBlock(image, -8, -8);
    }

    @Test
    void obliqueByNothingIsAxial() throws Exception {
        BufferedImage image = render("--plane", "oblique:0,0", "--at", "0,0,8");
        assertBlock(image, 8, -8);
    }

    @Test
    void everyInterpolationShowsTheBlockInItsPlace() throws Exception {
        for (String interpolation : List.of("nearest", "linear", "cubic")) {
            assertBlock(render("--plane", "coronal", "--at", "0,-8,0", "--interpolation", interpolation), 8, -8);
        }
    }

    @Test
    void theCentreIsTheDefaultAndAThickSlabReachesTheBlock() throws Exception {
        BufferedImage thin = render("--plane", "axial");
        assertEquals(0, grey(thin, 8, -8));
        BufferedImage thick = render("--plane", "axial", "--slab", "20", "--projection", "mip");
        assertEquals(255, grey(thick, 8, -8));
    }

    @Test
    void outsideTheVolumeIsBlackEvenUnderAWindowThatMakesAirWhite() throws Exception {
        BufferedImage image = render("--plane", "axial", "--window", "-3000,10");
        assertEquals(255, grey(image, 0, 0));
        assertEquals(0, grey(image, 25, 0));
        assertEquals(0, grey(image, 0, -25));
    }

    @Test
    void withoutAScaleTheVolumeFitsThePicture() throws Exception {
        Path file = folder.resolve("fit.png");
        CommandRun run = CommandRun.of(
                "render",
                folder.toString(),
                "--plane",
                "axial",
                "--window",
                "-3000,10",
                "--size",
                "80x100",
                "--out",
                file.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"mmPerPixel\":0.5,"), run.out());
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(80, image.getWidth());
        assertEquals(100, image.getHeight());
        assertEquals(255, image.getRaster().getSample(1, 50, 0));
        assertEquals(0, image.getRaster().getSample(40, 5, 0));
    }

    @Test
    void theLineNamesTheEngineAndTheTime() {
        CommandRun run =
                CommandRun.of("render", folder.toString(), "--plane", "axial", "--series", ct.series, "--out", out());
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.out().lines().count());
        assertTrue(run.out().contains("\"engine\":\"CPU ("), run.out());
        assertTrue(run.out().matches("(?s).*\"ms\":[0-9.]+,.*"), run.out());
        assertTrue(run.out().contains("\"seriesUid\":\"" + ct.series + "\""), run.out());
    }

    @Test
    void aMissingSeriesFailsAndWritesNothing() {
        CommandRun run =
                CommandRun.of("render", folder.toString(), "--plane", "axial", "--series", "1.2.3", "--out", out());
        assertEquals(1, run.code());
        assertEquals("farfield render: there is no series 1.2.3 under the path\n", run.err());
        assertFalse(Files.exists(Path.of(out())));
    }

    @Test
    void aFolderThatIsNotThereForTheResultFails() {
        String nowhere = folder.resolve("no/where.png").toString();
        CommandRun run = CommandRun.of("render", folder.toString(), "--plane", "axial", "--out", nowhere);
        assertEquals(1, run.code());
        assertTrue(run.err().startsWith("farfield render: cannot write " + nowhere), run.err());
    }

    @Test
    void eachWrongArgumentIsOneLineAndTwo() {
        String[][] wrong = {
            {"--plane", "axial"},
            {"--out", "x.png"},
            {"--plane", "diagonal", "--out", "x.png"},
            {"--plane", "oblique:10", "--out", "x.png"},
            {"--plane", "axial", "--out", "x.jpg"},
            {"--plane", "axial", "--out", "x.png", "--size", "512"},
            {"--plane", "axial", "--out", "x.png", "--size", "0x10"},
            {"--plane", "axial", "--out", "x.png", "--window", "40,0"},
            {"--plane", "axial", "--out", "x.png", "--slab", "5"},
            {"--plane", "axial", "--out", "x.png", "--slab", "5", "--projection", "sum"},
            {"--plane", "axial", "--out", "x.png", "--mm-per-pixel", "-1"},
            {"--plane", "axial", "--out", "x.png", "--engine", "tpu"},
            {"--plane", "axial", "--out", "x.png", "--at", "1,2"},
            {"--plane", "axial", "--out", "x.png", "--interpolation", "sinc"},
        };
        for (String[] args : wrong) {
            List<String> all = new ArrayList<>(List.of("render", folder.toString()));
            all.addAll(List.of(args));
            CommandRun run = CommandRun.of(all.toArray(String[]::new));
            assertEquals(2, run.code(), String.join(" ", args));
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }

    /** 61 x 61 pixels of one millimetre, so that pixel (30, 30) is the point given by --at. */
    private BufferedImage render(String... args) throws Exception {
        List<String> all =
                new ArrayList<>(List.of("render", folder.toString(), "--size", "61x61", "--mm-per-pixel", "1"));
        all.addAll(List.of(args));
        if (!all.contains("--window")) {
            all.addAll(List.of("--window", "0,100"));
        }
        all.addAll(List.of("--out", out()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return ImageIO.read(Path.of(out()).toFile());
    }

    private String out() {
        return folder.resolve("out.png").toString();
    }

    /** The block is seen round this place and at none of the mirrored ones. */
    private static void assertBlock(BufferedImage image, int right, int down) {
        assertEquals(255, grey(image, right, down));
        assertEquals(0, grey(image, -right, down));
        assertEquals(0, grey(image, right, -down));
        assertEquals(0, grey(image, -right, -down));
    }

    private static int grey(BufferedImage image, int right, int down) {
        return image.getRaster().getSample(30 + right, 30 + down, 0);
    }
}
