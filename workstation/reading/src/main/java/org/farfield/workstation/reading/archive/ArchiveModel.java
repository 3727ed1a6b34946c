package org.farfield.workstation.reading.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.farfield.dicom.network.association.AssociationException;
import org.farfield.dicom.network.service.Cancellation;
import org.farfield.dicom.network.service.OutgoingInstance;
import org.farfield.dicom.network.service.Retrieve;
import org.farfield.dicom.network.service.RetrieveProgress;
import org.farfield.dicom.network.service.SendListener;
import org.farfield.workstation.study.archive.Archive;
import org.farfield.workstation.study.archive.FoundStudy;
import org.farfield.workstation.study.archive.StudySources;
import org.farfield.workstation.study.store.StoreUsage;
import org.farfield.workstation.study.store.StudyFilter;

/**
 * The study browser: sources, a filter, what was found, and one operation at a time with progress and cancel. FX
 * thread; the network's work is done elsewhere and comes back through {@code ui}.
 */
public final class ArchiveModel implements AutoCloseable {
    /** Progress that nobody can measure. */
    public static final double UNKNOWN = -1;

    private final StudySources studies;
    private final Executor work;
    private final Executor ui;
    private final Consumer<List<Path>> opener;
    private final ReadingStates states;
    private final Map<String, ReadingState> reading = new HashMap<>();
    private final FilterModel filter = new FilterModel();
    private final ReceivingModel receiving;
    private final ObservableList<StudySource> sources = FXCollections.observableArrayList();
    private final ObjectProperty<StudySource> source = new SimpleObjectProperty<>(this, "source", StudySource.LOCAL);
    private final ObservableList<FoundStudy> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Notice> notice = new SimpleObjectProperty<>(this, "notice", Notice.NONE);
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress");
    private final ReadOnlyBooleanWrapper local = new ReadOnlyBooleanWrapper(this, "local", true);
    private final ReadOnlyObjectWrapper<StoreUsage> usage =
            new ReadOnlyObjectWrapper<>(this, "usage", new StoreUsage(0, Long.MAX_VALUE));
    private Cancellation cancellation = new Cancellation();
    private int asked;

    /**
     * @param states says how far the reading of a stored study has come
     * @param work runs what waits for the network
     * @param ui runs what must be on the FX thread
     * @param opener shows a study's files
     */
    public ArchiveModel(
            StudySources studies, ReadingStates states, Executor work, Executor ui, Consumer<List<Path>> opener) {
        this.studies = studies;
        this.states = states;
        this.work = work;
        this.ui = ui;
        this.opener = opener;
        this.receiving = new ReceivingModel(studies, work, ui, this::arrived, notice::set);
        sources.add(StudySource.LOCAL);
        for (Archive archive : studies.settings().archives()) {
            sources.add(new StudySource(Optional.of(archive)));
        }
        source.addListener((property, before, now) -> {
            rows.clear();
            local.set(now.isLocal());
            search();
        });
    }

    public ObservableList<StudySource> sources() {
        return FXCollections.unmodifiableObservableList(sources);
    }

    public ObjectProperty<StudySource> source() {
        return source;
    }

    /** Whether the store is chosen. */
    public ReadOnlyBooleanProperty local() {
        return local.getReadOnlyProperty();
    }

    /** How full the store was when it was last searched. */
    public ReadOnlyObjectProperty<StoreUsage> usage() {
        return usage.getReadOnlyProperty();
    }

    public FilterModel filter() {
        return filter;
    }

    public ObservableList<FoundStudy> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    public ObjectProperty<Notice> notice() {
        return notice;
    }

    /** Whether an operation is under way. */
    public BooleanProperty busy() {
        return busy;
    }

    /** 0..1, or {@link #UNKNOWN}. */
    public DoubleProperty progress() {
        return progress;
    }

    /** The storage SCP's switch. */
    public ReceivingModel receiving() {
        return receiving;
    }

    /** Asks the chosen source; an earlier question that is still open is cancelled and its answer dropped. */
    public void search() {
        StudySource from = source.get();
        StudyFilter wanted = filter.filter();
        Optional<ReadingState.Step> wantedState =
                from.isLocal() ? filter.state().get() : Optional.empty();
        Cancellation wish = begin("archive.searching", name(from));
        int number = asked;
        run(number, () -> {
            List<FoundStudy> found = from.archive().isPresent()
                    ? studies.find(from.archive().get(), wanted, wish)
                    : studies.local(wanted);
            Map<String, ReadingState> known = from.isLocal() ? states(found) : Map.of();
            StoreUsage full = studies.usage();
            List<FoundStudy> sorted = new ArrayList<>(found);
            wantedState.ifPresent(step -> sorted.removeIf(study ->
                    known.get(study.uid()) == null || known.get(study.uid()).step() != step));
            sorted.sort(Comparator.comparing(FoundStudy::date)
                    .thenComparing(FoundStudy::time)
                    .reversed());
            return () -> {
                reading.clear();
                reading.putAll(known);
                rows.setAll(sorted);
                usage.set(full);
                notice.set(Notice.of("archive.found", sorted.size(), name(from)));
            };
        });
    }

    private Map<String, ReadingState> states(List<FoundStudy> found) throws IOException {
        Map<String, ReadingState> known = new HashMap<>();
        for (FoundStudy study : found) {
            boolean documents = List.of(study.modalities().split(",", -1)).contains("SR");
            known.put(study.uid(), states.of(study, documents ? studies.documents(study.uid()) : List.of()));
        }
        return known;
    }

    /** How far the reading of a row has come; empty for an archive's. */
    public Optional<ReadingState> reading(FoundStudy study) {
        return Optional.ofNullable(reading.get(study.uid()));
    }

    /** Asks the chosen archive whether it is there. */
    public void test() {
        source.get().archive().ifPresent(archive -> {
            Cancellation _ = begin("archive.testing", archive.name());
            run(asked, () -> {
                long ms = Math.max(1, studies.test(archive).toMillis());
                return () -> notice.set(Notice.of("archive.answers", archive.name(), ms));
            });
        });
    }

    /** Brings a study of the chosen archive here. */
    public void retrieve(FoundStudy study) {
        source.get().archive().ifPresent(archive -> {
            if (archive.retrieveBy() == Archive.RetrieveBy.MOVE
                    && !receiving.on().get()) {
                notice.set(Notice.fault("archive.move.needs.receiving", archive.name()));
                return;
            }
            Cancellation wish = begin("archive.retrieving", archive.name());
            int number = asked;
            run(number, () -> {
                Retrieve.Result result =
                        studies.retrieve(archive, study.uid(), p -> ui.execute(() -> advance(number, p)), wish);
                return () -> retrieved(archive, result);
            });
        });
    }

    private void retrieved(Archive archive, Retrieve.Result result) {
        int came = result.progress().completed() + result.progress().warning();
        if (result.complete()) {
            notice.set(Notice.of("archive.retrieved", came, archive.name()));
        } else if (result.cancelled()) {
            notice.set(Notice.fault("archive.cancelled", came));
        } else {
            notice.set(Notice.fault(
                    "archive.incomplete", came, result.progress().failed(), archive.name(), result.outcome()));
        }
    }

    /** Sends a study of the store to an archive. */
    public void send(FoundStudy study, Archive to) {
        Cancellation wish = begin("archive.sending", to.name());
        int number = asked;
        AtomicInteger done = new AtomicInteger();
        List<String> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        run(number, () -> {
            int sent = studies.send(
                    to,
                    study.uid(),
                    new SendListener() {
                        @Override
                        public void onSent(OutgoingInstance instance, String note) {
                            int now = done.incrementAndGet();
                            ui.execute(() -> advance(number, now, study.instances()));
                        }

                        @Override
                        public void onFailed(OutgoingInstance instance, String cause) {
                            failures.add(cause);
                        }
                    },
                    wish);
            return () -> notice.set(
                    failures.isEmpty()
                            ? Notice.of("archive.sent", sent, to.name())
                            : Notice.fault(
                                    "archive.sent.not.all", sent, failures.size(), to.name(), failures.getFirst()));
        });
    }

    /** Shows a study of the store. */
    public void open(FoundStudy study) {
        Cancellation _ = begin("archive.opening", study.patient().displayName());
        run(asked, () -> {
            List<Path> files = studies.open(study.uid());
            return () -> {
                notice.set(Notice.NONE);
                opener.accept(files);
            };
        });
    }

    /** Ends what is under way; what has come by then stays. */
    public void cancel() {
        cancellation.cancel();
    }

    private void arrived() {
        if (source.get().isLocal() && !busy.get()) {
            search();
        }
    }

    private Cancellation begin(String key, Object value) {
        cancellation.cancel();
        cancellation = new Cancellation();
        asked++;
        busy.set(true);
        progress.set(UNKNOWN);
        notice.set(Notice.of(key, value));
        return cancellation;
    }

    private interface Job {
        Runnable run() throws IOException, InterruptedException;
    }

    private void run(int number, Job job) {
        work.execute(() -> {
            Runnable outcome;
            try {
                outcome = job.run();
            } catch (AssociationException e) {
                String key = "archive.fault." + e.kind().name();
                outcome = () -> notice.set(Notice.fault(key, String.valueOf(e.getMessage())));
            } catch (IOException | RuntimeException e) {
                outcome = () -> notice.set(Notice.fault("archive.failed", String.valueOf(e.getMessage())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            Runnable result = outcome;
            ui.execute(() -> {
                if (number == asked) {
                    busy.set(false);
                    progress.set(0);
                    result.run();
                }
            });
        });
    }

    private void advance(int number, RetrieveProgress p) {
        advance(number, p.total() - p.remaining(), p.total());
    }

    private void advance(int number, int done, int total) {
        if (number == asked) {
            progress.set(total > 0 ? Math.min(1, (double) done / total) : UNKNOWN);
        }
    }

    private static Object name(StudySource source) {
        return source.archive().map(Archive::name).orElse("");
    }

    /** Ends the operation, the storage SCP and the network. */
    @Override
    public void close() throws IOException {
        cancel();
        receiving.close();
        studies.close();
    }
}
