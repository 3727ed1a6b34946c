package org.farfield.workstation.study.media;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Where exported files go: a new folder, or a ZIP archive that has its name only when it is whole. One thread. */
public abstract sealed class Medium implements AutoCloseable {
    private Medium() {}

    /**
     * A ZIP archive when the name ends in .zip, else a folder.
     *
     * @throws IOException when the archive, or anything in the folder, is there already
     */
    public static Medium at(Path target) throws IOException {
        boolean zip =
                String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
        return zip ? new Zip(target) : new Folder(target);
    }

    /** Begins a file; {@code path} is relative, with slashes, and made by the program alone. */
    abstract OutputStream begin(String path) throws IOException;

    /** Everything is there. */
    public abstract void finish() throws IOException;

    /** Gives up what is not finished. */
    @Override
    public abstract void close() throws IOException;

    private static final class Folder extends Medium {
        private final Path root;

        Folder(Path root) throws IOException {
            Files.createDirectories(root);
            try (Stream<Path> list = Files.list(root)) {
                if (list.findAny().isPresent()) {
                    throw new IOException(root + ": is not empty");
                }
            }
            this.root = root;
        }

        @Override
        OutputStream begin(String path) throws IOException {
            Path file = root.resolve(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    private static final class Zip extends Medium {
        private final Path target;
        private final Path unfinished;
        private final ZipOutputStream out;

        Zip(Path target) throws IOException {
            if (Files.exists(target)) {
                throw new IOException(target + ": is there already");
            }
            this.target = target;
            this.unfinished = Files.createTempFile(target.toAbsolutePath().getParent(), ".export-", ".part");
            this.out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16));
        }

        @Override
        OutputStream begin(String path) throws IOException {
            out.putNextEntry(new ZipEntry(path));
            return new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    out.write(bytes, from, count);
                }

                @Override
                public void close() throws IOException {
                    Zip.this.out.closeEntry();
                }
            };
        }

        @Override
        public void finish() throws IOException {
            out.close();
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            try (out) {
                Files.deleteIfExists(unfinished);
            }
        }
    }
}
