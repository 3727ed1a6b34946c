package org.farfield.workstation.reading.presentation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Uids;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.workstation.reading.Change;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.PlaneView;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.reading.kept.DiskWork;
import org.farfield.workstation.reading.kept.Reader;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.report.gsps.PresentationState;
import org.farfield.workstation.report.gsps.PresentationState.Orientation;
import org.farfield.workstation.report.gsps.PresentationState.Rescale;
import org.farfield.workstation.report.gsps.PresentationStateReading;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.report.sr.StudyHeader;
import org.farfield.workstation.study.LocalStore;
import org.farfield.workstation.study.Problem;

/**
 * The presentation states of the study that is shown, whoever made them: saves the view as one, and shows the volume as
 * one says. FX thread; the disk is touched on {@code disk}, one task after the other.
 */
public final class PresentationStates {
    private final ReadingModel reading;
    private final ShownStudy study;
    private final LoadModel load;
    private final LocalStore store;
    private final Executor ui;
    private final Executor disk;
    private final DiskWork work;
    private final Clock clock;
    private final Supplier<Reader> reader;
    private final ReadOnlyObjectWrapper<List<PresentationState>> states =
            new ReadOnlyObjectWrapper<>(this, "states", List.of());
    private final ReadOnlyObjectWrapper<Optional<PresentationState>> applied =
            new ReadOnlyObjectWrapper<>(this, "applied", Optional.empty());
    private String studyUid = "";
    private List<Path> files = List.of();
    private Runnable saved = () -> {};

    /**
     * @param ui runs what must be on the FX thread
     * @param disk runs one task after the other
     */
    public PresentationStates(
            ReadingModel reading,
            ShownStudy study,
            LoadModel load,
            LocalStore store,
            Executor ui,
            Executor disk,
            Clock clock,
            Supplier<Reader> reader) {
        this.reading = reading;
        this.study = study;
        this.load = load;
        this.store = store;
        this.ui = ui;
        this.disk = disk;
        this.work = new DiskWork(disk, ui, problem -> load.report(List.of(problem)));
        this.clock = clock;
        this.reader = reader;
        study.shown().subscribe(this::follow);
        reading.mpr().subscribe(mpr -> applied.set(Optional.empty()));
    }

    /** Runs after a state was saved. */
    public void onSaved(Runnable action) {
        saved = action;
    }

    /** All of the study, newest first. */
    public ReadOnlyObjectProperty<List<PresentationState>> states() {
        return states.getReadOnlyProperty();
    }

    /** The one whose annotations and shutters lie over the slices. */
    public ReadOnlyObjectProperty<Optional<PresentationState>> applied() {
        return applied.getReadOnlyProperty();
    }

    private void follow(Optional<ShownStudy.Shown> shown) {
        String uid = shown.map(now -> now.study().study().uid()).orElse("");
        List<Path> now =
                shown.map(each -> each.files(PresentationState.SOP_CLASS)).orElse(List.of());
        if (uid.equals(studyUid) && now.equals(files)) {
            return;
        }
        if (!uid.equals(studyUid)) {
            states.set(List.of());
        }
        studyUid = uid;
        files = now;
        disk.execute(() -> {
            List<PresentationState> found = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            now.forEach(file -> read(file, problems).ifPresent(found::add));
            ui.execute(() -> found(uid, found, problems));
        });
    }

    private static Optional<PresentationState> read(Path file, List<Problem> problems) {
        try {
            return Optional.of(PresentationStateReading.read(Part10.read(file).dataSet()));
        } catch (IOException e) {
            problems.add(new Problem(
                    file, Problem.Kind.MALFORMED, "its presentation state cannot be read: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private void found(String uid, List<PresentationState> found, List<Problem> problems) {
        load.report(problems);
        if (uid.equals(studyUid)) {
            states.set(found.stream()
                    .sorted(Comparator.comparing((PresentationState each) -> String.join("", each.made()))
                            .reversed())
                    .toList());
        }
    }

    /** Whether a state is meant for images of the series on the screen. */
    public boolean fits(PresentationState state) {
        return study.shown()
                .get()
                .filter(now -> now.slices().stream().anyMatch(slice -> isFor(state, slice)))
                .isPresent();
    }

    private static boolean isFor(PresentationState state, AcquiredSlice slice) {
        return state.targets().stream()
                .anyMatch(each -> each.means(slice.image().sopInstanceUid(), slice.frame()));
    }

    /** The viewport that shows the slices as they were acquired; the preferred one where it does. */
    private static Optional<Plane> along(MprModel mpr, Plane preferred, SlicePlane slice) {
        return Stream.concat(Stream.of(preferred), Stream.of(Plane.values()))
                .filter(plane -> {
                    PlaneView view = mpr.state().view(plane);
                    PatientVector normal = view.right().cross(view.down());
                    return Math.abs(normal.dot(slice.normal())) >= ShownStudy.PARALLEL;
                })
                .findFirst();
    }

    /**
     * Puts the view into the study as a presentation state for the slices that are rescaled as the one that is looked
     * at; where no viewport shows the slices as acquired it says nothing of area and orientation but the whole image.
     *
     * @param description what the reader says of it, or ""
     * @param viewports where the pixels of a plane's viewport lie
     * @param words the lines beside a measurement
     */
    public void save(
            String description,
            Function<Plane, Optional<ViewportGeometry>> viewports,
            Function<Measurement, List<String>> words) {
        Optional<ShownStudy.Shown> shown = study.shown().get();
        Optional<MprModel> mpr = reading.mpr().get();
        Optional<AcquiredSlice> slice = study.current();
        Optional<SlicePlane> plane = slice.flatMap(AcquiredSlice::plane);
        if (shown.isEmpty() || mpr.isEmpty() || plane.isEmpty()) {
            return;
        }
        PresentationState made = state(description, shown.get(), mpr.get(), slice.get(), plane.get(), viewports, words);
        Path header = shown.get().study().file();
        work.run(header, "the presentation state", () -> {
            store.store(made.toPart10(StudyHeader.of(header)));
            ui.execute(() -> {
                if (made.self().studyUid().equals(studyUid)) {
                    states.set(Stream.concat(Stream.of(made), states.get().stream())
                            .toList());
                }
                saved.run();
            });
        });
    }

    private PresentationState state(
            String description,
            ShownStudy.Shown shown,
            MprModel mpr,
            AcquiredSlice slice,
            SlicePlane plane,
            Function<Plane, Optional<ViewportGeometry>> viewports,
            Function<Measurement, List<String>> words) {
        Optional<Rescale> rescale = ViewToState.rescale(slice);
        Optional<ViewportGeometry> view =
                along(mpr, reading.active().get(), plane).flatMap(viewports);
        Orientation orientation =
                view.map(each -> Turn.nearest(plane, each.right(), each.down())).orElse(Orientation.NONE);
        ZonedDateTime now = ZonedDateTime.now(clock);
        return new PresentationState(
                new InstanceRef(slice.image().studyUid(), Uids.create(), PresentationState.SOP_CLASS, Uids.create()),
                "VIEW",
                description,
                reader.get().name(),
                List.of(
                        now.format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT)),
                        now.format(DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT))),
                shown.slices().stream()
                        .filter(each -> ViewToState.rescale(each).equals(rescale))
                        .map(ViewToState::target)
                        .toList(),
                rescale,
                List.of(ViewToState.window(mpr.state().window())),
                mpr.state().inverted(),
                List.of(view.map(each -> ViewToState.area(plane, each, orientation))
                        .orElse(ViewToState.whole(plane))),
                orientation,
                ViewToState.annotations(mpr, shown, words),
                List.of());
    }

    /**
     * Shows the volume as a state says: window, area, orientation, annotations and shutters, on a slice that it is
     * meant for. Where no plane of the body runs along the slices the oblique one does afterwards.
     *
     * @param viewports where the pixels of a plane's viewport lie
     * @return how to take it back; empty where it is meant for none of the images on the screen
     */
    public Optional<Change> apply(PresentationState state, Function<Plane, Optional<ViewportGeometry>> viewports) {
        Optional<MprModel> mpr = reading.mpr().get();
        Optional<AcquiredSlice> slice = best(state);
        if (mpr.isEmpty() || slice.isEmpty()) {
            return Optional.empty();
        }
        Optional<PresentationState> before = applied.get();
        Optional<Change> change =
                mpr.get().change("presentation.apply", () -> apply(state, mpr.get(), slice.get(), viewports));
        applied.set(Optional.of(state));
        return Optional.of(new Change(
                "presentation.apply",
                () -> {
                    change.ifPresent(each -> each.undo().run());
                    applied.set(before);
                },
                () -> {
                    change.ifPresent(each -> each.redo().run());
                    applied.set(Optional.of(state));
                }));
    }

    /** The slice on the screen if the state draws on it, else the first it draws on, else the nearest it is for. */
    private Optional<AcquiredSlice> best(PresentationState state) {
        Optional<ShownStudy.Shown> shown = study.shown().get();
        List<AcquiredSlice> meant = shown.map(now -> now.slices().stream()
                        .filter(slice -> slice.plane().isPresent() && isFor(state, slice))
                        .toList())
                .orElse(List.of());
        List<AcquiredSlice> drawn =
                meant.stream().filter(slice -> drawsOn(state, slice)).toList();
        List<AcquiredSlice> among = drawn.isEmpty() ? meant : drawn;
        Optional<AcquiredSlice> here = study.current().filter(among::contains);
        return here.or(() -> among.stream().findFirst());
    }

    private static boolean drawsOn(PresentationState state, AcquiredSlice slice) {
        return state.annotations().stream()
                .flatMap(each -> each.targets().stream())
                .anyMatch(each -> each.means(slice.image().sopInstanceUid(), slice.frame()));
    }

    private void apply(
            PresentationState state,
            MprModel mpr,
            AcquiredSlice slice,
            Function<Plane, Optional<ViewportGeometry>> viewports) {
        SlicePlane plane = slice.plane().orElseThrow();
        study.goTo(slice);
        StateToView.window(state, slice).ifPresent(mpr::setWindow);
        mpr.setInverted(state.inverted());
        Plane on = along(mpr, reading.active().get(), plane).orElse(Plane.OBLIQUE);
        viewports
                .apply(on)
                .ifPresent(view -> mpr.setView(
                        on,
                        StateToView.view(
                                state,
                                slice,
                                plane,
                                view,
                                mpr.state().view(on).zoom(),
                                mpr.displaySet().volume().geometry().center())));
    }

    /** Takes the annotations and shutters away; window and area stay. */
    public void clear() {
        applied.set(Optional.empty());
    }

    /** What the applied state draws over a viewport: empty where that shows no slice as it was acquired. */
    public Optional<SliceDrawing> on(ViewportGeometry view) {
        return study.acquired(view)
                .flatMap(slice -> applied.get()
                        .filter(state -> isFor(state, slice))
                        .flatMap(state -> slice.plane().map(plane -> SliceDrawings.of(state, slice, plane))));
    }
}
