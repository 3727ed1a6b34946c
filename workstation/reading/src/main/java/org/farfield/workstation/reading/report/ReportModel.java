package org.farfield.workstation.reading.report;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Uids;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.reading.kept.KeptStudy;
import org.farfield.workstation.reading.kept.Reader;
import org.farfield.workstation.report.Addendum;
import org.farfield.workstation.report.CriticalFinding;
import org.farfield.workstation.report.KeyImage;
import org.farfield.workstation.report.KeyPicture;
import org.farfield.workstation.report.Report;
import org.farfield.workstation.report.ReportPdf;
import org.farfield.workstation.report.ReportTemplate;
import org.farfield.workstation.report.Section;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.LocalStore;
import org.jspecify.annotations.Nullable;

/**
 * The report of the study that is shown. Each change is in a draft on the disk before the next one is; signing puts the
 * document into the study and takes the draft away. FX thread; the disk is touched on {@code disk}, one task after the
 * other.
 */
public final class ReportModel {
    private final StudyListModel list;
    private final LoadModel load;
    private final ReportShelf shelf;
    private final Clock clock;
    private final Supplier<Reader> reader;
    private final List<ReportTemplate> templates;
    private final ReadOnlyObjectWrapper<Optional<Report>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Report>> before = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<KeptStudy>> study = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableMap<String, BufferedImage> pictures = FXCollections.observableHashMap();
    private Optional<StudyHeader> header = Optional.empty();
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
        this.shelf = new ReportShelf(store, drafts, ui, disk, problem -> load.report(List.of(problem)));
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
        shelf.read(now, found -> found(now, found));
    }

    private void found(KeptStudy now, ReportShelf.Found found) {
        load.report(found.problems());
        if (isShown(now)) {
            header = found.header();
            before.set(found.before());
            report.set(found.report());
            found.report().ifPresent(this::readPictures);
        }
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
        study.get().ifPresent(now -> shelf.writeDraft(now, to));
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
        shelf.put(instance);
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
        study.get()
                .ifPresent(now -> of.keyImages()
                        .forEach(image -> shelf.readPicture(
                                now,
                                image.picture(),
                                picture -> pictures.put(image.picture().sopInstanceUid(), picture))));
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
        report.set(Optional.of(done));
        before.set(Optional.empty());
        shelf.put(where, done, print ? Optional.of(print(done)) : Optional.empty(), signed);
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
            shelf.print(file, now, print(now));
        });
    }
}
