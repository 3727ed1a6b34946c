package org.farfield.workstation.reading.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Uids;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.reading.kept.KeptStudy;
import org.farfield.workstation.reading.kept.Reader;
import org.farfield.workstation.report.Addendum;
import org.farfield.workstation.report.CriticalFinding;
import org.farfield.workstation.report.EncapsulatedPdf;
import org.farfield.workstation.report.KeyImage;
import org.farfield.workstation.report.KeyPicture;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportDocument;
import org.farfield.workstation.report.ReportFiles;
import org.farfield.workstation.report.ReportPdf;
import org.farfield.workstation.report.ReportTemplate;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.LocalStore;
import org.farfield.workstation.study.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The report of the study that is shown. Each change is in a draft on the disk before the next one is; signing puts the
 * document into the study and takes the draft away. FX thread; the disk is touched on {@code disk}, one task after the
 * other.
 */
public final class ReportModel {
    private final StudyListModel list;
    private final LoadModel load;
    private final LocalStore store;
    private final DraftFolder drafts;
    private final Executor ui;
    private final Executor disk;
    private final Clock clock;
    private final Supplier<Reader> reader;
    private final List<ReportTemplate> templates;
    private final ReadOnlyObjectWrapper<Optional<Report>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Report>> before = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<KeptStudy>> study = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableMap<String, BufferedImage> pictures = FXCollections.observableHashMap();
    private Optional<StudyHeader> header = Optional.empty();
    private final AtomicReference<Optional<Report>> unwritten = new AtomicReference<>(Optional.empty());
    private Runnable signed = () -> {};

    /**
     * @param ui runs what must be on the FX thread
     * @param disk runs one task after the other
     * @param reader who reads here
     * @param templates what reports can begin with
     */
    public ReportModel(
            StudyListModel list,
            LoadModel load,
            LocalStore store,
            DraftFolder drafts,
            Executor ui,
            Executor disk,
            Clock clock,
            Supplier<Reader> reader,
            List<ReportTemplate> templates) {
        this.list = list;
        this.load = load;
        this.store = store;
        this.drafts = drafts;
        this.ui = ui;
        this.disk = disk;
        this.clock = clock;
        this.reader = reader;
        this.templates = List.copyOf(templates);
        list.shown().subscribe(set -> list.shownRow().ifPresent(this::follow));
    }

    /** Runs after a document was put into the study. */
    public void onSigned(Runnable action) {
        signed = action;
    }

    /** The report of the study that is shown; empty where none was begun. */
    public ReadOnlyObjectProperty<Optional<Report>> report() {
        return report.getReadOnlyProperty();
    }

    /** The signed report that the draft will take the place of. */
    public ReadOnlyObjectProperty<Optional<Report>> before() {
        return before.getReadOnlyProperty();
    }

    /** The study that is shown. */
    public ReadOnlyObjectProperty<Optional<KeptStudy>> study() {
        return study.getReadOnlyProperty();
    }

    /** The pictures of the key images that have been read so far, by SOP Instance UID. */
    public ObservableMap<String, BufferedImage> pictures() {
        return FXCollections.unmodifiableObservableMap(pictures);
    }

    private void follow(StudyRow.OfSeries row) {
        KeptStudy now = KeptStudy.of(row, list.rows());
        boolean same = study.get()
                .filter(other -> other.study().uid().equals(now.study().uid()))
                .isPresent();
        study.set(Optional.of(now));
        if (same) {
            return;
        }
        report.set(Optional.empty());
        before.set(Optional.empty());
        pictures.clear();
        header = Optional.empty();
        Path draft = draft(now);
        disk.execute(() -> read(now, draft));
    }

    private Path draft(KeptStudy of) {
        return drafts.file("report", of.study().uid());
    }

    private void read(KeptStudy now, Path draft) {
        ReportFiles files = ReportFiles.of(now.documents());
        List<Problem> problems = new ArrayList<>();
        files.problems().forEach(line -> problems.add(new Problem(draft, Problem.Kind.MALFORMED, line)));
        Optional<Report> open = files.current();
        StudyHeader top = null;
        try {
            if (Files.exists(draft)) {
                open = ReportDocument.read(Part10.read(draft).dataSet());
            }
            top = StudyHeader.of(now.file());
        } catch (IOException e) {
            problems.add(new Problem(draft, Problem.Kind.MALFORMED, "the draft of the report: " + e.getMessage()));
        }
        Optional<Report> found = open;
        Optional<StudyHeader> head = Optional.ofNullable(top);
        ui.execute(() -> {
            load.report(problems);
            if (isShown(now)) {
                header = head;
                before.set(found.flatMap(files::before));
                report.set(found);
                found.ifPresent(this::readPictures);
            }
        });
    }

    private boolean isShown(KeptStudy then) {
        return study.get()
                .filter(now -> now.study().uid().equals(then.study().uid()))
                .isPresent();
    }

    /** The templates for the study, the best first. */
    public List<ReportTemplate> templates() {
        String modality = study.get().map(now -> now.series().modality()).orElse("");
        String words = study.get()
                .map(now -> now.series().bodyPart() + " " + now.series().description() + " "
                        + now.study().description())
                .orElse("");
        String language = reader.get().language();
        Comparator<ReportTemplate> best = Comparator.comparingInt(each -> -each.fits(language, modality, words));
        return templates.stream()
                .filter(each -> each.fits(language, modality, words) >= 0)
                .sorted(best)
                .toList();
    }

    /** Begins a draft; nothing where there is a report, or no study. */
    public void begin(ReportTemplate template) {
        if (report.get().isEmpty() && header.isPresent()) {
            change(Report.draft(
                    header.get(),
                    template.title(),
                    template.language(),
                    reader.get().name(),
                    now(),
                    template.texts()));
        }
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock).withNano(0);
    }

    private boolean isDraft() {
        return report.get().filter(now -> now.status() == Report.Status.DRAFT).isPresent();
    }

    /** Says something in a section of the draft. */
    public void write(Section section, String text) {
        edit(now -> now.with(section, text));
    }

    /** Adds lines at the end of a section of the draft. */
    public void append(Section section, List<String> lines) {
        edit(now -> {
            String text = now.text(section).stripTrailing();
            return now.with(section, (text.isEmpty() ? "" : text + "\n") + String.join("\n", lines));
        });
    }

    /** Marks a finding as critical, in place of the one before; none where the text is blank. */
    public void critical(String text) {
        edit(now ->
                now.with(text.isBlank() ? Optional.empty() : Optional.of(new CriticalFinding(text, Optional.empty()))));
    }

    /** Puts the words of the document before back into a section. */
    public void restore(Section section) {
        before.get().ifPresent(old -> write(section, old.text(section)));
    }

    /** The sections in which the draft differs from the document that it takes the place of. */
    public List<Section> differences() {
        if (report.get().isEmpty() || before.get().isEmpty()) {
            return List.of();
        }
        return java.util.Arrays.stream(Section.values())
                .filter(each -> !report.get()
                        .get()
                        .text(each)
                        .strip()
                        .equals(before.get().get().text(each).strip()))
                .toList();
    }

    private void edit(UnaryOperator<Report> action) {
        report.get().filter(now -> isDraft()).map(action).ifPresent(this::change);
    }

    private void change(Report to) {
        if (report.get().equals(Optional.of(to))) {
            return;
        }
        report.set(Optional.of(to));
        study.get().ifPresent(now -> {
            Path draft = draft(now);
            if (unwritten.getAndSet(Optional.of(to)).isEmpty()) {
                run(draft, () -> writeDraft(draft), () -> {});
            }
        });
    }

    /** The newest words only: typing is faster than a disk. On the disk's thread. */
    private void writeDraft(Path draft) throws IOException {
        Optional<Report> newest = unwritten.getAndSet(Optional.empty());
        if (newest.isPresent()) {
            drafts.write(draft, ReportDocument.of(newest.get()).toPart10());
        }
    }

    /** Something done on the disk. */
    private interface DiskTask {
        void run() throws IOException;
    }

    private void run(Path about, DiskTask task, Runnable done) {
        disk.execute(() -> {
            try {
                task.run();
                ui.execute(done);
            } catch (IOException | RuntimeException e) {
                Problem problem =
                        new Problem(about, Problem.Kind.UNREADABLE, "the report cannot be kept: " + e.getMessage());
                ui.execute(() -> load.report(List.of(problem)));
            }
        });
    }

    /** Keeps a picture of what the reader sees as a key image; begins a draft where there is none. */
    public void addKeyImage(BufferedImage picture) {
        if (report.get().isEmpty()) {
            templates().stream().findFirst().ifPresent(this::begin);
        }
        if (header.isEmpty() || !isDraft()) {
            return;
        }
        Report now = report.get().orElseThrow();
        String series = now.keyImages().isEmpty()
                ? Uids.create()
                : now.keyImages().getFirst().picture().seriesUid();
        DataSet instance = KeyPicture.of(header.get(), series, now.keyImages().size() + 1, picture, now());
        InstanceRef reference = KeyPicture.reference(instance);
        pictures.put(reference.sopInstanceUid(), picture);
        List<KeyImage> more = new ArrayList<>(now.keyImages());
        more.add(new KeyImage(reference, ""));
        run(store.root(), () -> store.store(KeyPicture.toPart10(instance)), () -> {});
        change(now.withKeyImages(more));
    }

    /** Says what a key image shows. */
    public void caption(KeyImage image, String words) {
        edit(now -> now.withKeyImages(now.keyImages().stream()
                .map(each -> each.picture().equals(image.picture()) ? each.captioned(words) : each)
                .toList()));
    }

    /** Takes a key image out of the draft; the picture stays in the study. */
    public void removeKeyImage(KeyImage image) {
        edit(now -> now.withKeyImages(now.keyImages().stream()
                .filter(each -> !each.picture().equals(image.picture()))
                .toList()));
    }

    private void readPictures(Report of) {
        Map<String, Path> files = new HashMap<>();
        for (KeyImage image : of.keyImages()) {
            fileOf(image.picture()).ifPresent(file -> files.put(image.picture().sopInstanceUid(), file));
        }
        files.forEach((uid, file) -> disk.execute(() -> {
            try {
                BufferedImage picture = KeyPicture.read(file);
                ui.execute(() -> pictures.put(uid, picture));
            } catch (IOException e) {
                Problem problem = new Problem(file, Problem.Kind.MALFORMED, "the key image: " + e.getMessage());
                ui.execute(() -> load.report(List.of(problem)));
            }
        }));
    }

    private Optional<Path> fileOf(InstanceRef image) {
        Path stored = store.instanceFile(image.studyUid(), image.seriesUid(), image.sopInstanceUid());
        return Files.exists(stored)
                ? Optional.of(stored)
                : study.get().stream()
                        .flatMap(now -> now.study().series().stream())
                        .flatMap(series -> series.instances().stream())
                        .filter(each -> each.sopInstanceUid().equals(image.sopInstanceUid()))
                        .map(each -> each.file())
                        .findFirst();
    }

    /**
     * Signs the draft and puts it into the study, the last one with its print.
     *
     * @param last whether nobody else is to look at it
     */
    public void sign(boolean last) {
        if (!isDraft() || study.get().isEmpty()) {
            return;
        }
        Report draft = report.get().orElseThrow();
        ZonedDateTime when = now();
        Reader who = reader.get();
        Optional<Report> old = before.get();
        List<SrDocument.Verifier> standing =
                old.filter(draft::saysTheSame).map(Report::signatures).orElse(List.of());
        put(
                draft.signed(
                        new SrDocument.Verifier(who.name(), who.organization(), SrDocument.dateTime(when)),
                        when,
                        last,
                        standing),
                last);
    }

    /** Opens what the first reader signed for the second one, who sees what they change. */
    public void review() {
        report.get().filter(now -> now.status() == Report.Status.FIRST_SIGNED).ifPresent(first -> {
            before.set(Optional.of(first));
            change(first.reopened(reader.get().name(), now()));
        });
    }

    /** Adds something to a signed report. */
    public void addAddendum(String text) {
        report.get()
                .filter(now -> now.status() == Report.Status.FINAL && !text.isBlank())
                .ifPresent(now -> put(
                        now.added(new Addendum(text.strip(), reader.get().name(), SrDocument.dateTime(now())), now()),
                        true));
    }

    /** Says that whoever sits here has taken note of the critical finding. */
    public void acknowledge() {
        report.get()
                .filter(now -> now.status() != Report.Status.DRAFT
                        && now.critical()
                                .filter(each -> each.acknowledged().isEmpty())
                                .isPresent())
                .ifPresent(now -> put(
                        now.acknowledged(
                                new CriticalFinding.Acknowledgement(reader.get().name(), SrDocument.dateTime(now())),
                                now()),
                        false));
    }

    private void put(Report done, boolean print) {
        KeptStudy where = study.get().orElseThrow();
        Path draft = draft(where);
        report.set(Optional.of(done));
        before.set(Optional.empty());
        List<ReportPdf.Picture> shown = print(done);
        run(
                draft,
                () -> {
                    store.store(ReportDocument.of(done).toPart10());
                    drafts.delete(draft);
                    if (print) {
                        store.store(EncapsulatedPdf.of(done, ReportPdf.of(done, shown)));
                    }
                },
                signed);
    }

    private List<ReportPdf.Picture> print(Report of) {
        List<ReportPdf.Picture> shown = new ArrayList<>();
        for (KeyImage image : of.keyImages()) {
            @Nullable BufferedImage picture = pictures.get(image.picture().sopInstanceUid());
            if (picture != null) {
                shown.add(new ReportPdf.Picture(picture, image.caption()));
            }
        }
        return shown;
    }

    /** Writes the report as PDF, as it stands. */
    public void savePdf(Path file) {
        report.get().ifPresent(now -> {
            List<ReportPdf.Picture> shown = print(now);
            run(file, () -> Files.write(file, ReportPdf.of(now, shown)), () -> {});
        });
    }
}
