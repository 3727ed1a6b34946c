package org.farfield.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder of real test data beside the checkout; tests that need it are skipped where it is absent. */
public final class SharedData {
    private static final String PROPERTY = "farfield.shared.data";

    private SharedData() {}

    /** A file or folder of the test data. */
    public static Path path(String name) {
        Path root = Path.of(System.getProperty(PROPERTY, "/nonexistent"));
        Path path = root.resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "no test data at " + path);
        return path;
    }

    /** Reads a file of the test data. */
    public static DicomFile read(String name) throws IOException {
        return Part10.read(path(name));
    }

    /** All files below a folder of the test data, sorted. */
    public static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(path(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
