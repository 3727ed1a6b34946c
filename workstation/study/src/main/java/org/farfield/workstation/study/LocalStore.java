package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;

/**
 * Series that were received, as Part 10 files: a folder a study, in it a folder a series, in it a file an instance. The
 * names are hashes of the UIDs, so that nothing a peer sends becomes part of a path. The store is read like any folder
 * ({@link FolderScan}). A file is there whole or not at all, also after a power cut. Any thread.
 */
public final class LocalStore {
    private static final int NAME_BYTES = 16;

    private final Path root;

    /** @param root created with the first instance that is stored */
    public LocalStore(Path root) {
        this.root = root;
    }

    /** The folder that holds all. */
    public Path root() {
        return root;
    }

    /** Where a study's series lie once they are stored. */
    public Path studyFolder(String studyUid) {
        return root.resolve(name(studyUid));
    }

    /** Where the instances of a series lie once they are stored. */
    public Path seriesFolder(String studyUid, String seriesUid) {
        return studyFolder(studyUid).resolve(name(seriesUid));
    }

    /** Where an instance lies once it is stored. */
    public Path instanceFile(String studyUid, String seriesUid, String sopInstanceUid) {
        return seriesFolder(studyUid, seriesUid).resolve(name(sopInstanceUid) + ".dcm");
    }

    /**
     * Keeps an instance. Storing the same bytes again changes nothing.
     *
     * @param part10 a complete Part 10 file
     * @return where it lies now
     * @throws IOException when the bytes are no instance, the disk refuses, or another instance with this UID is there
     *     already
     */
    public Path store(byte[] part10) throws IOException {
        DataSet header = Part10.read(part10, ReadOptions.HEADER).dataSet();
        String instance = required(header, Tag.SOP_INSTANCE_UID);
        Path folder = seriesFolder(required(header, Tag.STUDY_INSTANCE_UID), required(header, Tag.SERIES_INSTANCE_UID));
        Path file = folder.resolve(name(instance) + ".dcm");
        if (!Files.exists(file)) {
            return DurableFile.write(folder, name(instance) + ".dcm", part10);
        }
        if (!Arrays.equals(Files.readAllBytes(file), part10)) {
            throw new DicomException(
                    DicomException.Reason.MALFORMED,
                    "another instance with the same SOP Instance UID is stored already; it is kept");
        }
        return file;
    }

    private static String required(DataSet header, int tag) throws DicomException {
        return header.string(tag)
                .orElseThrow(
                        () -> new DicomException(DicomException.Reason.MALFORMED, Tag.describe(tag) + " is missing"));
    }

    private static String name(String uid) {
        return HexFormat.of().formatHex(sha256().digest(uid.getBytes(StandardCharsets.UTF_8)), 0, NAME_BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
