package org.farfield.workstation.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.workstation.reading.measure.Measurement;

/** Everything that decides what the four planes show of a volume, as one value. */
public record MprState(
        PatientPoint crosshair,
        VoiTransform window,
        boolean inverted,
        Slab slab,
        CurveView curve,
        List<Measurement> measurements,
        Map<Plane, PlaneView> views) {

    public MprState {
        measurements = List.copyOf(measurements);
        views = Collections.unmodifiableMap(new EnumMap<>(views));
    }

    /** As a display set opens: all planes through {@code crosshair}, fitted and straight. */
    static MprState start(PatientPoint crosshair, VoiTransform window) {
        Map<Plane, PlaneView> views = new EnumMap<>(Plane.class);
        for (Plane plane : Plane.values()) {
            views.put(plane, PlaneView.start(plane));
        }
        return new MprState(crosshair, window, false, Slab.NONE, CurveView.NONE, List.of(), views);
    }

    public PlaneView view(Plane plane) {
        return Objects.requireNonNull(views.get(plane));
    }

    MprState withCrosshair(PatientPoint point) {
        return new MprState(point, window, inverted, slab, curve, measurements, views);
    }

    MprState withWindow(VoiTransform other) {
        return new MprState(crosshair, other, inverted, slab, curve, measurements, views);
    }

    MprState withInverted(boolean on) {
        return new MprState(crosshair, window, on, slab, curve, measurements, views);
    }

    MprState withSlab(Slab other) {
        return new MprState(crosshair, window, inverted, other, curve, measurements, views);
    }

    MprState withCurve(CurveView other) {
        return new MprState(crosshair, window, inverted, slab, other, measurements, views);
    }

    MprState withMeasurements(List<Measurement> others) {
        return new MprState(crosshair, window, inverted, slab, curve, others, views);
    }

    /** With one more. */
    MprState with(Measurement measurement) {
        List<Measurement> more = new ArrayList<>(measurements);
        more.add(measurement);
        return withMeasurements(more);
    }

    MprState withView(Plane plane, PlaneView view) {
        Map<Plane, PlaneView> others = new EnumMap<>(views);
        others.put(plane, view);
        return new MprState(crosshair, window, inverted, slab, curve, measurements, others);
    }

    /**
     * This state with the parts that differ between {@code from} and {@code to} set as in {@code to}: taking a window
     * back leaves the crosshair where it has been moved since.
     */
    MprState with(MprState from, MprState to) {
        Map<Plane, PlaneView> merged = new EnumMap<>(views);
        for (Plane plane : Plane.values()) {
            if (!from.view(plane).equals(to.view(plane))) {
                merged.put(plane, to.view(plane));
            }
        }
        return new MprState(
                from.crosshair.equals(to.crosshair) ? crosshair : to.crosshair,
                from.window.equals(to.window) ? window : to.window,
                from.inverted == to.inverted ? inverted : to.inverted,
                from.slab.equals(to.slab) ? slab : to.slab,
                from.curve.equals(to.curve) ? curve : to.curve,
                from.measurements.equals(to.measurements) ? measurements : to.measurements,
                merged);
    }
}
