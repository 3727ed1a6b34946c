package org.farfield.dicom;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program of another toolkit (DCMTK, dicom3tools) that checks what Farfield reads and writes. */
public final class ForeignTool {
    private ForeignTool() {}

    /** Exit status and everything the program wrote. */
    public record Outcome(int status, String output) {}

    /** Runs a program; the test is skipped where it is not installed. */
    public static Outcome run(String program, String... arguments) throws IOException, InterruptedException {
        boolean installed = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        Assumptions.assumeTrue(installed, () -> program + " is not installed");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return new Outcome(process.waitFor(), output);
    }
}
