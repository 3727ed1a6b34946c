package org.farfield.dicom.network.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;

/**
 * Instances as files in one folder, each named by the hash of its SOP Instance UID. A file is written beside its place,
 * forced to the disk, renamed; an instance that comes again replaces the earlier one. What a program that was killed
 * had received is put in its place when the folder is opened again.
 */
public final class FolderSink implements InstanceSink, AutoCloseable {
    private static final int NAME_BYTES = 16;

    private final Path folder;
    private final ArrivalFolder arrivals;

    /** @param folder made when it is not there */
    public FolderSink(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        ArrivalFolder.recover(folder, this::keep);
        this.arrivals = ArrivalFolder.open(folder);
    }

    @Override
    public Reception begin(InstanceOrigin origin) throws IOException {
        return new FileReception(folder.resolve(name(origin.sopInstanceUid())), arrivals.begin());
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

    private void keep(Path file) throws IOException {
        String uid = Part10.read(file, ReadOptions.HEADER)
                .meta()
                .string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)
                .orElse("");
        ArrivalFolder.move(file, folder.resolve(name(uid)));
    }

    /** Ends it; what is received afterwards is refused. */
    @Override
    public void close() throws IOException {
        arrivals.close();
        ArrivalFolder.force(folder);
    }

    private record FileReception(Path place, ArrivalFolder.Arrival arrival) implements Reception {
        @Override
        public OutputStream out() {
            return arrival.out();
        }

        @Override
        public void commit() throws IOException {
            arrival.force();
            arrival.moveTo(place);
        }

        @Override
        public void close() throws IOException {
            arrival.close();
        }
    }
}
