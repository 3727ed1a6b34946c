package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is not finished yet, a file each, named by hashes so that nothing from a file becomes part of a path. A draft is
 * there whole or not at all, also after a power cut. Any thread.
 */
public final class DraftFolder {
    private static final Pattern DRAFT = Pattern.compile("[0-9a-f]{32}\\.dcm");
    private static final int NAME_BYTES = 16;

    private final Path root;

    /** @param root created with the first draft */
    public DraftFolder(Path root) {
        this.root = root;
    }

    /** The drafts that belong to a store. */
    public static DraftFolder beside(Path store) {
        return new DraftFolder(store.toAbsolutePath().resolveSibling("drafts"));
    }

    /** All drafts, and no other file that lies there. */
    public List<Path> all() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file ->
                            DRAFT.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Where a draft lies, if there is one. */
    public Path file(String kind, String... of) {
        String key = kind + "\n" + String.join("\n", of);
        byte[] hash = LocalStore.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        return root.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".dcm");
    }

    /** Puts a draft in place of the one before. */
    public void write(Path file, byte[] content) throws IOException {
        DurableFile.write(root, file.getFileName().toString(), content);
    }

    /** Takes a draft away, if there is one. */
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
