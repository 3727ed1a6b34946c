package org.farfield.workstation.reading.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.Part10;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportDocument;
import org.farfield.workstation.report.ReportFiles;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.Patient;
import org.farfield.workstation.study.archive.FoundStudy;

/** Finds out from a study's reports, and from drafts, how far its reading has come. Any thread; reads files. */
public final class ReadingStates {
    private final DraftFolder drafts;

    /** @param drafts where this machine's readers have what they did not finish */
    public ReadingStates(DraftFolder drafts) {
        this.drafts = drafts;
    }

    /** @param documents the study's structured reports */
    ReadingState of(FoundStudy study, List<Path> documents) {
        Optional<Report> draft = draft(study);
        Optional<Report> report = ReportFiles.of(documents).current();
        boolean critical = draft.or(() -> report)
                .flatMap(Report::critical)
                .filter(finding -> finding.acknowledged().isEmpty())
                .isPresent();
        if (draft.isPresent()) {
            ReadingState.Step step =
                    draft.get().before().isEmpty() ? ReadingState.Step.READING : ReadingState.Step.SECOND_READING;
            return new ReadingState(step, shown(draft.get().author()), critical);
        }
        return report.map(signed -> new ReadingState(step(signed), signer(signed), critical))
                .orElseGet(() -> new ReadingState(
                        study.unread() ? ReadingState.Step.UNREAD : ReadingState.Step.OPENED, "", false));
    }

    private Optional<Report> draft(FoundStudy study) {
        Path file = drafts.file("report", study.uid());
        try {
            return Files.exists(file) ? ReportDocument.read(Part10.read(file).dataSet()) : Optional.empty();
        } catch (IOException unreadable) {
            // whoever opens the study is told of it
            return Optional.empty();
        }
    }

    private static ReadingState.Step step(Report signed) {
        return switch (signed.status()) {
            case DRAFT -> ReadingState.Step.READING;
            case FIRST_SIGNED -> ReadingState.Step.FIRST_READ;
            case FINAL -> signed.addenda().isEmpty() ? ReadingState.Step.SIGNED : ReadingState.Step.ADDENDUM;
        };
    }

    private static String signer(Report signed) {
        return shown(
                signed.signatures().isEmpty()
                        ? signed.author()
                        : signed.signatures().getLast().name());
    }

    private static String shown(String name) {
        return new Patient(name, "", "", "").displayName();
    }
}
