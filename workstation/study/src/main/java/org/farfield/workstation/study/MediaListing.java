package org.farfield.workstation.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.media.DirectoryFile;

/**
 * The files that the DICOMDIR of a medium names, so that they are looked into first, in its order, and that those which
 * are missing are told. What else lies on the medium is found by the walk.
 */
final class MediaListing {
    private final Consumer<Problem> onProblem;

    MediaListing(Consumer<Problem> onProblem) {
        this.onProblem = onProblem;
    }

    /** For a folder with a DICOMDIR in it, or a DICOMDIR itself; none for any other path. */
    List<Path> files(Path path) {
        Optional<Path> directory = Optional.empty();
        if (Files.isDirectory(path)) {
            directory = DirectoryFile.in(path);
        } else if (String.valueOf(path.getFileName()).toUpperCase(Locale.ROOT).startsWith(DirectoryFile.NAME)) {
            directory = Optional.of(path);
        }
        return directory.map(this::listed).orElse(List.of());
    }

    private List<Path> listed(Path file) {
        List<Path> files = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try {
            for (DirectoryFile.Entry entry : DirectoryFile.read(file).entries()) {
                entry.path().ifPresentOrElse(files::add, () -> missing.add(String.join("/", entry.fileId())));
            }
        } catch (DicomException e) {
            onProblem.accept(new Problem(file, Problem.Kind.MALFORMED, HeaderReader.cause(e)));
        } catch (IOException e) {
            onProblem.accept(new Problem(file, Problem.Kind.UNREADABLE, FileWalk.cause(e)));
        }
        if (!missing.isEmpty()) {
            onProblem.accept(new Problem(
                    file,
                    Problem.Kind.UNREADABLE,
                    "it names " + missing.size() + " files that are not there, the first is " + missing.getFirst()));
        }
        return files;
    }
}
