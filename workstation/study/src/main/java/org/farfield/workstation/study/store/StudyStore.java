package org.farfield.workstation.study.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.farfield.dicom.network.service.ArrivalFolder;
import org.farfield.dicom.network.service.InstanceOrigin;
import org.farfield.dicom.network.service.InstanceSink;
import org.farfield.workstation.study.vault.TextSeal;
import org.farfield.workstation.study.vault.Vault;

/**
 * The studies on this machine's disk: the files of {@code LocalStore}, an index over them, and where received instances
 * go. The file comes first: it is forced to the disk and in its place before the index hears of it, so that a process
 * that is killed at any moment leaves an index that is at most behind; opening the store makes it catch up. Any thread.
 */
public final class StudyStore implements InstanceSink, AutoCloseable {
    private static final int COMMITS_PER_EVICTION = 64;

    private final StoreFiles files;
    private final StoreIndex index;
    private final InstantSource clock;
    private final StoreSettings settings;
    /** Placing a file and telling the index of it are one step for whoever compares the two. */
    private final ReentrantReadWriteLock steps = new ReentrantReadWriteLock();

    private int commits;

    private StudyStore(StoreFiles files, StoreIndex index, InstantSource clock, StoreSettings settings) {
        this.files = files;
        this.index = index;
        this.clock = clock;
        this.settings = settings;
    }

    /** Opens a store, and makes one where there is none. */
    public static StudyStore open(Path root) throws IOException {
        return open(root, InstantSource.system());
    }

    /**
     * Opens a store.
     *
     * @param clock says when studies are used
     */
    public static StudyStore open(Path root, InstantSource clock) throws IOException {
        TextSeal seal = Vault.texts(root);
        Files.createDirectories(root);
        StoreFiles files = new StoreFiles(root);
        StoreIndex index = StoreIndex.open(Vault.onDisk(files.indexFile()), seal);
        StudyStore store = new StudyStore(files, index, clock, new StoreSettings(root));
        ArrivalFolder.recover(
                root, left -> ArrivalFolder.force(store.place(left, false).folder()));
        store.catchUp();
        return store;
    }

    /** What a look at the files changed in the index. */
    public record Changes(int added, int removed, List<String> problems) {
        /** Keeps its own copy of the list. */
        public Changes {
            problems = List.copyOf(problems);
        }
    }

    @Override
    public Reception begin(InstanceOrigin origin) throws IOException {
        return new StoreReception(this, files.arrivals().begin());
    }

    /** Takes a copy of a file into the store; false when the same instance is there already. */
    public boolean add(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return add(in);
        }
    }

    /** Takes a Part 10 file from a stream, which is not closed; false when the same instance is there already. */
    public boolean add(InputStream in) throws IOException {
        try (StoreReception reception =
                new StoreReception(this, files.arrivals().begin())) {
            try (OutputStream out = reception.out()) {
                in.transferTo(out);
            }
            return reception.place();
        }
    }

    /** Studies that match, newest first. */
    public List<StoredStudy> find(StudyFilter filter) throws IOException {
        return index.find(filter);
    }

    /** The files of a study that are shown: of each instance the version that came first. */
    public List<Path> files(String studyUid) throws IOException {
        return index.shownPaths(studyUid).stream().map(files::resolve).toList();
    }

    /** The files of a study that are structured reports. */
    public List<Path> documents(String studyUid) throws IOException {
        return index.documentPaths(studyUid).stream().map(files::resolve).toList();
    }

    /** Whether an instance is here, in whatever version. */
    public boolean contains(String studyUid, String seriesUid, String sopInstanceUid) {
        return files.contains(studyUid, seriesUid, sopInstanceUid);
    }

    /**
     * Takes responsibility for an instance: its study is locked, so that no eviction deletes it. False when it is not
     * here.
     */
    public boolean commit(String sopInstanceUid) throws IOException {
        Optional<String> study = index.studyOf(sopInstanceUid);
        return study.isPresent() && mark(study.get(), StudyMark.LOCKED, true);
    }

    /** Sets or clears a mark, and counts as use; false when there is no such study. */
    public boolean mark(String studyUid, StudyMark mark, boolean value) throws IOException {
        return index.mark(studyUid, mark, value, clock.millis());
    }

    /** Bytes of all files that the index knows, and how many there may be. */
    public StoreUsage usage() throws IOException {
        return new StoreUsage(index.bytes(), settings.quotaBytes());
    }

    /**
     * Sets the quota, for every program that uses this store.
     *
     * @param bytes beyond it, receiving evicts what may be evicted; {@code Long.MAX_VALUE} takes the quota away
     */
    public void setQuota(long bytes) throws IOException {
        settings.quotaBytes(bytes);
    }

    /**
     * Deletes studies until no more than these bytes are left, the longest unused first; never one that is unread,
     * locked or unsent. What could not be reached stays.
     *
     * @return the studies that are gone
     */
    public List<StoredStudy> evict(long mostBytes) throws IOException {
        steps.writeLock().lock();
        try {
            return evictLocked(mostBytes);
        } finally {
            steps.writeLock().unlock();
        }
    }

    private List<StoredStudy> evictLocked(long mostBytes) throws IOException {
        long left = index.bytes();
        List<StoredStudy> gone = new ArrayList<>();
        for (StoredStudy study : left <= mostBytes ? List.<StoredStudy>of() : index.evictable()) {
            if (left <= mostBytes) {
                break;
            }
            files.deleteStudy(study.uid());
            index.removeStudy(study.uid());
            left -= study.bytes();
            gone.add(study);
        }
        return gone;
    }

    /** Forgets the index and makes it from the files alone; every study is unread and unsent then. */
    public Changes reindex() throws IOException {
        index.clear();
        return catchUp();
    }

    /** Compares the folders that changed with the index. */
    public Changes catchUp() throws IOException {
        steps.writeLock().lock();
        try {
            return catchUpLocked();
        } finally {
            steps.writeLock().unlock();
        }
    }

    private Changes catchUpLocked() throws IOException {
        int added = 0;
        int removed = 0;
        List<String> problems = new ArrayList<>();
        for (String folder : files.vanished(index.folders())) {
            for (String path : index.paths(folder)) {
                index.remove(path);
                removed++;
            }
            index.forget(folder);
        }
        for (Path folder : files.seriesFolders()) {
            String name = files.relative(folder);
            long modified = files.modified(folder);
            if (index.folderModified(name) == modified) {
                continue;
            }
            List<String> known = new ArrayList<>(index.paths(name));
            for (Path file : StoreFiles.instances(folder)) {
                String path = files.relative(file);
                if (known.remove(path)) {
                    continue;
                }
                try {
                    index.add(
                            path,
                            StoredHeader.read(file),
                            Files.size(file),
                            StoreFiles.version(file),
                            true,
                            clock.millis());
                    added++;
                } catch (IOException e) {
                    problems.add(file + ": " + e.getMessage());
                }
            }
            for (String path : known) {
                index.remove(path);
                removed++;
            }
            index.folder(name, modified);
        }
        return new Changes(added, removed, problems);
    }

    /** Gives a finished file, forced to the disk, its place, which is not forced yet, unless it is there already. */
    StoreFiles.Placed place(Path unfinished, boolean unsent) throws IOException {
        StoredHeader header = StoredHeader.read(unfinished);
        StoreFiles.Placed placed;
        steps.readLock().lock();
        try {
            placed = files.place(unfinished, header);
            if (placed.fresh()) {
                Path file = placed.file();
                index.add(
                        files.relative(file),
                        header,
                        Files.size(file),
                        StoreFiles.version(file),
                        unsent,
                        clock.millis());
            }
        } finally {
            steps.readLock().unlock();
        }
        if (placed.fresh()) {
            keepQuota();
        }
        return placed;
    }

    private void keepQuota() throws IOException {
        boolean due;
        synchronized (this) {
            due = ++commits % COMMITS_PER_EVICTION == 0;
        }
        if (due) {
            evict(settings.quotaBytes());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            files.arrivals().close();
        } finally {
            index.close();
        }
    }
}
