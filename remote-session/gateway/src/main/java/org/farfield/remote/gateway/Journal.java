package org.farfield.remote.gateway;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What happened in one session, a line each, with the time: logins, verdicts, changes of plan and lease, holds, the
 * beam. Written at once and only ever appended to; never a patient's name. Control thread.
 */
final class Journal implements AutoCloseable {
    private final BufferedWriter out;
    private final Consumer<String> problems;
    private boolean broken;

    Journal(Path file, Consumer<String> problems) throws IOException {
        this.problems = problems;
        out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void write(Instant at, String line) {
        try {
            out.write(at + " " + line.replaceAll("\\p{Cntrl}", " "));
            out.newLine();
            out.flush();
        } catch (IOException e) {
            if (!broken) {
                broken = true;
                problems.accept("the journal cannot be written: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
