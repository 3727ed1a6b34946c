package org.farfield.workstation.study.vault;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code java.nio.file.Files} does with places of an enciphered folder: as on the disk, but content. Any thread.
 */
final class CipherProvider extends FileSystemProvider {
    private final CipherFileSystem mine;
    private final Vault vault;

    CipherProvider(CipherFileSystem mine, Vault vault) {
        this.mine = mine;
        this.vault = vault;
    }

    private static Path real(Path path) {
        return CipherPath.cast(path).real();
    }

    private static FileSystemProvider disk(Path path) {
        return real(path).getFileSystem().provider();
    }

    @Override
    public String getScheme() {
        return "farfield-vault";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException("an enciphered store is opened by its folder");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return mine;
    }

    @Override
    public Path getPath(URI uri) {
        return new CipherPath(mine, Path.of(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    /** What is written is read too, since a chunk is written whole; a folder, opened to be forced, is the disk's. */
    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = real(path);
        if (Files.isDirectory(file)) {
            return disk(path).newFileChannel(file, options, attributes);
        }
        CipherKeys keys = vault.keys(file);
        boolean appends = options.contains(StandardOpenOption.APPEND);
        boolean writes = appends || options.contains(StandardOpenOption.WRITE);
        Set<OpenOption> asked = new HashSet<>(options);
        asked.remove(StandardOpenOption.APPEND);
        if (writes) {
            asked.add(StandardOpenOption.READ);
            asked.add(StandardOpenOption.WRITE);
        }
        boolean reads = !writes || options.contains(StandardOpenOption.READ);
        FileChannel channel = disk(path).newFileChannel(file, asked, attributes);
        try {
            return new CipherChannel(channel, keys, reads, writes, appends);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> bare =
                disk(folder).newDirectoryStream(real(folder), entry -> filter.accept(new CipherPath(mine, entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> entries = bare.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Path next() {
                        return new CipherPath(mine, entries.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                bare.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        disk(folder).createDirectory(real(folder), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        disk(link).createLink(real(link), real(existing));
    }

    @Override
    public void delete(Path path) throws IOException {
        disk(path).delete(real(path));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        disk(from).copy(real(from), real(to), options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        disk(from).move(real(from), real(to), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return other instanceof CipherPath && disk(one).isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return disk(path).isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return disk(path).getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        disk(path).checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return disk(path).getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        A bare = disk(path).readAttributes(real(path), type, options);
        return type == BasicFileAttributes.class ? type.cast(new ContentAttributes(bare)) : bare;
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        Map<String, Object> found = new HashMap<>(disk(path).readAttributes(real(path), names, options));
        if (found.containsKey("size")) {
            found.put(
                    "size",
                    readAttributes(path, BasicFileAttributes.class, options).size());
        }
        return found;
    }

    @Override
    public void setAttribute(Path path, String name, @Nullable Object value, LinkOption... options) throws IOException {
        if (value == null) {
            throw new ProviderMismatchException(name + " has no value");
        }
        disk(path).setAttribute(real(path), name, value, options);
    }
}
