package org.farfield.remote.gateway;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The gateway's own folder, held by one process at a time, and the count of its sessions. One thread. */
final class StateDirectory implements AutoCloseable {
    private static final String EPOCH_FILE = "session-epoch";

    private final Path folder;
    private final FileChannel lock;

    private StateDirectory(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder, making it where it is missing. */
    static StateDirectory open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("gateway.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return new StateDirectory(folder, channel);
            }
        } catch (OverlappingFileLockException ignored) {
            // another gateway of this process has it
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new IOException("another gateway works in " + folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Begins a new session: its epoch is greater than any before, and on disk before it is used. */
    long nextSessionEpoch() throws IOException {
        Path file = folder.resolve(EPOCH_FILE);
        long last = 0;
        if (Files.exists(file)) {
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            try {
                last = Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IOException(file + " does not hold the last session epoch", e);
            }
        }
        Path fresh = folder.resolve(EPOCH_FILE + ".new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = StandardCharsets.US_ASCII.encode(last + 1 + "\n");
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return last + 1;
    }

    /** Where a session's journal is. */
    Path journal(long epoch) {
        return folder.resolve("journal-" + epoch + ".ffj");
    }

    /** The journal of the session before and how it ends, as far as it can be read; empty where there is none. */
    Optional<SessionJournal.Before> journalBefore(long epoch) {
        Path file = journal(epoch - 1);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JournalCheck.Verified found = JournalCheck.verify(file);
        return Optional.of(
                new SessionJournal.Before(String.valueOf(file.getFileName()), found.entries(), found.lastHash()));
    }

    /** What studies had been given when the session before ended, as far as its journal can be read. */
    List<DoseGiven> doseGivenBefore(long epoch) throws IOException {
        Path file = journal(epoch - 1);
        return Files.exists(file) ? JournalCheck.doseGiven(file) : List.of();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
