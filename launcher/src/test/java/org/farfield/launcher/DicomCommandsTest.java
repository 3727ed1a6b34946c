package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomCommandsTest {
    @TempDir
    Path folder;

    private Path slice = Path.of("");

    @BeforeEach
    void write() throws Exception {
        new MadeUpCt().write(folder);
        slice = folder.resolve("s3.dcm");
    }

    @Test
    void aDumpHasALineForEachElementAndJsonIsOneLine() {
        CommandRun text = CommandRun.of("dicom", "dump", slice.toString());
        assertEquals(0, text.code(), text.err());
        assertTrue(text.out().contains("(0008,0060) CS [CT]"), text.out());
        CommandRun json = CommandRun.of("dicom", "dump", slice.toString(), "--json");
        assertEquals(1, json.out().lines().count());
        assertTrue(json.out().contains("\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}"));
    }

    @Test
    void jsonGoesThereAndBack() throws Exception {
        CommandRun there = CommandRun.of("dicom", "json", slice.toString(), "--inline", "100000");
        Path json = Files.writeString(folder.resolve("s3.json"), there.out());
        Path back = folder.resolve("back.dcm");
        assertEquals(
                0,
                CommandRun.of("dicom", "json", "--read", json.toString(), "--out", back.toString())
                        .code());
        assertEquals(
                there.out(),
                CommandRun.of("dicom", "json", back.toString(), "--inline", "100000")
                        .out());
    }

    @Test
    void validatingNamesFileElementAndDefect() throws Exception {
        Path damaged = folder.resolve("damaged.dcm");
        byte[] bytes = Files.readAllBytes(slice);
        Files.write(damaged, Arrays.copyOf(bytes, bytes.length - 100));
        CommandRun run = CommandRun.of("dicom", "validate", damaged.toString());
        assertEquals(1, run.code());
        assertTrue(run.out().contains(damaged + ": (7FE0,0010) PixelData: PIXELS: frame 1 ends"), run.out());
    }

    @Test
    void aPictureHasTheFramesSize() throws Exception {
        Path png = folder.resolve("picture.png");
        CommandRun run = CommandRun.of("dicom", "picture", slice.toString(), "--out", png.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(40, ImageIO.read(png.toFile()).getWidth());
        CommandRun none = CommandRun.of("dicom", "picture", slice.toString(), "--frame", "2", "--out", png.toString());
        assertEquals(1, none.code());
        assertTrue(none.err().contains(slice + ": has no frame 2 of 1"), none.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"implicit", "deflated", "rle", "jpeg-lossless", "jpeg-ls", "jpeg2000", "deflated-frames"})
    void aTranscodedFileDrawsTheSamePicture(String syntax) throws Exception {
        Path other = folder.resolve("other.dcm");
        Path before = folder.resolve("before.png");
        Path after = folder.resolve("after.png");
        CommandRun run = CommandRun.of("dicom", "transcode", slice.toString(), other.toString(), "--to", syntax);
        assertEquals(0, run.code(), run.err());
        CommandRun.of("dicom", "picture", slice.toString(), "--out", before.toString());
        CommandRun.of("dicom", "picture", other.toString(), "--out", after.toString());
        assertEquals(-1, Files.mismatch(before, after));
    }

    @Test
    void whatIsNotWrittenIsRefusedByName() {
        String to = folder.resolve("other.dcm").toString();
        CommandRun lossy = CommandRun.of("dicom", "transcode", slice.toString(), to, "--to", "1.2.840.10008.1.2.4.91");
        assertEquals(1, lossy.code());
        assertTrue(lossy.err().contains("JPEG 2000 is read, not written"), lossy.err());
        assertEquals(
                2,
                CommandRun.of("dicom", "transcode", slice.toString(), to, "--to", "jpeg")
                        .code());
    }
}
