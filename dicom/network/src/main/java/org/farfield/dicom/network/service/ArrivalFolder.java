package org.farfield.dicom.network.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files that are being received, each of which survives a power cut after one force instead of three. Their names are
 * made beforehand and forced together, many at a time, so that forcing a file's bytes is enough to find it again; its
 * name here is given up only after the folder that it went to is forced, again many at a time. What a program that was
 * killed left here is found by the next one, which tells a living program's folder by its lock, and a whole file by its
 * {@link Seal}; a file without one is forced to its place by itself. Any thread.
 */
public final class ArrivalFolder implements AutoCloseable {
    /** The folder's name; nothing in it is for readers. */
    public static final String NAME = ".arriving";

    private static final int TOGETHER = 32;
    private static final int TRIES = 8;
    private static final String LOCK = "lock";

    private final Path arrivals;
    private final Path own;
    private final FileLock lock;
    private final ArrayDeque<Path> prepared = new ArrayDeque<>();
    private final Map<Path, Path> linked = new LinkedHashMap<>();
    private int named;

    private ArrivalFolder(Path arrivals, Path own, FileLock lock) {
        this.arrivals = arrivals;
        this.own = own;
        this.lock = lock;
    }

    /**
     * Opens one of this program's own.
     *
     * @param root where the files will have their places
     */
    public static ArrivalFolder open(Path root) throws IOException {
        Path arrivals = Files.createDirectories(root.resolve(NAME));
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Path own = Files.createTempDirectory(arrivals, "");
            @Nullable FileLock lock = lock(own);
            if (lock != null && Files.exists(own.resolve(LOCK))) {
                force(arrivals);
                return new ArrivalFolder(arrivals, own, lock);
            }
        }
        throw new IOException(arrivals + ": another program takes every folder for received files away");
    }

    /** What to do with a whole file that a program left when it ended; what remains here is deleted afterwards. */
    public interface Survivor {
        /**
         * Gives it a place.
         *
         * @param file its sender was, or was about to be, told of success
         */
        void keep(Path file) throws IOException;
    }

    /** Hands over what programs left that do not run any more. */
    public static void recover(Path root, Survivor survivor) throws IOException {
        Path arrivals = root.resolve(NAME);
        if (!Files.isDirectory(arrivals)) {
            return;
        }
        for (Path folder : list(arrivals)) {
            @Nullable FileLock lock = Files.isDirectory(folder) ? lock(folder) : null;
            if (lock != null) {
                try (Channel _ = lock.acquiredBy()) {
                    clear(folder, survivor);
                } catch (NoSuchFileException e) {
                    // Its owner ends at this moment and clears it.
                }
            }
        }
    }

    private static void clear(Path folder, Survivor survivor) throws IOException {
        for (Path file : list(folder)) {
            if (!file.endsWith(LOCK)) {
                if (Seal.isWhole(file)) {
                    survivor.keep(file);
                }
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    private static @Nullable FileLock lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Optional<FileLock> lock = Optional.empty();
        try {
            lock = Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            // This program holds it.
        } finally {
            if (lock.isEmpty()) {
                channel.close();
            }
        }
        return lock.orElse(null);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** One file that is being received. One thread. */
    public final class Arrival implements AutoCloseable {
        private final Path file;
        private final Seal seal;

        private Arrival(Path file) throws IOException {
            this.file = file;
            this.seal = new Seal(FileChannel.open(file, StandardOpenOption.WRITE));
        }

        /** Where its bytes are until it has a place. */
        public Path file() {
            return file;
        }

        /** Takes its bytes. */
        public OutputStream out() {
            return seal;
        }

        /** Forces its bytes to the disk. */
        public void force() throws IOException {
            seal.end();
        }

        /**
         * Its name here becomes its place, over whatever is there; durable on return.
         *
         * @param place on the same disk
         */
        public void moveTo(Path place) throws IOException {
            move(file, place);
            if (!seal.present()) {
                ArrivalFolder.force(place.toAbsolutePath().getParent());
            }
        }

        /**
         * Its place is a second name, a hard link; durable on return.
         *
         * @param folder of the place
         */
        public void linkedInto(Path folder) throws IOException {
            if (seal.present()) {
                linked(file, folder);
            } else {
                ArrivalFolder.force(folder);
            }
        }

        /** Drops what has no place. */
        @Override
        public void close() throws IOException {
            seal.leave();
            drop(file);
        }
    }

    static void move(Path file, Path place) throws IOException {
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Begins one; an {@link IOException} when the disk refuses. */
    public Arrival begin() throws IOException {
        return new Arrival(nextName());
    }

    private synchronized Path nextName() throws IOException {
        if (prepared.isEmpty()) {
            for (int i = 0; i < TOGETHER; i++) {
                prepared.add(Files.createFile(own.resolve(named++ + ".part")));
            }
            force(own);
        }
        return prepared.remove();
    }

    private synchronized void linked(Path file, Path folder) throws IOException {
        linked.put(file, folder);
        if (linked.size() >= TOGETHER) {
            settle();
        }
    }

    private synchronized void drop(Path file) throws IOException {
        if (!linked.containsKey(file)) {
            Files.deleteIfExists(file);
        }
    }

    /** Forces the folders that hold links by now, and gives up the names here. */
    public synchronized void settle() throws IOException {
        for (Path folder : Set.copyOf(linked.values())) {
            if (Files.isDirectory(folder)) {
                force(folder);
            }
        }
        for (Path file : linked.keySet()) {
            Files.deleteIfExists(file);
        }
        linked.clear();
    }

    /** Forces the names in a folder to the disk; Windows does not open folders and keeps a journal of names. */
    public static void force(@Nullable Path folder) throws IOException {
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        settle();
        for (Path file : prepared) {
            Files.deleteIfExists(file);
        }
        prepared.clear();
        Files.deleteIfExists(own.resolve(LOCK));
        lock.acquiredBy().close();
        try {
            Files.deleteIfExists(own);
            Files.deleteIfExists(arrivals);
        } catch (DirectoryNotEmptyException e) {
            // Something is being received still, or another program receives too.
        }
    }
}
