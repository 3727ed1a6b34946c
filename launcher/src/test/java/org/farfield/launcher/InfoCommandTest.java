package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {
    @TempDir
    Path folder;

    @Test
    void aSeriesIsOneJsonLine() throws Exception {
        MadeUpCt ct = new MadeUpCt();
        ct.write(folder);
        Files.writeString(folder.resolve("notes.txt"), "no DICOM");
        CommandRun run = CommandRun.of("info", folder.toString(), "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.out().lines().count());
        assertTrue(run.out().contains("\"seriesUid\":\"" + ct.series + "\""));
        assertTrue(run.out().contains("\"modality\":\"CT\""));
        assertTrue(run.out().contains("\"description\":\"block\""));
        assertTrue(run.out().contains("\"patientName\":\"Wang^XiaoDong=\u738b^\u5c0f\u6771\""));
        assertTrue(run.out().contains("\"instanceCount\":20,\"matrix\":[40,40,20],\"spacingMm\":[1,1,2]"));
        assertTrue(run.out().contains("\"orientation\":\"axial\""));
        assertTrue(run.out().contains("\"transferSyntax\":\"1.2.840.10008.1.2.1\""));
        assertTrue(run.out().contains("\"problems\":[]"));
        assertEquals("", run.err());
    }

    @Test
    void aDamagedFileIsNamedInTheSeriesBesideItAndOnStandardError() throws Exception {
        new MadeUpCt().write(folder);
        Path damaged = folder.resolve("s3.dcm");
        byte[] bytes = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(bytes, 180));
        CommandRun run = CommandRun.of("info", folder.toString(), "--json");
        String series = run.out()
                .lines()
                .filter(line -> line.contains("\"instanceCount\":19"))
                .findFirst()
                .orElseThrow();
        assertTrue(run.err().contains(damaged.toString()), run.err());
        assertTrue(run.out().contains(damaged.toString()), series);
    }

    @Test
    void aPathThatIsNotThereFailsWithItsName() {
        Path missing = folder.resolve("missing");
        CommandRun run = CommandRun.of("info", missing.toString(), "--json");
        assertEquals(1, run.code());
        assertTrue(run.err().contains(missing + ": there is no such file or folder"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void aFolderWithoutDicomFails() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "no DICOM");
        CommandRun run = CommandRun.of("info", folder.toString());
        assertEquals(1, run.code());
        assertEquals("farfield info: no DICOM series found, 1 other files passed over\n", run.err());
    }

    @Test
    void noPathIsWrongUsage() {
        CommandRun run = CommandRun.of("info", "--json");
        assertEquals(2, run.code());
        assertEquals("farfield info: expected a file or a folder\n", run.err());
    }
}
