package org.farfield.remote.gateway.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slices as the scanner gave them, until an encoder takes them: a bounded number in memory, the rest on disk, so that
 * the scanner never waits and memory never grows. Any thread.
 */
final class RawSlices {
    /** A slice that waits; taken once. */
    interface Waiting {
        byte[] take() throws IOException;
    }

    private static final int MOST_IN_MEMORY = 64;

    private final Path folder;
    private final AtomicInteger inMemory = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();

    RawSlices(Path folder) {
        this.folder = folder;
    }

    Waiting keep(byte[] part10) throws IOException {
        if (inMemory.incrementAndGet() <= MOST_IN_MEMORY) {
            return () -> {
                inMemory.decrementAndGet();
                return part10;
            };
        }
        inMemory.decrementAndGet();
        Path file = folder.resolve("waiting-" + numbers.incrementAndGet());
        Files.write(file, part10);
        return () -> {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        };
    }
}
