package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DCMTK's programs beside our own work: the time of a whole process, its start and its output file included. */
final class BenchPeer {
    private BenchPeer() {}

    /** Decoding one file. */
    static void decode(String syntax, Path file, int runs, PrintStream out) throws IOException {
        String program = switch (syntax) {
            case "1.2.840.10008.1.2.5" -> "dcmdrle";
            case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> "dcmdjpls";
            case "1.2.840.10008.1.2.4.50",
                    "1.2.840.10008.1.2.4.51",
                    "1.2.840.10008.1.2.4.57",
                    "1.2.840.10008.1.2.4.70" -> "dcmdjpeg";
            case "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91" -> "gdcmconv";
            default -> "";
        };
        if (program.isEmpty()) {
            return;
        }
        Path plain = Files.createTempFile("farfield-bench", ".dcm");
        try {
            List<String> command = program.equals("gdcmconv")
                    ? List.of(program, "--raw", file.toString(), plain.toString())
                    : List.of(program, file.toString(), plain.toString());
            Timings theirs = new Timings(program + ".one_file." + syntax);
            for (int run = -1; run < runs; run++) {
                time(command, run < 0 ? new Timings("warm-up") : theirs);
            }
            print(theirs, out);
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    /** Adds the time of one run; nothing when the program is not installed or fails. */
    static void time(List<String> command, Timings timings) throws IOException {
        timeTogether(List.of(command), timings);
    }

    /** Adds the time until the last of some programs has ended; nothing when one is not installed or fails. */
    static void timeTogether(List<List<String>> commands, Timings timings) throws IOException {
        long begin = System.nanoTime();
        try {
            List<Process> processes = new ArrayList<>();
            for (List<String> command : commands) {
                processes.add(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            boolean good = true;
            for (Process process : processes) {
                good &= process.waitFor() == 0;
            }
            if (good) {
                timings.addNanos(System.nanoTime() - begin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException notInstalled) {
            return;
        }
    }

    /** The line, where anything was measured. */
    static void print(Timings timings, PrintStream out) {
        if (timings.count() > 0) {
            out.println(timings);
        }
    }
}
