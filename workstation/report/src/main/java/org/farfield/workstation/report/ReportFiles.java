package org.farfield.workstation.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.Part10;
import org.farfield.workstation.report.sr.SrDocument;

/**
 * The reports among the documents of a study. Reads files.
 *
 * @param reports all of them, oldest first
 * @param problems a line for each file that could not be read; it names the file
 */
public record ReportFiles(List<Report> reports, List<String> problems) {
    public ReportFiles {
        reports = List.copyOf(reports);
        problems = List.copyOf(problems);
    }

    /** Looks through documents. */
    public static ReportFiles of(List<Path> documents) {
        List<Report> reports = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : documents) {
            try {
                SrDocument document = SrDocument.of(Part10.read(file).dataSet());
                if (ReportDocument.isReport(document)) {
                    reports.add(ReportDocument.read(document));
                }
            } catch (IOException e) {
                problems.add(file + ": " + e.getMessage());
            }
        }
        reports.sort(Comparator.comparing(Report::made));
        return new ReportFiles(reports, problems);
    }

    /** The newest that no other takes the place of. */
    public Optional<Report> current() {
        Set<String> replaced = new HashSet<>();
        reports.forEach(each -> each.before().forEach(old -> replaced.add(old.sopInstanceUid())));
        return reports.reversed().stream()
                .filter(each -> !replaced.contains(each.place().sopInstanceUid()))
                .findFirst();
    }

    /** The one that another takes the place of, where it is here. */
    public Optional<Report> before(Report report) {
        return reports.stream()
                .filter(each -> report.before().contains(each.reference()))
                .findFirst();
    }
}
