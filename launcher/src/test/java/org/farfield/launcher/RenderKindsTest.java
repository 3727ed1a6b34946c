package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Curved, fused and calibrated pictures from the command line. */
class RenderKindsTest {
    @TempDir
    Path folder;

    private CommandRun run(String... more) throws Exception {
        new MadeUpCt().write(folder.resolve("ct"));
        List<String> args =
                new ArrayList<>(List.of("render", folder.resolve("ct").toString()));
        args.addAll(List.of(more));
        args.addAll(List.of("--out", folder.resolve("out.png").toString()));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private BufferedImage picture() throws Exception {
        return ImageIO.read(folder.resolve("out.png").toFile());
    }

    @Test
    void pathThroughTheMiddleOfTheBlockShowsItInTheMiddleColumn() throws Exception {
        CommandRun run = run("--curve", "8,-18,8 8,-8,8 8,18,8", "--size", "40x36", "--mm-per-pixel", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"pathMm\":36"), run.out());
        BufferedImage picture = picture();
        // The block is 8 mm long, 6 to 14 mm from the path's start.
        assertEquals(255, picture.getRaster().getSample(20, 10, 0));
        assertEquals(0, picture.getRaster().getSample(20, 3, 0));
        assertEquals(0, picture.getRaster().getSample(20, 18, 0));
        assertEquals(0, picture.getRaster().getSample(30, 10, 0));
    }

    @Test
    void crossSectionOfThePathIsSeenWhereItWasAskedFor() throws Exception {
        String path = "8,-18,8 8,-8,8 8,18,8";
        assertEquals(
                0,
                run("--curve", path, "--curved", "section:10", "--mm-per-pixel", "1", "--size", "31x31")
                        .code());
        assertEquals(255, picture().getRaster().getSample(15, 15, 0));
        assertEquals(
                0,
                run("--curve", path, "--curved", "section:30", "--mm-per-pixel", "1", "--size", "31x31")
                        .code());
        assertEquals(0, picture().getRaster().getSample(15, 15, 0));
    }

    @Test
    void seriesWithoutAFrameOfReferenceIsNotFused() throws Exception {
        CommandRun run =
                run("--plane", "axial", "--fuse", folder.resolve("ct").toString(), "--fuse-range", "-1000,1000");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("frame of reference"), run.err());
    }

    @Test
    void calibratedDisplayChangesTheGreysBetweenBlackAndWhite() throws Exception {
        assertEquals(
                0,
                run("--plane", "axial", "--window", "-1000,100", "--gsdf", "0.5,400")
                        .code());
        int calibrated = picture().getRaster().getSample(256, 256, 0);
        assertTrue(calibrated > 60 && calibrated < 128, "P-Value 128 is driven lower: " + calibrated);
        assertEquals(2, run("--plane", "axial", "--gsdf", "400,0.5").code());
    }

    @Test
    void realCtIsFusedWithItselfInColour() throws Exception {
        Path thorax =
                Path.of(System.getProperty("farfield.shared.data", "none")).resolve("ct-thorax-cmb-crc-100");
        assumeTrue(Files.isDirectory(thorax), "no test data at " + thorax);
        Path out = folder.resolve("fused.png");
        CommandRun run = CommandRun.of(
                "render",
                thorax.toString(),
                "--plane",
                "coronal",
                "--fuse",
                thorax.toString(),
                "--fuse-range",
                "150,600",
                "--size",
                "256x256",
                "--out",
                out.toString());
        assertEquals(0, run.code(), run.err());
        BufferedImage picture = ImageIO.read(out.toFile());
        boolean coloured = false;
        for (int i = 0; i < 256 * 256; i++) {
            int rgb = picture.getRGB(i % 256, i / 256);
            coloured |= ((rgb >> 16) & 0xff) > (rgb & 0xff) + 40;
        }
        assertTrue(coloured);
        CommandRun suv = CommandRun.of(
                "render",
                thorax.toString(),
                "--plane",
                "axial",
                "--fuse",
                thorax.toString(),
                "--fuse-range",
                "0,7",
                "--suv",
                "bw",
                "--out",
                out.toString());
        assertEquals(1, suv.code());
        assertTrue(suv.err().contains("no SUV") && suv.err().contains("BQML"), suv.err());
    }
}
