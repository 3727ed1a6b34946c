package org.farfield.workstation.reading.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.workstation.reading.kept.DiskWork;
import org.farfield.workstation.reading.kept.KeptStudy;
import org.farfield.workstation.report.EncapsulatedPdf;
import org.farfield.workstation.report.KeyPicture;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportDocument;
import org.farfield.workstation.report.ReportFiles;
import org.farfield.workstation.report.ReportPdf;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.StudyHeader;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.Instance;
import org.farfield.workstation.study.LocalStore;
import org.farfield.workstation.study.Problem;

/**
 * Where reports lie: drafts, documents and pictures on the disk. Called on the FX thread; works on {@code disk}, one
 * task after the other, and answers on {@code ui}.
 */
final class ReportShelf {
    private final LocalStore store;
    private final DraftFolder drafts;
    private final Executor ui;
    private final DiskWork disk;
    private final Map<Path, Report> unwritten = new ConcurrentHashMap<>();

    ReportShelf(LocalStore store, DraftFolder drafts, Executor ui, Executor disk, Consumer<Problem> trouble) {
        this.store = store;
        this.drafts = drafts;
        this.ui = ui;
        this.disk = new DiskWork(disk, ui, trouble);
    }

    /**
     * What there is of a study.
     *
     * @param report its draft, else its current report
     * @param before the report that this one takes the place of
     * @param header empty where the study's files cannot be read
     */
    record Found(
            Optional<Report> report, Optional<Report> before, Optional<StudyHeader> header, List<Problem> problems) {}

    private Path draft(KeptStudy of) {
        return drafts.file("report", of.study().uid());
    }

    void read(KeptStudy study, Consumer<Found> answer) {
        disk.run(draft(study), "the report", () -> {
            Found found = find(study);
            ui.execute(() -> answer.accept(found));
        });
    }

    private Found find(KeptStudy study) {
        Path draft = draft(study);
        ReportFiles files = ReportFiles.of(study.documents());
        List<Problem> problems = new ArrayList<>();
        files.problems().forEach(line -> problems.add(new Problem(draft, Problem.Kind.MALFORMED, line)));
        Optional<Report> report = files.current();
        Optional<StudyHeader> header = Optional.empty();
        try {
            header = Optional.of(StudyHeader.of(study.file()));
            if (Files.exists(draft)) {
                report = ReportDocument.read(Part10.read(draft).dataSet());
            }
        } catch (IOException e) {
            problems.add(new Problem(draft, Problem.Kind.MALFORMED, "the draft of the report: " + e.getMessage()));
        }
        return new Found(report, report.flatMap(files::before), header, problems);
    }

    /** Writes the newest words only: typing is faster than a disk. */
    void writeDraft(KeptStudy study, Report report) {
        Path draft = draft(study);
        if (unwritten.put(draft, report) == null) {
            disk.run(draft, "the report", () -> {
                Report newest = unwritten.remove(draft);
                if (newest != null) {
                    drafts.write(draft, ReportDocument.of(newest).toPart10());
                }
            });
        }
    }

    /** Puts a picture into its study. */
    void put(DataSet picture) {
        disk.run(store.root(), "the report", () -> store.store(KeyPicture.toPart10(picture)));
    }

    /**
     * Puts a signed report into its study and takes the draft away.
     *
     * @param print with these pictures, if it is to be printed too
     */
    void put(KeptStudy study, Report signed, Optional<List<ReportPdf.Picture>> print, Runnable done) {
        Path draft = draft(study);
        disk.run(draft, "the report", () -> {
            store.store(ReportDocument.of(signed).toPart10());
            drafts.delete(draft);
            if (print.isPresent()) {
                store.store(EncapsulatedPdf.of(signed, ReportPdf.of(signed, print.get())));
            }
            ui.execute(done);
        });
    }

    /** Writes a report as PDF. */
    void print(Path file, Report report, List<ReportPdf.Picture> pictures) {
        disk.run(file, "the report", () -> Files.write(file, ReportPdf.of(report, pictures)));
    }

    /** Reads a key image, where the store or the study has it. */
    void readPicture(KeptStudy study, InstanceRef image, Consumer<BufferedImage> answer) {
        disk.run(store.root(), "the report", () -> {
            Optional<Path> file = file(study, image);
            if (file.isPresent()) {
                BufferedImage picture = KeyPicture.read(file.get());
                ui.execute(() -> answer.accept(picture));
            }
        });
    }

    private Optional<Path> file(KeptStudy study, InstanceRef image) {
        Path stored = store.instanceFile(image.studyUid(), image.seriesUid(), image.sopInstanceUid());
        return Files.exists(stored)
                ? Optional.of(stored)
                : study.study().series().stream()
                        .flatMap(series -> series.instances().stream())
                        .filter(each -> each.sopInstanceUid().equals(image.sopInstanceUid()))
                        .map(Instance::file)
                        .findFirst();
    }
}
