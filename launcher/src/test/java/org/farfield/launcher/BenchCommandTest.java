package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    Path folder;

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        Timings timings = new Timings("x");
        for (long ms : new long[] {4, 1, 10, 2}) {
            timings.addNanos(ms * 1_000_000);
        }
        assertEquals("RESULT\tx\tmedian=3.00 ms\tmin=1.00\tmax=10.00\tn=4", timings.toString());
    }

    @Test
    void loadingIsTimedAndItsVoxelsAreCompared() throws Exception {
        new MadeUpCt().write(folder.resolve("ct"));
        ByteBuffer raw = ByteBuffer.allocate(MadeUpCt.EDGE * MadeUpCt.EDGE * MadeUpCt.SLICES * 2)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < raw.capacity() / 2; i++) {
            int column = i % MadeUpCt.EDGE;
            int row = i / MadeUpCt.EDGE % MadeUpCt.EDGE;
            int slice = i / (MadeUpCt.EDGE * MadeUpCt.EDGE);
            double x = column - (MadeUpCt.EDGE - 1) / 2.0;
            double y = row - (MadeUpCt.EDGE - 1) / 2.0;
            double z = 2 * (slice - (MadeUpCt.SLICES - 1) / 2.0);
            raw.putShort(2 * i, (short) (MadeUpCt.inBlock(x, y, z) ? 1000 : -1000));
        }
        Path rawFile = Files.write(folder.resolve("volume.raw"), raw.array());
        CommandRun good = bench(rawFile);
        assertEquals(0, good.code(), good.err());
        assertTrue(good.out()
                .matches("(?s).*RESULT\tload\\.slices\tmedian=[0-9.]+ ms\tmin=[0-9.]+\tmax=[0-9.]+\tn=2\n.*"));
        assertTrue(good.out().endsWith("identical\n"), good.out());
        raw.putShort(4000, (short) 7);
        Files.write(rawFile, raw.array());
        assertTrue(bench(rawFile).out().endsWith("DIFFERENT\n"));
    }

    @Test
    void reformatsOfARawFileAreTimed() throws Exception {
        Path raw = Files.write(folder.resolve("volume.raw"), new byte[8 * 8 * 8 * 2]);
        CommandRun run = reformat(raw, "8,8,8");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().matches("(?s).*RESULT\treformat\\.cpu\\.oblique1024_linear\tmedian=.*n=1\n.*"), run.out());
        CommandRun wrong = reformat(raw, "8,8,9");
        assertEquals(1, wrong.code());
        assertTrue(wrong.err().contains("1024 bytes"), wrong.err());
        assertEquals(
                2, CommandRun.of("bench", "reformat", "--raw", raw.toString()).code());
    }

    @Test
    void everyRenderingCaseIsTimedAndOneCanBeChosen() throws Exception {
        Path raw = Files.write(folder.resolve("volume.raw"), new byte[8 * 8 * 8 * 2]);
        CommandRun run = CommandRun.of(
                "bench",
                "render",
                "--raw",
                raw.toString(),
                "--dims",
                "8,8,8",
                "--spacing",
                "1,1,1",
                "--frames",
                "2",
                "--engine",
                "cpu",
                "--only",
                "native");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                3,
                run.out()
                        .lines()
                        .filter(line -> line.startsWith("RESULT\tfarfield.cpu."))
                        .count(),
                run.out());
        assertTrue(run.out().contains("farfield.cpu.coronal_native\tmedian="), run.out());
    }

    private static CommandRun reformat(Path raw, String dims) {
        return CommandRun.of(
                "bench",
                "reformat",
                "--raw",
                raw.toString(),
                "--dims",
                dims,
                "--spacing",
                "1,1,1",
                "--runs",
                "1",
                "--engine",
                "cpu");
    }

    private CommandRun bench(Path raw) {
        return CommandRun.of("bench", "load", folder.resolve("ct").toString(), "--runs", "2", "--raw", raw.toString());
    }
}
