package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.farfield.dicom.network.service.ArrivalFolder;

/**
 * Writes a file so that a reader, and the disk after a power cut, holds all of it or none: a temporary file beside it,
 * forced to the disk, then renamed over the name, then the folder forced.
 */
public final class DurableFile {
    private DurableFile() {}

    /** Writes these bytes as {@code name} into a folder, which is made where it is missing. */
    public static Path write(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        Path unfinished = Files.createTempFile(folder, "unfinished-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            ArrivalFolder.force(folder);
            return file;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
