package org.farfield.dicom.network.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Instances as files in one folder, each named by the hash of its SOP Instance UID. A file is written beside its place,
 * forced to the disk, renamed, and the folder forced; an instance that comes again replaces the earlier one.
 */
public final class FolderSink implements InstanceSink {
    private static final int NAME_BYTES = 16;

    private final Path folder;

    /** @param folder made when it is not there */
    public FolderSink(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public Reception begin(InstanceOrigin origin) throws IOException {
        Path unfinished = Files.createTempFile(folder, "unfinished-", ".tmp");
        FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
        return new FileReception(folder.resolve(name(origin.sopInstanceUid())), unfinished, channel);
    }

    /** The file's name for an instance. */
    public static String name(String sopInstanceUid) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(sopInstanceUid.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".dcm";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record FileReception(Path file, Path unfinished, FileChannel channel) implements Reception {
        @Override
        public OutputStream out() {
            return Channels.newOutputStream(channel);
        }

        @Override
        public void commit() throws IOException {
            channel.force(true);
            channel.close();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                try (FileChannel names = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(unfinished);
        }
    }
}
