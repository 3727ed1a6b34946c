package org.farfield.remote.gateway;

import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerState;

/**
 * One scanner, as the gateway drives it. The scanner keeps its own checks, interlocks and dead-man: the gateway asks,
 * the scanner may refuse.
 *
 * <p>Called on the gateway's one control thread, except {@link #stop}, which may come from any thread and at any
 * moment, also while another call runs. No call may block for more than a few milliseconds. A call that throws is a
 * fault of the scanner: the gateway shows it, disarms and goes on.
 */
public interface ScannerPort extends AutoCloseable {
    /** What this scanner is and allows. The same value for the life of the port. */
    ScannerDescription describe();

    /** The scanner now: a cheap read, no exchange with the machine. Any thread. */
    ScannerState state();

    /** The patient on the table and the study that the scanner has open. A cheap read. Any thread. */
    PatientContext patient();

    /**
     * Says whom to tell after every change of {@link #state} or {@link #patient}. The gateway calls this once, before
     * anything else; the listener may be run on any thread, returns at once and only takes note.
     */
    void onChange(Runnable listener);

    /**
     * Takes a plan over: the scanner's own check, then it gets the series ready. A plan loaded before and not exposed
     * is dropped. Neither arms nor exposes.
     *
     * @param seriesUid the Series Instance UID that every instance of this acquisition carries
     */
    PortAnswer load(ScanPlan plan, String seriesUid);

    /** Gets the loaded plan ready to expose: rotor, generator, table. */
    void arm();

    /** Goes back from armed to idle; the plan is dropped. Does nothing when not armed. */
    void disarm();

    /**
     * Begins the loaded and armed plan. From here to {@link AcquisitionListener#beamOn} the scanner needs the hold and
     * stops by itself when it goes; from beam-on its own rules hold. Returns at once.
     */
    void expose(AcquisitionListener listener);

    /**
     * Begins to move the table to a position without beam. The table moves only while {@link #hold} says pressed and
     * stops at the target, when the hold goes, or at {@link #stop}. Only called when nothing is armed or exposing.
     *
     * @param targetMm table position = patient z, mm
     */
    void moveTable(double targetMm);

    /**
     * The dead-man button at the scanner: pressed and not pressed, each report of it (every 50 to 100 ms) as the
     * gateway judged it fresh; a lost report is passed on as not pressed. Passed on from {@link #expose} to beam-on and
     * during {@link #moveTable}.
     */
    void hold(boolean pressed);

    /**
     * Beam off and table still, now, whatever goes on. Idempotent, legal always, never throws, returns within
     * milliseconds. Any thread.
     */
    void stop(String reason);

    /** Stops and lets the scanner go. */
    @Override
    void close();
}
