package org.farfield.workstation.study.vault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in an enciphered folder. It is called as the real file is.
 *
 * @param of the file system that deciphers what lies there
 * @param real where the enciphered file lies
 */
record CipherPath(CipherFileSystem of, Path real) implements Path {
    static CipherPath cast(Path path) {
        if (path instanceof CipherPath mine) {
            return mine;
        }
        throw new ProviderMismatchException(path + " is no place in an enciphered store");
    }

    private CipherPath with(Path other) {
        return new CipherPath(of, other);
    }

    private @Nullable CipherPath withOrNull(@Nullable Path other) {
        return other == null ? null : with(other);
    }

    private static Path bare(Path other) {
        return other instanceof CipherPath mine ? mine.real : other;
    }

    @Override
    public FileSystem getFileSystem() {
        return of;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return withOrNull(real.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return withOrNull(real.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return withOrNull(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return with(real.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return with(real.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return other instanceof CipherPath mine && real.startsWith(mine.real);
    }

    @Override
    public boolean endsWith(Path other) {
        return other instanceof CipherPath mine && real.endsWith(mine.real);
    }

    @Override
    public Path normalize() {
        return with(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return with(real.resolve(bare(other)));
    }

    @Override
    public Path relativize(Path other) {
        return with(real.relativize(bare(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return with(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return with(real.toRealPath(options));
    }

    @Override
    public WatchKey register(
            WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.@Nullable Modifier... modifiers)
            throws IOException {
        return real.register(watcher, events, Objects.requireNonNull(modifiers));
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(cast(other).real);
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
