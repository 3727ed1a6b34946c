package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.workstation.reading.measure.DrawingPlane;
import org.farfield.workstation.reading.measure.Measured;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.MeasurementKind;

/** What was measured in one display set: draws, moves, deletes, and knows the numbers. FX thread. */
public final class MeasureModel {
    /** A handle or a line this near to the pointer is meant, in pixels. */
    static final double REACH = 7;

    /** A shape drawn smaller than this was a click, in pixels. */
    private static final double LEAST_DRAG = 3;

    private final MprModel mpr;
    private final ObjectProperty<Optional<Measurement>> selected =
            new SimpleObjectProperty<>(this, "selected", Optional.empty());
    private final Map<Measurement, Measured> known = new HashMap<>();
    private long knownRevision;

    MeasureModel(MprModel mpr) {
        this.mpr = mpr;
    }

    /** All of them, oldest first. */
    public List<Measurement> all() {
        return mpr.state().measurements();
    }

    /** The one that was touched last, if it is still there. */
    public ObjectProperty<Optional<Measurement>> selected() {
        return selected;
    }

    /** The numbers of a measurement; computed once for as long as the volume does not change. */
    public Measured measured(Measurement measurement) {
        Volume volume = mpr.displaySet().volume();
        if (knownRevision != volume.revision() || known.size() > 4 * all().size() + 64) {
            known.clear();
            knownRevision = volume.revision();
        }
        return known.computeIfAbsent(measurement, m -> Measured.of(m, volume));
    }

    /** Those that lie on the plane of a viewport, or within the slab that it shows. */
    public List<Measurement> on(Plane plane, ViewportGeometry geometry) {
        double reach =
                Math.max(mpr.state().slab().thicknessMm(), mpr.steps(plane).stepMm()) / 2 + 1e-6;
        return all().stream()
                .filter(measurement -> measurement.plane().isNormal(geometry.normal())
                        && Math.abs(measurement.plane().behind(geometry.center())) <= reach)
                .toList();
    }

    /** Where those of other planes come through the plane of a viewport. */
    public List<ViewPoint> through(Plane plane, ViewportGeometry geometry) {
        List<ViewPoint> crossings = new ArrayList<>();
        DrawingPlane view = plane(geometry);
        for (Measurement measurement : all()) {
            if (!measurement.plane().isNormal(geometry.normal())) {
                measurement.lines().forEach(line -> crossings(line, view, geometry, crossings));
            }
        }
        return crossings;
    }

    private static void crossings(
            List<PatientPoint> line, DrawingPlane view, ViewportGeometry geometry, List<ViewPoint> into) {
        for (int i = 1; i < line.size(); i++) {
            double from = view.behind(line.get(i - 1));
            double to = view.behind(line.get(i));
            if (from <= 0 != to <= 0) {
                double share = from / (from - to);
                PatientPoint at =
                        line.get(i - 1).plus(line.get(i).minus(line.get(i - 1)).times(share));
                into.add(geometry.toView(at));
            }
        }
    }

    /** Puts these in place of all that is there; that cannot be taken back. */
    public void show(List<Measurement> measurements) {
        selected.set(Optional.empty());
        set(measurements);
    }

    /** Says something of a measurement, in place of what was said. */
    public void note(Measurement measurement, String words) {
        if (!measurement.note().equals(words)) {
            replace(measurement, measurement.noted(words));
        }
    }

    /** Takes the selected one away, or the newest where none is. */
    public void delete() {
        List<Measurement> left = new ArrayList<>(all());
        Optional<Measurement> which = selected.get().filter(left::contains);
        if (which.isPresent()) {
            left.remove(which.get());
        } else if (!left.isEmpty()) {
            left.removeLast();
        }
        selected.set(Optional.empty());
        set(left);
    }

    /** Takes all of them away. */
    public void clear() {
        selected.set(Optional.empty());
        set(List.of());
    }

    /** The button went down with a measuring tool: takes hold of what is there, or begins a new one. */
    Gesture press(MeasurementKind kind, Plane plane, ViewportGeometry geometry, ViewPoint at) {
        return handle(plane, geometry, at)
                .or(() -> goOn(kind, plane, geometry, at))
                .or(() -> whole(plane, geometry, at))
                .orElseGet(() -> begin(kind, geometry, at));
    }

    private Optional<Gesture> handle(Plane plane, ViewportGeometry geometry, ViewPoint at) {
        for (Measurement measurement : on(plane, geometry).reversed()) {
            List<PatientPoint> handles = measurement.handles();
            for (int i = 0; i < handles.size() && measurement.complete(); i++) {
                int index = i;
                if (geometry.toView(handles.get(i)).distanceTo(at) <= REACH) {
                    return Optional.of(new Shaping(
                            measurement,
                            "tool.move",
                            to -> measurement.with(index, measurement.plane().onto(geometry.toPatient(to))),
                            0));
                }
            }
        }
        return Optional.empty();
    }

    /** The next point of an angle that is not complete. */
    private Optional<Gesture> goOn(MeasurementKind kind, Plane plane, ViewportGeometry geometry, ViewPoint at) {
        return on(plane, geometry).stream()
                .filter(open -> !open.complete() && open.kind() == kind)
                .findFirst()
                .map(open -> {
                    PatientPoint start = open.plane().onto(geometry.toPatient(at));
                    Measurement longer =
                            kind == MeasurementKind.COBB ? open.with(start).with(start) : open.with(start);
                    int last = longer.points().size() - 1;
                    Shaping shaping = new Shaping(
                            open,
                            "tool." + kind.id(),
                            to -> longer.with(last, longer.plane().onto(geometry.toPatient(to))),
                            kind == MeasurementKind.COBB ? LEAST_DRAG : 0);
                    shaping.drag(at);
                    return shaping;
                });
    }

    /** The selected one is moved by its lines. */
    private Optional<Gesture> whole(Plane plane, ViewportGeometry geometry, ViewPoint at) {
        return on(plane, geometry).stream()
                .filter(measurement -> selected.get().equals(Optional.of(measurement)))
                .filter(measurement -> measurement.lines().stream().anyMatch(line -> near(line, geometry, at)))
                .findFirst()
                .map(measurement -> new Shaping(
                        measurement,
                        "tool.move",
                        to -> measurement.moved(geometry.toPatient(to).minus(geometry.toPatient(at))),
                        0));
    }

    private static boolean near(List<PatientPoint> line, ViewportGeometry geometry, ViewPoint at) {
        for (int i = 1; i < line.size(); i++) {
            ViewPoint from = geometry.toView(line.get(i - 1));
            ViewPoint to = geometry.toView(line.get(i));
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double square = Math.max(1e-9, dx * dx + dy * dy);
            double share = Math.clamp(((at.x() - from.x()) * dx + (at.y() - from.y()) * dy) / square, 0, 1);
            if (at.distanceTo(new ViewPoint(from.x() + share * dx, from.y() + share * dy)) <= REACH) {
                return true;
            }
        }
        return false;
    }

    private Gesture begin(MeasurementKind kind, ViewportGeometry geometry, ViewPoint at) {
        MprState before = mpr.state();
        List<Measurement> others = new ArrayList<>(all());
        others.removeIf(open -> !open.complete());
        Measurement first = new Measurement(kind, List.of(geometry.toPatient(at)), plane(geometry));
        mpr.set(before.withMeasurements(others).with(first));
        if (kind == MeasurementKind.FREEHAND) {
            return new Freehand(before, first, geometry, at);
        }
        UnaryOperator<Measurement> grown =
                m -> kind == MeasurementKind.POINT ? m : m.with(m.points().getFirst());
        Measurement start = grown.apply(first);
        int last = start.points().size() - 1;
        Shaping shaping = new Shaping(
                before,
                first,
                "tool." + kind.id(),
                to -> start.with(last, geometry.toPatient(to)),
                kind == MeasurementKind.POINT ? 0 : LEAST_DRAG);
        shaping.drag(at);
        return shaping;
    }

    private static DrawingPlane plane(ViewportGeometry geometry) {
        return new DrawingPlane(geometry.center(), geometry.right(), geometry.down());
    }

    private void set(List<Measurement> measurements) {
        mpr.set(mpr.state().withMeasurements(measurements));
    }

    private void replace(Measurement old, Measurement now) {
        List<Measurement> others = new ArrayList<>(all());
        int index = others.indexOf(old);
        if (index >= 0) {
            others.set(index, now);
            set(others);
        }
        selected.set(Optional.of(now));
    }

    /** A drag that gives one measurement another shape. */
    private final class Shaping implements Gesture {
        private final MprState before;
        private final String labelKey;
        private final java.util.function.Function<ViewPoint, Measurement> shape;
        private final double leastDrag;
        private Measurement shown;
        private Optional<ViewPoint> start = Optional.empty();
        private double furthest;

        Shaping(
                MprState before,
                Measurement shown,
                String labelKey,
                java.util.function.Function<ViewPoint, Measurement> shape,
                double leastDrag) {
            this.before = before;
            this.shown = shown;
            this.labelKey = labelKey;
            this.shape = shape;
            this.leastDrag = leastDrag;
            selected.set(Optional.of(shown));
        }

        Shaping(
                Measurement shown,
                String labelKey,
                java.util.function.Function<ViewPoint, Measurement> shape,
                double leastDrag) {
            this(mpr.state(), shown, labelKey, shape, leastDrag);
        }

        @Override
        public void drag(ViewPoint to) {
            ViewPoint from = start.orElse(to);
            start = Optional.of(from);
            furthest = Math.max(furthest, from.distanceTo(to));
            Measurement now = shape.apply(to);
            replace(shown, now);
            shown = now;
        }

        @Override
        public Optional<Change> end() {
            if (furthest < leastDrag) {
                selected.set(Optional.empty());
                set(before.measurements());
                return Optional.empty();
            }
            return mpr.changeSince(before, labelKey);
        }
    }

    /** A line that follows the pointer and is closed at the end. */
    private final class Freehand implements Gesture {
        private static final double PIXELS_BETWEEN = 2;
        private static final int MOST_POINTS = 4000;

        private final MprState before;
        private final ViewportGeometry geometry;
        private Measurement shown;
        private ViewPoint last;

        Freehand(MprState before, Measurement first, ViewportGeometry geometry, ViewPoint at) {
            this.before = before;
            this.shown = first;
            this.geometry = geometry;
            this.last = at;
            selected.set(Optional.of(first));
        }

        @Override
        public void drag(ViewPoint to) {
            if (last.distanceTo(to) >= PIXELS_BETWEEN && shown.points().size() < MOST_POINTS) {
                last = to;
                Measurement now = shown.with(geometry.toPatient(to));
                replace(shown, now);
                shown = now;
            }
        }

        @Override
        public Optional<Change> end() {
            if (!shown.complete()) {
                selected.set(Optional.empty());
                set(before.measurements());
                return Optional.empty();
            }
            return mpr.changeSince(before, "tool.freehand");
        }
    }
}
