package org.farfield.workstation.study.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.Tag;
import org.farfield.dicom.media.DirectoryFile;
import org.farfield.dicom.media.FileSet;

/**
 * Writes instances to a medium, either as they are or as a disc with a DICOMDIR (PS3.10 8). No name on the medium is
 * made of what a file says. Any thread.
 */
public final class StudyExport {
    private StudyExport() {}

    /**
     * What was written.
     *
     * @param problems files that could not be, each with its cause
     */
    public record Outcome(int written, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** The files byte for byte, numbered in folders by study and series. */
    public static Outcome copies(List<Path> files, Medium medium) throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> folders = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        int written = 0;
        for (Path file : files) {
            try {
                DataSet d = Part10.read(file, ReadOptions.HEADER).dataSet();
                String study = folder("ST", d.string(Tag.STUDY_INSTANCE_UID).orElse(""), folders);
                String series = study + "/"
                        + folder("SE", d.string(Tag.SERIES_INSTANCE_UID).orElse(""), folders);
                String name = String.format(Locale.ROOT, "/IM%06d.dcm", counts.merge(series, 1, Integer::sum));
                try (OutputStream out = medium.begin(series + name)) {
                    Files.copy(file, out);
                }
                written++;
            } catch (DicomException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        medium.finish();
        return new Outcome(written, problems);
    }

    private static String folder(String prefix, String uid, Map<String, Integer> folders) {
        int number = folders.computeIfAbsent(prefix + uid, key -> folders.size() + 1);
        return prefix + String.format(Locale.ROOT, "%06d", number);
    }

    /** The files with a DICOMDIR; those without compression in explicit little endian. */
    public static Outcome disc(List<Path> files, String label, Medium medium) throws IOException {
        List<String> problems = new ArrayList<>();
        FileSet set = new FileSet(label);
        int written = 0;
        for (Path file : files) {
            try {
                FileSet.Member member = set.add(Part10.read(file));
                try (OutputStream out = medium.begin(member.path())) {
                    Part10.write(member.file(), out);
                }
                written++;
            } catch (DicomException e) {
                String message = String.valueOf(e.getMessage());
                problems.add(message.startsWith(file.toString()) ? message : file + ": " + message);
            }
        }
        try (OutputStream out = medium.begin(DirectoryFile.NAME)) {
            out.write(set.directory());
        }
        medium.finish();
        return new Outcome(written, problems);
    }
}
