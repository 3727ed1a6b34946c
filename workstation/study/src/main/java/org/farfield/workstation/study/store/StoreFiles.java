package org.farfield.workstation.study.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.farfield.dicom.network.service.ArrivalFolder;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.workstation.study.LocalStore;

/**
 * How the store lies on the disk: {@code study/series/instance.dcm}, each name a hash of a UID, later versions beside
 * the first one as {@code .dcm.v2}, {@code .dcm.v3}. Any thread; two processes never get the same place, since a place
 * is taken by a hard link that fails where there is a file.
 */
final class StoreFiles {
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern INSTANCE = Pattern.compile("[0-9a-f]{32}\\.dcm(\\.v[0-9]{1,4})?");
    private static final int MOST_VERSIONS = 1000;

    private final Path root;
    private final LocalStore layout;
    private final ArrivalFolder arrivals;

    /** Where an instance lies, and whether it was not there before. */
    record Placed(Path file, boolean fresh) {
        Path folder() {
            return Objects.requireNonNull(file.getParent());
        }
    }

    StoreFiles(Path root) throws IOException {
        this.root = root;
        this.layout = new LocalStore(root);
        this.arrivals = ArrivalFolder.open(root);
    }

    Path indexFile() {
        return root.resolve("index.db");
    }

    ArrivalFolder arrivals() {
        return arrivals;
    }

    Path resolve(String relative) {
        return root.resolve(relative);
    }

    String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    boolean contains(String studyUid, String seriesUid, String sopInstanceUid) {
        return Files.isRegularFile(layout.instanceFile(studyUid, seriesUid, sopInstanceUid));
    }

    static int version(Path file) {
        String name = String.valueOf(file.getFileName());
        int mark = name.indexOf(".v");
        return mark < 0 ? 1 : Integer.parseInt(name.substring(mark + 2));
    }

    /**
     * Gives a finished file its place, as a second name, in a folder that is not forced yet. The same bytes again
     * change nothing, other ones become a later version.
     */
    Placed place(Path finished, StoredHeader header) throws IOException {
        Path first = layout.instanceFile(header.studyUid(), header.seriesUid(), header.sopInstanceUid());
        Path folder = Objects.requireNonNull(first.getParent());
        Path study = Objects.requireNonNull(folder.getParent());
        boolean newStudy = !Files.isDirectory(study);
        boolean newSeries = !Files.isDirectory(folder);
        Files.createDirectories(folder);
        if (newStudy) {
            ArrivalFolder.force(root);
        }
        if (newSeries) {
            ArrivalFolder.force(study);
        }
        for (int version = 1; version <= MOST_VERSIONS; version++) {
            Path place = version == 1 ? first : folder.resolve(first.getFileName() + ".v" + version);
            try {
                Files.createLink(place, finished);
                return new Placed(place, true);
            } catch (FileAlreadyExistsException taken) {
                if (sameDataSet(place, finished)) {
                    return new Placed(place, false);
                }
            }
        }
        throw new IOException("there are " + MOST_VERSIONS + " versions of this instance already");
    }

    /** The meta information may differ: it names the program that wrote the file. */
    private static boolean sameDataSet(Path one, Path other) throws IOException {
        OutgoingInstance a = OutgoingInstance.of(one);
        OutgoingInstance b = OutgoingInstance.of(other);
        if (a.dataSetOffset() < 0
                || b.dataSetOffset() < 0
                || !a.transferSyntax().equals(b.transferSyntax())) {
            return Files.mismatch(one, other) < 0;
        }
        long length = Files.size(one) - a.dataSetOffset();
        return length == Files.size(other) - b.dataSetOffset()
                && SameBytes.from(one, a.dataSetOffset(), other, b.dataSetOffset());
    }

    List<Path> seriesFolders() throws IOException {
        return seriesFolders(root);
    }

    /** The folders of a store that hold instances, and no other folder that lies there. */
    static List<Path> seriesFolders(Path root) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path study : children(root)) {
            folders.addAll(children(study));
        }
        return folders;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(path ->
                            FOLDER.matcher(String.valueOf(path.getFileName())).matches())
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    /** The instances in a folder, and no other file that lies there. */
    static List<Path> instances(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(path ->
                            INSTANCE.matcher(String.valueOf(path.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Those folders that are not there any more. */
    List<String> vanished(List<String> folders) {
        return folders.stream()
                .filter(folder -> !Files.isDirectory(resolve(folder)))
                .toList();
    }

    long modified(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder).to(TimeUnit.NANOSECONDS);
    }

    void deleteStudy(String uid) throws IOException {
        arrivals.settle();
        Path study = Objects.requireNonNull(layout.seriesFolder(uid, "").getParent());
        if (!Files.isDirectory(study)) {
            return;
        }
        for (Path series : children(study)) {
            for (Path file : instances(series)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(series);
        }
        Files.deleteIfExists(study);
    }
}
