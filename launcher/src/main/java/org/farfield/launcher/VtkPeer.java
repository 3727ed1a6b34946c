package org.farfield.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;

/**
 * VTK in a Python process of its own, on the same voxels: draws a case when told to and says how long each frame took.
 * The process waits between its turns. The conversation is at the head of {@code vtk_bench.py}.
 */
final class VtkPeer implements AutoCloseable {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = "vtk_bench.py";

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final Path folder;
    private final Set<String> cases;

    private VtkPeer(Process process, Path folder, PrintStream out) throws IOException, Failed {
        this.process = process;
        this.folder = folder;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        out.println("INFO\t" + answer("VTK"));
        this.cases = Set.of(answer("CASES").split(" ", -1));
    }

    /**
     * Writes the voxels to a temporary file and starts VTK on it.
     *
     * @param out told VTK's version and threads
     * @throws Failed where there is no VTK, with what to install
     */
    static VtkPeer start(Volume volume, PrintStream out) throws Failed {
        try {
            Path folder = Files.createTempDirectory("farfield-vtk");
            Path script = folder.resolve(SCRIPT);
            try (InputStream in = VtkPeer.class.getResourceAsStream(SCRIPT)) {
                if (in == null) {
                    throw new Failed(SCRIPT + " is missing from the program");
                }
                Files.copy(in, script);
            }
            Path raw = folder.resolve("volume.raw");
            BenchVolume.write(volume, raw);
            VolumeGeometry g = volume.geometry();
            ProcessBuilder python = new ProcessBuilder(
                    PYTHON,
                    script.toString(),
                    raw.toString(),
                    String.format(Locale.ROOT, "%d,%d,%d", g.columns(), g.rows(), g.slices()),
                    String.format(Locale.ROOT, "%s,%s,%s", g.columnSpacingMm(), g.rowSpacingMm(), g.sliceSpacingMm()));
            python.redirectError(ProcessBuilder.Redirect.INHERIT);
            return new VtkPeer(python.start(), folder, out);
        } catch (IOException e) {
            throw new Failed("cannot run VTK: " + e.getMessage(), e);
        }
    }

    boolean knows(String name) {
        return cases.contains(name);
    }

    /** Draws {@code count} frames, and adds their times. */
    void time(String name, int from, int count, Timings timings) throws Failed {
        try {
            order("time " + name + " " + from + " " + count);
            for (String nanos : answer("TIMES").split(" ", -1)) {
                timings.addNanos(Long.parseLong(nanos));
            }
        } catch (IOException e) {
            throw new Failed("VTK went away: " + e.getMessage(), e);
        }
    }

    /** The values of frame 0 in HU, row by row. */
    short[] picture(String name) throws Failed {
        Path file = folder.resolve("picture.raw");
        try {
            order("picture " + name + " " + file);
            answer("DONE");
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            short[] values = new short[bytes.remaining() / 2];
            bytes.asShortBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new Failed("VTK went away: " + e.getMessage(), e);
        }
    }

    private void order(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
    }

    private String answer(String kind) throws IOException, Failed {
        String line = answers.readLine();
        if (line == null || !line.startsWith(kind + "\t")) {
            close();
            throw new Failed(line == null ? "VTK ended; the reason is above" : line);
        }
        return line.substring(kind.length() + 1);
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException gone) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        for (String name : new String[] {SCRIPT, "volume.raw", "picture.raw", ""}) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException kept) {
                // A temporary file more.
            }
        }
    }
}
