package org.farfield.remote.twin;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.protocol.ScanPlan;
import org.jspecify.annotations.Nullable;

/**
 * One exposure from the release to its last slice: what the beam has measured so far, and whom to tell. Its own lock:
 * the mechanics write progress, the reconstruction waits for it.
 */
final class ScanRun {
    private final PlannedSeries series;
    private final AcquisitionListener listener;
    private final Course course;
    private boolean beamSeen;
    private double measuredSeconds;
    private boolean over;
    private @Nullable String stopped;

    ScanRun(PlannedSeries series, AcquisitionListener listener, double tableMm, double rotorSecondsLeft) {
        this.series = series;
        this.listener = listener;
        ScanPlan plan = series.plan();
        double way = Math.abs(plan.startMm() - tableMm);
        this.course = new Course(List.of(
                new Course.Leg(Course.Stage.TABLE, way / ScannerFacts.TABLE_MM_PER_SECOND, tableMm, plan.startMm()),
                new Course.Leg(Course.Stage.ROTOR, rotorSecondsLeft, plan.startMm(), plan.startMm()),
                new Course.Leg(Course.Stage.BREATH, plan.breathHoldDelaySeconds(), plan.startMm(), plan.startMm()),
                new Course.Leg(Course.Stage.BEAM, plan.scanSeconds(), plan.startMm(), plan.endMm())));
    }

    PlannedSeries series() {
        return series;
    }

    AcquisitionListener listener() {
        return listener;
    }

    /** Touched only under the machinery's lock. */
    Course course() {
        return course;
    }

    /** Whether the beam was ever on. Touched only under the machinery's lock. */
    boolean beamSeen() {
        return beamSeen;
    }

    /** Notes that the beam is on; true the first time. */
    boolean seeBeam() {
        boolean first = !beamSeen;
        beamSeen = true;
        return first;
    }

    /** The beam has been on for this long. */
    synchronized void measured(double seconds) {
        measuredSeconds = seconds;
        notifyAll();
    }

    /** Nothing more will be measured. */
    synchronized void end(@Nullable String stopReason) {
        over = true;
        stopped = stopReason;
        notifyAll();
    }

    /** For how long the beam was on, s. */
    synchronized double measuredSeconds() {
        return measuredSeconds;
    }

    synchronized @Nullable String stopReason() {
        return stopped;
    }

    /** Waits until so many seconds of beam were measured; false when that will not happen. */
    synchronized boolean awaitMeasured(double seconds) throws InterruptedException {
        while (measuredSeconds < seconds - 1e-9 && !over) {
            wait();
        }
        return measuredSeconds >= seconds - 1e-9;
    }

    /** The clock has moved: whoever waits for a time looks again. */
    synchronized void tick() {
        notifyAll();
    }

    /** Waits until the twin's clock has come so far; woken at each tick. */
    synchronized void await(BooleanSupplier due) throws InterruptedException {
        while (!due.getAsBoolean()) {
            wait();
        }
    }
}
