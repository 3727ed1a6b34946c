package org.farfield.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.farfield.dicom.deidentification.Pseudonyms;

/** The key of the pseudonyms and the list of what they stand for: files that only their owner may read. */
final class PseudonymFiles {
    private static final int KEY_BYTES = 32;
    private static final long LONGEST_KEY = 4096;

    private PseudonymFiles() {}

    /**
     * Under the key of {@code --key}, which is made when the file is not there; without it under one that is forgotten.
     */
    static Pseudonyms pseudonyms(Arguments arguments) throws WrongUsage, Failed {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        if (arguments.value("--key").isEmpty()) {
            return new Pseudonyms(fresh);
        }
        Path file = DicomFiles.path(arguments.required("--key"));
        try {
            if (!Files.exists(file)) {
                create(file);
                Files.writeString(file, HexFormat.of().formatHex(fresh) + "\n");
            }
            if (Files.size(file) > LONGEST_KEY) {
                throw new Failed(file + ": a key has no more than " + LONGEST_KEY + " bytes");
            }
            return new Pseudonyms(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip().getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException | IllegalArgumentException e) {
            throw new Failed(file + ": " + e.getMessage(), e);
        }
    }

    /** Writes the list to the file of {@code --mapping}: lines of kind, original and pseudonym. */
    static void writeMapping(Arguments arguments, Pseudonyms pseudonyms) throws WrongUsage, IOException {
        if (arguments.value("--mapping").isEmpty()) {
            return;
        }
        Path file = DicomFiles.path(arguments.required("--mapping"));
        StringBuilder text = new StringBuilder();
        pseudonyms.patients().forEach((from, to) -> line(text, "patient", from.replace("\n", "^"), to));
        pseudonyms.uids().forEach((from, to) -> line(text, "uid", from, to));
        Files.deleteIfExists(file);
        create(file);
        Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static void line(StringBuilder text, String kind, String from, String to) {
        text.append(new JsonLine().put("kind", kind).put("original", from).put("pseudonym", to))
                .append('\n');
    }

    private static void create(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, owner);
    }
}
