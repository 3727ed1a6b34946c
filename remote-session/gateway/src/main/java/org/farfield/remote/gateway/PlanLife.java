package org.farfield.remote.gateway;

import java.util.Optional;
import org.farfield.remote.protocol.DoseAnswer;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScanPlan;

/**
 * The scan plan and where it is in its life:
 *
 * <pre>
 *   DRAFT -> CHECKED -> PROPOSED -> ACCEPTED -> ARMED -> RUNNING -> DONE | STOPPED | LAPSED
 * </pre>
 *
 * Holds what is true of each state and moves between them; who may move it and when is the core's. Control thread.
 */
final class PlanLife {
    private ScanPlan plan;
    private String sha256;
    private PlanState state = PlanState.DRAFT;
    private long revision = 1;
    private boolean readBackPending;
    private Optional<String> proposed = Optional.empty();
    private Optional<String> accepted = Optional.empty();
    private String acceptedBy = "";
    private String author = "";
    private Optional<DoseAnswer> doseReason = Optional.empty();
    private Optional<DoseAnswer> doseAuthorised = Optional.empty();
    private long armedNanos;
    private long armedUntilMillis;
    private String seriesUid = "";
    private boolean beamSeen;

    PlanLife(ScanPlan first) {
        this.plan = first;
        this.sha256 = first.sha256();
    }

    ScanPlan plan() {
        return plan;
    }

    String sha256() {
        return sha256;
    }

    PlanState state() {
        return state;
    }

    boolean is(PlanState other) {
        return state == other;
    }

    boolean ended() {
        return state == PlanState.DONE || state == PlanState.STOPPED || state == PlanState.LAPSED;
    }

    /** Whether nobody is about to expose this plan: it may be replaced. */
    boolean editable() {
        return state != PlanState.ARMED && state != PlanState.RUNNING;
    }

    long revision() {
        return revision;
    }

    boolean readBackPending() {
        return readBackPending;
    }

    Optional<String> proposed() {
        return proposed;
    }

    Optional<String> accepted() {
        return accepted;
    }

    String acceptedBy() {
        return acceptedBy;
    }

    /** Who made the plan as it is; empty where the scanner did. */
    String author() {
        return author;
    }

    Optional<DoseAnswer> doseReason() {
        return doseReason;
    }

    Optional<DoseAnswer> doseAuthorised() {
        return doseAuthorised;
    }

    void explainDose(DoseAnswer answer) {
        doseReason = Optional.of(answer);
    }

    void authoriseDose(DoseAnswer answer) {
        doseAuthorised = Optional.of(answer);
    }

    long armedNanos() {
        return armedNanos;
    }

    /** Wall clock at which ARMED lapses, for people. */
    long armedUntilMillis() {
        return armedUntilMillis;
    }

    String seriesUid() {
        return seriesUid;
    }

    /** Running, and X-rays have not been on yet: the hold is needed. */
    boolean awaitsBeam() {
        return state == PlanState.RUNNING && !beamSeen;
    }

    /** A new draft of somebody's; whatever was proposed, accepted or answered for is void. */
    void draft(ScanPlan next, boolean needsReadBack, String by) {
        author = by;
        draft(next, needsReadBack);
    }

    /** The same plan, or its author's, as a draft again. */
    void draft(ScanPlan next, boolean needsReadBack) {
        doseReason = Optional.empty();
        doseAuthorised = Optional.empty();
        plan = next;
        sha256 = next.sha256();
        revision++;
        state = PlanState.DRAFT;
        readBackPending = needsReadBack;
        proposed = Optional.empty();
        accepted = Optional.empty();
        acceptedBy = "";
        seriesUid = "";
    }

    void checked() {
        state = PlanState.CHECKED;
        readBackPending = false;
    }

    void propose() {
        state = PlanState.PROPOSED;
        proposed = Optional.of(sha256);
    }

    void accept(String operator) {
        state = PlanState.ACCEPTED;
        accepted = proposed;
        acceptedBy = operator;
    }

    void arm(String series, long nowNanos, long untilMillis) {
        armedUntilMillis = untilMillis;
        state = PlanState.ARMED;
        seriesUid = series;
        armedNanos = nowNanos;
        beamSeen = false;
    }

    /** Back from armed to accepted, by the local operator's own wish. */
    void disarm() {
        state = PlanState.ACCEPTED;
        seriesUid = "";
    }

    void run() {
        state = PlanState.RUNNING;
    }

    void beamOn() {
        beamSeen = true;
    }

    /** DONE, STOPPED or LAPSED. */
    void end(PlanState how) {
        state = how;
    }
}
