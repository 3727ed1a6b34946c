package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.PrivateDictionary;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;

/**
 * The files a {@code farfield dicom} command works on: those named, and in named folders those that look like DICOM.
 */
record DicomFiles(List<Path> paths, ReadOptions options) {
    /** Reads one file after another. */
    interface Each {
        void accept(Path path, DicomFile file) throws IOException;
    }

    static DicomFiles of(Arguments arguments) throws WrongUsage, Failed {
        if (arguments.words().isEmpty()) {
            throw new WrongUsage("expected a file or a folder");
        }
        List<Path> paths = new ArrayList<>();
        for (String word : arguments.words()) {
            paths.addAll(below(path(word)));
        }
        return new DicomFiles(List.copyOf(paths), options(arguments));
    }

    static Path path(String word) throws WrongUsage {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new WrongUsage("'" + word + "' is no path: " + e.getReason());
        }
    }

    private static List<Path> below(Path path) throws Failed {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(Part10::looksLikeDicom)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failed("cannot list " + path + ": " + e.getMessage(), e);
        }
    }

    private static ReadOptions options(Arguments arguments) throws WrongUsage, Failed {
        ReadOptions options = withPrivateElements(arguments);
        if (arguments.value("--only").isEmpty()) {
            return options;
        }
        String[] words = arguments.required("--only").split(",", -1);
        int[] tags = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            tags[i] = tag(words[i].strip());
        }
        return options.withOnly(tags);
    }

    /** A keyword, or eight hexadecimal digits. */
    private static int tag(String word) throws WrongUsage {
        if (word.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(word, 16);
        }
        try {
            return Tag.of(word);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--only: '" + word + "' is neither a keyword nor a tag such as 00100010");
        }
    }

    private static ReadOptions withPrivateElements(Arguments arguments) throws Failed {
        if (arguments.value("--private").isEmpty()) {
            return ReadOptions.ALL;
        }
        String file = arguments.value("--private").get();
        try {
            return ReadOptions.ALL.withPrivateElements(PrivateDictionary.read(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            throw new Failed("cannot read the private dictionary " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads every file; one that cannot be read is named on {@code err}. True when all could be. */
    boolean each(String command, PrintStream err, Each each) {
        boolean good = true;
        for (Path path : paths) {
            try {
                each.accept(path, Part10.read(path, options));
            } catch (DicomException e) {
                err.println("farfield dicom " + command + ": " + e.getMessage());
                good = false;
            } catch (IOException e) {
                err.println("farfield dicom " + command + ": " + path + ": cannot be read: " + e.getMessage());
                good = false;
            }
        }
        return good;
    }
}
