package org.farfield.workstation.reading.kept;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.farfield.dicom.Uids;
import org.farfield.rendering.volume.Volume;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.reading.measure.Measured;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.report.sr.ContentItem;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.SrDocument;
import org.farfield.workstation.report.sr.StudyHeader;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.LocalStore;

/**
 * Keeps measurements: a draft on the disk after each change, a measurement report in the study when they are saved, and
 * both read again when the series is shown. FX thread; the disk is touched on {@code disk}, one task after the other.
 */
public final class KeptMeasurements {
    private static final int SERIES_NUMBER = 9001;

    /** Where the measurements of what is shown stand. */
    public enum Standing {
        /** Nothing is measured, or nothing that is measured can be kept: the images came from no file. */
        NOTHING,
        /** As they are in the study. */
        SAVED,
        /** Only in a draft. */
        DRAFT
    }

    private final ReadingModel reading;
    private final StudyListModel list;
    private final LoadModel load;
    private final LocalStore store;
    private final DraftFolder drafts;
    private final Executor ui;
    private final Executor disk;
    private final DiskWork work;
    private final Clock clock;
    private final Supplier<Reader> reader;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.NOTHING);
    private Optional<Shown> shown = Optional.empty();
    private Subscription changes = Subscription.EMPTY;
    private Runnable saved = () -> {};

    /** The series before the reader, and from which documents its measurements come. */
    private final class Shown {
        private final KeptStudy study;
        private final MprModel mpr;
        private final Path draft;
        private List<InstanceRef> from = List.of();
        private List<Measurement> onDisk = List.of();
        /** The newest only: a hand that draws is faster than a disk. */
        private final AtomicReference<Optional<List<Measurement>>> unwritten = new AtomicReference<>(Optional.empty());

        Shown(KeptStudy study, MprModel mpr) {
            this.study = study;
            this.mpr = mpr;
            this.draft = drafts.file("measurements", study.series().uid(), frameOfReference());
        }

        String frameOfReference() {
            return mpr.displaySet().volume().geometry().frameOfReference().uid();
        }
    }

    /**
     * @param ui runs what must be on the FX thread
     * @param disk runs one task after the other
     * @param reader who measures
     */
    public KeptMeasurements(
            ReadingModel reading,
            StudyListModel list,
            LoadModel load,
            LocalStore store,
            DraftFolder drafts,
            Executor ui,
            Executor disk,
            Clock clock,
            Supplier<Reader> reader) {
        this.reading = reading;
        this.list = list;
        this.load = load;
        this.store = store;
        this.drafts = drafts;
        this.ui = ui;
        this.disk = disk;
        this.work = new DiskWork(disk, ui, problem -> load.report(List.of(problem)));
        this.clock = clock;
        this.reader = reader;
        reading.mpr().subscribe(mpr -> leave());
        list.shown().subscribe(set -> set.ifPresent(now -> follow()));
    }

    /** Runs after measurements were saved. */
    public void onSaved(Runnable action) {
        saved = action;
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    private void leave() {
        changes.unsubscribe();
        changes = Subscription.EMPTY;
        shown = Optional.empty();
        standing.set(Standing.NOTHING);
    }

    private void follow() {
        Optional<MprModel> mpr = reading.mpr().get();
        Optional<StudyRow.OfSeries> row = list.shownRow();
        if (mpr.isEmpty() || row.isEmpty()) {
            return;
        }
        leave();
        Shown now = new Shown(KeptStudy.of(row.get(), list.rows()), mpr.get());
        shown = Optional.of(now);
        disk.execute(() -> {
            MeasurementFiles.Found found = new MeasurementFiles(drafts).find(now.study, now.frameOfReference());
            ui.execute(() -> found(now, found));
        });
    }

    private void found(Shown now, MeasurementFiles.Found found) {
        if (isShown(now)) {
            load.report(found.problems());
            now.from = found.from();
            now.onDisk = found.measurements();
            if (now.mpr.state().measurements().isEmpty()) {
                now.mpr.measure().show(found.measurements());
            }
            standing.set(
                    found.draft()
                            ? Standing.DRAFT
                            : found.measurements().isEmpty() ? Standing.NOTHING : Standing.SAVED);
            changes = now.mpr.stateProperty().subscribe(state -> changed(now, state.measurements()));
        }
    }

    private boolean isShown(Shown now) {
        return shown.filter(each -> each == now).isPresent();
    }

    /** Writes a draft when a measurement is complete; those that are being drawn are not kept. */
    private void changed(Shown now, List<Measurement> measurements) {
        boolean whole = measurements.stream().allMatch(Measurement::complete);
        if (!whole || measurements.equals(now.onDisk)) {
            return;
        }
        now.onDisk = measurements;
        standing.set(Standing.DRAFT);
        if (now.unwritten.getAndSet(Optional.of(measurements)).isEmpty()) {
            Writing writing = new Writing(now);
            work.run(now.draft, "cannot be kept", () -> {
                Optional<List<Measurement>> newest = now.unwritten.getAndSet(Optional.empty());
                if (newest.isPresent()) {
                    drafts.write(now.draft, writing.document(newest.get()).toPart10());
                }
            });
        }
    }

    /** Puts the measurements into the study as a measurement report; nothing where there are none to save. */
    public void save() {
        shown.filter(now -> standing.get() == Standing.DRAFT).ifPresent(now -> {
            List<Measurement> measurements = now.mpr.state().measurements();
            Writing writing = new Writing(now);
            work.run(now.draft, "cannot be kept", () -> {
                SrDocument document = writing.document(measurements);
                store.store(document.toPart10());
                drafts.delete(now.draft);
                ui.execute(() -> {
                    now.from = List.of(document.reference());
                    if (isShown(now) && now.onDisk.equals(measurements)) {
                        standing.set(Standing.SAVED);
                    }
                    saved.run();
                });
            });
        });
    }

    /** All that a document needs beside the measurements, as it was when somebody measured. */
    private final class Writing {
        private final Shown now;
        private final Reader who = reader.get();
        private final List<InstanceRef> from;
        private final ZonedDateTime made = ZonedDateTime.now(clock);

        Writing(Shown now) {
            this.now = now;
            this.from = now.from;
        }

        /** On the disk's thread: a region's numbers take their time. */
        SrDocument document(List<Measurement> measurements) throws IOException {
            Volume volume = now.mpr.displaySet().volume();
            MeasurementReport report =
                    new MeasurementReport(now.frameOfReference(), volume.unit(), m -> Measured.of(m, volume));
            ContentItem root = report.write(
                    measurements, who.language(), who.name(), now.study.series().modality(), now.study.images());
            return new SrDocument(
                    SrDocument.COMPREHENSIVE_3D,
                    StudyHeader.of(now.study.file()),
                    new SrDocument.Place(Uids.create(), SERIES_NUMBER, "Measurements", Uids.create(), 1),
                    made,
                    "1500",
                    root,
                    true,
                    false,
                    List.of(),
                    now.study.images(),
                    from);
        }
    }
}
