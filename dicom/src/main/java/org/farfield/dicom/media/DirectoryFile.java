package org.farfield.dicom.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;

/**
 * A DICOMDIR: which files belong to a medium (PS3.3 F.3). The records are taken as they stand, in the order of the
 * file: the offsets between them are often wrong on real media, and what a record says of patient and study the files
 * say themselves. Any thread.
 */
public final class DirectoryFile {
    /** The name it has on a medium. */
    public static final String NAME = "DICOMDIR";

    private static final int LARGEST = 256 << 20;
    private static final int MOST_COMPONENTS = 8;

    private final Path file;
    private final List<Entry> entries;

    private DirectoryFile(Path file, List<Entry> entries) {
        this.file = file;
        this.entries = List.copyOf(entries);
    }

    /**
     * One file that the DICOMDIR names.
     *
     * @param type the record's type: IMAGE, PRESENTATION, SR DOCUMENT
     * @param fileId the components of the Referenced File ID
     * @param path where the file is; empty when it is not there, or its id leads out of the medium
     */
    public record Entry(String type, List<String> fileId, Optional<Path> path) {
        public Entry {
            fileId = List.copyOf(fileId);
        }
    }

    /** The DICOMDIR of a folder, in whatever case its name is written. */
    public static Optional<Path> in(Path folder) {
        return child(folder, NAME).filter(Files::isRegularFile);
    }

    /**
     * Reads a DICOMDIR and looks for its files beside it.
     *
     * @throws DicomException when the file is no DICOMDIR
     */
    public static DirectoryFile read(Path file) throws IOException {
        DicomFile dicom = Part10.read(file, ReadOptions.ALL.withMaxBytes(LARGEST));
        if (!dicom.sopClassUid().equals(Uids.MEDIA_STORAGE_DIRECTORY)
                && !dicom.dataSet().contains(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            throw new DicomException(DicomException.Reason.NOT_DICOM, file + ": is no DICOMDIR");
        }
        Path root = Objects.requireNonNull(file.toAbsolutePath().getParent());
        List<Entry> entries = new ArrayList<>();
        for (DataSet item : dicom.dataSet().sequence(Tag.DIRECTORY_RECORD_SEQUENCE)) {
            List<String> id = item.strings(Tag.REFERENCED_FILE_ID);
            boolean used = item.integer(Tag.RECORD_IN_USE_FLAG).orElse(0xFFFF) != 0;
            if (!id.isEmpty() && used) {
                entries.add(new Entry(item.string(Tag.DIRECTORY_RECORD_TYPE).orElse(""), id, path(root, id)));
            }
        }
        return new DirectoryFile(file, entries);
    }

    /** The DICOMDIR itself. */
    public Path file() {
        return file;
    }

    /** The files it names, in its order. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * Component by component below the medium's root, never above it; other cases and version suffixes are found too.
     */
    private static Optional<Path> path(Path root, List<String> id) {
        if (id.size() > MOST_COMPONENTS) {
            return Optional.empty();
        }
        Optional<Path> at = Optional.of(root);
        for (String component : id) {
            if (component.isEmpty() || !component.matches("[A-Za-z0-9_.~ -]{1,64}") || component.matches("\\.+")) {
                return Optional.empty();
            }
            at = at.flatMap(folder -> child(folder, component));
        }
        return at.filter(Files::isRegularFile);
    }

    private static Optional<Path> child(Path folder, String name) {
        Path exact = folder.resolve(name);
        if (Files.exists(exact)) {
            return Optional.of(exact);
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(path -> same(String.valueOf(path.getFileName()), name))
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** ISO 9660 shows a name in capitals, and perhaps with a version behind it. */
    private static boolean same(String found, String wanted) {
        String plain = found.replaceAll("(\\.)?(;1)?$", "");
        return plain.toUpperCase(Locale.ROOT).equals(wanted.toUpperCase(Locale.ROOT));
    }
}
