package org.farfield.workstation.reading.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.farfield.dicom.DicomException;
import org.farfield.dicom.Part10;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.report.sr.Codes;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.Problem;

/** Finds the measurements that a study's documents hold for a series. Reads files: not on the FX thread. */
final class MeasurementFiles {
    private final DraftFolder drafts;

    MeasurementFiles(DraftFolder drafts) {
        this.drafts = drafts;
    }

    /**
     * What was found.
     *
     * @param from the documents that they come from; the next one takes their place
     * @param draft whether they were never saved
     */
    record Found(List<Measurement> measurements, List<InstanceRef> from, boolean draft, List<Problem> problems) {
        Found {
            measurements = List.copyOf(measurements);
            from = List.copyOf(from);
            problems = List.copyOf(problems);
        }
    }

    Found find(KeptStudy study, String frameOfReferenceUid) {
        List<Problem> problems = new ArrayList<>();
        Path draft = drafts.file("measurements", study.series().uid(), frameOfReferenceUid);
        if (Files.exists(draft)) {
            try {
                SrDocument document = SrDocument.of(Part10.read(draft).dataSet());
                return new Found(read(document, study, frameOfReferenceUid), document.predecessors(), true, problems);
            } catch (IOException e) {
                problems.add(new Problem(draft, Problem.Kind.MALFORMED, "the draft cannot be read: " + e.getMessage()));
            }
        }
        List<SrDocument> documents = reports(study, problems);
        Set<String> replaced = new HashSet<>();
        documents.forEach(each -> each.predecessors().forEach(old -> replaced.add(old.sopInstanceUid())));
        List<Measurement> all = new ArrayList<>();
        List<InstanceRef> from = new ArrayList<>();
        for (SrDocument document : documents) {
            if (!replaced.contains(document.place().sopInstanceUid())) {
                List<Measurement> some = read(document, study, frameOfReferenceUid);
                all.addAll(some);
                if (!some.isEmpty()) {
                    from.add(document.reference());
                }
            }
        }
        return new Found(all, from, false, problems);
    }

    private static List<SrDocument> reports(KeptStudy study, List<Problem> problems) {
        List<SrDocument> found = new ArrayList<>();
        for (Path file : study.documents()) {
            try {
                SrDocument document = SrDocument.of(Part10.read(file).dataSet());
                if (document.root()
                        .find(item -> item.isNamed(Codes.MEASUREMENT_GROUP))
                        .isPresent()) {
                    found.add(document);
                }
            } catch (DicomException e) {
                problems.add(new Problem(
                        file, Problem.Kind.MALFORMED, "its measurements cannot be read: " + e.getMessage()));
            } catch (IOException e) {
                problems.add(new Problem(
                        file, Problem.Kind.UNREADABLE, "its measurements cannot be read: " + e.getMessage()));
            }
        }
        return found;
    }

    private static List<Measurement> read(SrDocument document, KeptStudy study, String frameOfReferenceUid) {
        return new MeasurementReportReading(frameOfReferenceUid, study::plane).read(document.root());
    }
}
