package org.farfield.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where one user's certificates, received series and settings live: {@code $FARFIELD_HOME}, otherwise {@code .farfield}
 * in the home folder. Folders are created by whoever writes into them first.
 */
public record StateFolder(Path root) {
    /** The folder that this process's environment names. */
    public static StateFolder ofEnvironment() {
        return of(System.getenv(), System.getProperty("user.home", "."));
    }

    static StateFolder of(Map<String, String> environment, String home) {
        String named = environment.get("FARFIELD_HOME");
        Path root = named == null || named.isBlank() ? Path.of(home, ".farfield") : Path.of(named);
        return new StateFolder(root.toAbsolutePath().normalize());
    }

    /** Keys and certificates of this machine's demo and of its operators. */
    public Path identities() {
        return root.resolve("identities");
    }

    /** This machine's place on the DICOM network, and the archives. */
    public Path network() {
        return root.resolve("network.properties");
    }

    /** The reader's own hanging protocols. */
    public Path hanging() {
        return root.resolve("hanging.txt");
    }

    /** Series that were received, as Part 10 files. */
    public Path store() {
        return root.resolve("store");
    }
}
