package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.farfield.dicom.Part10;
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
    void aDumpHasWhatIsWantedOnly() {
        CommandRun run = CommandRun.of("dicom", "dump", slice.toString(), "--only", "Rows,00080060");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("(0028,0010) US"), run.out());
        assertTrue(run.out().contains("(0008,0060) CS [CT]"), run.out());
        assertFalse(run.out().contains("(0028,0011)"), run.out());
        assertEquals(
                2,
                CommandRun.of("dicom", "dump", slice.toString(), "--only", "Nonsense")
                        .code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void aModelGoesThereAndBack(String form) throws Exception {
        CommandRun there = CommandRun.of("dicom", form, slice.toString(), "--inline", "100000");
        Path model = Files.writeString(folder.resolve("s3.model"), there.out());
        Path back = folder.resolve("back.dcm");
        assertEquals(
                0,
                CommandRun.of("dicom", form, "--read", model.toString(), "--out", back.toString())
                        .code());
        assertEquals(
                there.out(),
                CommandRun.of("dicom", form, back.toString(), "--inline", "100000")
                        .out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void longValuesTravelBesideTheModel(String form) throws Exception {
        Path bulk = folder.resolve("bulk");
        CommandRun there = CommandRun.of("dicom", form, slice.toString(), "--bulk", bulk.toString());
        assertEquals("", there.err());
        Path model = Files.writeString(folder.resolve("s3.model"), there.out());
        Path back = folder.resolve("back.dcm");
        String[] read = {"dicom", form, "--read", model.toString(), "--out", back.toString(), "--bulk", bulk.toString()
        };
        assertEquals(0, CommandRun.of(read).code());
        assertEquals(Part10.read(slice).dataSet(), Part10.read(back).dataSet());
        try (var files = Files.list(bulk)) {
            Files.delete(files.findFirst().orElseThrow());
        }
        CommandRun lost = CommandRun.of(read);
        assertEquals(1, lost.code());
        assertTrue(lost.err().contains("(7FE0,0010) PixelData"), lost.err());
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
