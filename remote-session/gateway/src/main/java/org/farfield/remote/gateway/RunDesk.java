package org.farfield.remote.gateway;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.farfield.remote.protocol.AcquisitionProgress;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * The plan from its acceptance to its end, and everything that makes the scanner move or radiate. X-rays need: a plan
 * accepted by the local operator, armed by her, and her press of the hold that began after arming, fresh until the beam
 * is on. Control thread.
 */
final class RunDesk {
    /** Whom to answer once the scanner has said what it thinks of the plan. */
    record PendingArm(int connection, long commandSequence, String operator, String seriesUid, long planRevision) {}

    private final Session session;
    private final Supplier<String> uids;
    private Optional<PendingArm> pendingArm = Optional.empty();
    private Optional<SeriesLayout> layout = Optional.empty();

    RunDesk(Session session, Supplier<String> uids) {
        this.session = session;
        this.uids = uids;
    }

    /** Checks what can be checked here and asks the scanner; the verdict follows its answer. */
    Optional<Refusal> arm(Attendee from, long commandSequence) {
        PlanLife plan = session.plan;
        if (!plan.is(PlanState.ACCEPTED)) {
            return illegal("only an accepted plan is armed, it is " + plan.state());
        }
        if (!plan.acceptedBy().equals(from.operator)) {
            return illegal(plan.acceptedBy() + " accepted this plan: accept it yourself first");
        }
        if (pendingArm.isPresent()) {
            return illegal("the scanner is being asked for it already");
        }
        return session.dose.mayRun().or(this::scannerNotFree).or(() -> {
            PendingArm pending =
                    new PendingArm(from.connection, commandSequence, from.operator, uids.get(), plan.revision());
            pendingArm = Optional.of(pending);
            session.want(new CoreEffect.Load(plan.plan(), pending.seriesUid()));
            return Optional.empty();
        });
    }

    /** The scanner's answer to the plan; empty when nobody waits for it. */
    Optional<PendingArm> takePendingArm(String seriesUid) {
        Optional<PendingArm> pending = pendingArm.filter(p -> p.seriesUid().equals(seriesUid));
        if (pending.isPresent()) {
            pendingArm = Optional.empty();
        }
        return pending;
    }

    Optional<PendingArm> takePendingArm() {
        return pendingArm.flatMap(p -> takePendingArm(p.seriesUid()));
    }

    Optional<Refusal> loaded(PendingArm pending, PortAnswer answer) {
        return switch (answer) {
            case PortAnswer.Refused refused -> Refusal.of(VerdictReason.SCANNER_REFUSED, refused.reason());
            case PortAnswer.Loaded loaded -> {
                if (!session.plan.is(PlanState.ACCEPTED)
                        || session.plan.revision() != pending.planRevision()
                        || !session.plan.acceptedBy().equals(pending.operator())) {
                    yield illegal("the plan changed while the scanner was asked, it is " + session.plan.state());
                }
                layout = Optional.of(loaded.layout());
                session.plan.arm(
                        pending.seriesUid(), session.nowNanos, session.nowMillis + session.rules.armedMillis());
                session.want(new CoreEffect.ArmScanner());
                yield Optional.empty();
            }
        };
    }

    Optional<Refusal> disarm() {
        if (!session.plan.is(PlanState.ARMED)) {
            return illegal("the plan is " + session.plan.state() + ", not ARMED");
        }
        session.plan.disarm();
        session.want(new CoreEffect.DisarmScanner());
        return Optional.empty();
    }

    /** STOP: the scanner first, then the books. */
    void stop(String by) {
        session.want(new CoreEffect.StopScanner(by));
        session.tableMoving = false;
        if (!session.plan.ended()) {
            session.planEnds(PlanState.STOPPED, by);
        }
    }

    Optional<Refusal> moveTable(Attendee from, CommandPayload.MoveTable move) {
        if (!session.plan.editable()) {
            return illegal("the plan is " + session.plan.state());
        }
        FieldLimit reach = session.description.limits().fields().get(PlanField.START_MM);
        if (!Double.isFinite(move.targetMm())
                || (reach instanceof FieldLimit.Range range && !within(range, move.targetMm()))) {
            return Refusal.of(VerdictReason.LIMITS, "the table does not reach " + move.targetMm() + " mm");
        }
        return session.withoutControl(from).or(this::scannerNotFree).or(() -> {
            if (!session.localHold()) {
                return Refusal.of(VerdictReason.NO_HOLD, "the table moves only while the local operator holds");
            }
            session.tableMoving = true;
            session.want(new CoreEffect.Hold(true));
            session.want(new CoreEffect.MoveTable(move.targetMm()));
            return Optional.empty();
        });
    }

    private static boolean within(FieldLimit.Range range, double value) {
        return value >= range.minimum() && value <= range.maximum();
    }

    /** What a hold report that counts sets off. */
    void holdChanged() {
        if ((session.tableMoving && session.localHold()) || (session.plan.awaitsBeam() && releaseHeld())) {
            session.want(new CoreEffect.Hold(true));
        }
        watch();
    }

    /** Begins the run where everything is there, and ends what has lost its hold or its time. */
    void watch() {
        PlanLife plan = session.plan;
        if (!session.localHold()) {
            letGoOfTable();
        }
        if (plan.is(PlanState.ARMED)) {
            watchArmed();
        } else if (plan.awaitsBeam() && !releaseHeld()) {
            session.want(new CoreEffect.Hold(false));
            session.want(new CoreEffect.StopScanner("the hold was lost before the beam was on"));
            session.planEnds(PlanState.LAPSED, "the hold was lost before the beam was on");
        } else if (plan.is(PlanState.RUNNING)
                && session.rules.abortWhenReleaserIsLost()
                && releaserSilentMillis() >= session.rules.silentMillis()) {
            stop("the local operator is silent and the site aborts then");
        }
    }

    /** A table that moves under the hold stops. */
    void letGoOfTable() {
        if (session.tableMoving) {
            session.tableMoving = false;
            session.want(new CoreEffect.Hold(false));
        }
    }

    private void watchArmed() {
        PlanLife plan = session.plan;
        if (session.nowNanos - plan.armedNanos() >= session.rules.armedMillis() * 1_000_000) {
            lapse("nobody released it in time");
        } else if (releaserSilentMillis() >= session.rules.silentMillis()) {
            lapse("the local operator is silent");
        } else if (!session.scanner.interlocks().isEmpty() || session.scanner.phase() == ScannerPhase.FAULT) {
            lapse("an interlock is open or the scanner has a fault");
        } else if (releaseHeld() && releaserTrack(hold -> hold.beganAfter(plan.armedNanos()))) {
            run();
        }
    }

    private void run() {
        SeriesLayout series = layout.orElseThrow();
        String uid = session.plan.seriesUid();
        session.plan.run();
        session.note("plan ARMED -> RUNNING, series " + uid);
        session.acquisition = Optional.of(new AcquisitionProgress(uid, series.plannedSlices(), 0, false));
        session.want(new CoreEffect.Hold(true));
        session.want(new CoreEffect.Expose(new SeriesStart(
                uid,
                session.patient.studyUid(),
                series.description(),
                session.plan.plan().kind(),
                series.plannedSlices(),
                series.geometry(),
                0)));
    }

    /** ARMED disarms: nothing was exposed. */
    void lapse(String why) {
        session.want(new CoreEffect.DisarmScanner());
        session.planEnds(PlanState.LAPSED, why);
    }

    /** Nothing may go on: before the beam it lapses, an exposure is let finish under its own bounds. */
    void loseOperator(String why) {
        if (session.plan.is(PlanState.ARMED)) {
            lapse(why);
        } else if (session.plan.awaitsBeam()) {
            session.want(new CoreEffect.Hold(false));
            session.want(new CoreEffect.StopScanner(why));
            session.planEnds(PlanState.LAPSED, why);
        }
    }

    private Optional<Refusal> scannerNotFree() {
        if (session.acquiring() || session.tableMoving) {
            return illegal("the scanner is still busy with what it does now");
        }
        if (!session.scanner.interlocks().isEmpty()) {
            return Refusal.of(VerdictReason.INTERLOCK, "open: " + String.join(", ", session.scanner.interlocks()));
        }
        return switch (session.scanner.phase()) {
            case READY, STOPPED -> Optional.empty();
            case FAULT, OFFLINE -> Refusal.of(VerdictReason.INTERLOCK, "the scanner is " + session.scanner.phase());
            case MOVING, PREPARING, EXPOSING, RECONSTRUCTING -> illegal("the scanner is " + session.scanner.phase());
        };
    }

    /** Whether the operator who accepted the plan holds now, seeing that very plan. */
    private boolean releaseHeld() {
        String hash = session.plan.accepted().orElse("");
        return !hash.isEmpty() && releaserTrack(hold -> hold.pressedFor(hash, session.nowNanos));
    }

    private boolean releaserTrack(Predicate<HoldTrack> rule) {
        return session.attendees.values().stream()
                .filter(a -> a.role == Role.LOCAL_OPERATOR && a.operator.equals(session.plan.acceptedBy()))
                .anyMatch(a -> rule.test(a.hold));
    }

    private long releaserSilentMillis() {
        return session.attendees.values().stream()
                .filter(a -> a.role == Role.LOCAL_OPERATOR && a.operator.equals(session.plan.acceptedBy()))
                .mapToLong(a -> a.silentMillis(session.nowNanos))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Optional<Refusal> illegal(String text) {
        return Refusal.of(VerdictReason.NOT_LEGAL_IN_STATE, text);
    }
}
