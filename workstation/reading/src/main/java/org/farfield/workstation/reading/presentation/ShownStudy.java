package org.farfield.workstation.reading.presentation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.reading.kept.KeptStudy;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.Frame;
import org.farfield.workstation.study.Instance;

/** The study and the images on the screen, and whatever comes to the study while it is shown. FX thread. */
public final class ShownStudy {
    /** Cosine from which on a view counts as along the slices: a tenth of a degree. */
    static final double PARALLEL = Math.cos(Math.toRadians(0.1));

    private static final double NEAR_MM = 1e-3;

    private final ReadingModel reading;
    private final StudyListModel list;
    private final ObservableList<StudyRow> rows;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());

    /**
     * What is shown.
     *
     * @param slices in the order of the display set's frames
     */
    public record Shown(KeptStudy study, List<AcquiredSlice> slices) {
        public Shown {
            slices = List.copyOf(slices);
        }

        /** The files of the study that hold instances of a class. */
        public List<Path> files(String sopClassUid) {
            return study.study().series().stream()
                    .flatMap(each -> each.instances().stream())
                    .filter(instance -> instance.sopClassUid().equals(sopClassUid))
                    .map(Instance::file)
                    .sorted()
                    .toList();
        }

        /** The slice whose plane a point is nearest to. */
        Optional<AcquiredSlice> nearest(PatientPoint point) {
            double least = Double.POSITIVE_INFINITY;
            Optional<AcquiredSlice> best = Optional.empty();
            for (AcquiredSlice slice : slices) {
                double away = slice.plane()
                        .map(plane -> Math.abs(AcquiredSlice.ahead(plane, point)))
                        .orElse(Double.POSITIVE_INFINITY);
                if (away < least) {
                    least = away;
                    best = Optional.of(slice);
                }
            }
            return best;
        }
    }

    /** Follows what is shown of a list. */
    public ShownStudy(ReadingModel reading, StudyListModel list) {
        this.reading = reading;
        this.list = list;
        this.rows = list.rows();
        list.shown().subscribe(set -> follow());
        rows.addListener((ListChangeListener<StudyRow>) change -> follow());
    }

    /** Empty while nothing of the list is shown, as in a live session. */
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    private void follow() {
        shown.set(list.shownRow().flatMap(row -> row.displaySet().map(set -> of(row, set))));
    }

    private Shown of(StudyRow.OfSeries row, DisplaySet set) {
        Map<Path, Instance> byFile = new HashMap<>();
        row.series().instances().forEach(each -> byFile.put(each.file(), each));
        List<AcquiredSlice> slices = set.frames().stream()
                .flatMap(frame ->
                        Optional.ofNullable(byFile.get(frame.file()))
                                .map(instance -> slice(row, instance, frame))
                                .stream())
                .toList();
        return new Shown(KeptStudy.of(row, rows), slices);
    }

    private static AcquiredSlice slice(StudyRow.OfSeries row, Instance instance, Frame frame) {
        return new AcquiredSlice(
                new InstanceRef(
                        row.study().uid(), row.series().uid(), instance.sopClassUid(), instance.sopInstanceUid()),
                instance.frameCount() > 1 ? OptionalInt.of(frame.index() + 1) : OptionalInt.empty(),
                frame.plane(),
                frame.values());
    }

    /** The image that is looked at: the single one, or the slice nearest to the crosshair. */
    public Optional<AcquiredSlice> current() {
        return shown.get()
                .flatMap(now -> reading.frames()
                        .get()
                        .map(frames -> frames.state().get().index())
                        .filter(index -> index < now.slices().size())
                        .map(index -> now.slices().get(index))
                        .or(() -> reading.mpr()
                                .get()
                                .flatMap(mpr -> now.nearest(mpr.state().crosshair()))));
    }

    /** The slice that a viewport shows as it was acquired: on its plane, at most half a step away. */
    public Optional<AcquiredSlice> acquired(ViewportGeometry view) {
        double reach = reading.mpr()
                        .get()
                        .map(mpr ->
                                mpr.displaySet().volume().geometry().sliceStep().length())
                        .orElse(0.0)
                / 2;
        return shown.get()
                .flatMap(now -> now.nearest(view.center()))
                .filter(slice -> slice.plane()
                        .filter(plane -> Math.abs(plane.normal().dot(view.normal())) >= PARALLEL
                                && Math.abs(AcquiredSlice.ahead(plane, view.center())) <= reach + NEAR_MM)
                        .isPresent());
    }

    /** Shows an image: the planes go through it, the single images come to it. */
    public void goTo(AcquiredSlice slice) {
        reading.frames()
                .get()
                .ifPresent(frames ->
                        shown.get().ifPresent(now -> frames.goTo(now.slices().indexOf(slice))));
        reading.mpr()
                .get()
                .ifPresent(mpr -> slice.plane().ifPresent(plane -> {
                    PatientPoint at = mpr.state().crosshair();
                    mpr.moveCrosshair(at.plus(plane.normal().times(-AcquiredSlice.ahead(plane, at))));
                }));
    }
}
