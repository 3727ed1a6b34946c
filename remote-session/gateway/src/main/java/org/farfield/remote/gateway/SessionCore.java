package org.farfield.remote.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.farfield.remote.protocol.AcquisitionProgress;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Heartbeat;
import org.farfield.remote.protocol.message.HoldReport;
import org.farfield.remote.protocol.message.RefusalReason;
import org.farfield.remote.protocol.message.Refused;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.remote.protocol.message.Welcome;

/**
 * The gateway's judgement: one input after another goes in, what is to be done comes out, in order. It alone decides;
 * nothing in it knows of networks, threads or files, and its only time is the one that comes with each input, so that
 * the same inputs at the same times give the same decisions.
 *
 * <p>Before and after each input it looks at what time has done (silence, ARMED, the hold), so that nothing late slips
 * in between two ticks. Verdicts leave after the state they speak of. Control thread only.
 */
final class SessionCore {
    private record Reply(int connection, Verdict verdict) {}

    private final SignatureCheck signatures;
    private final CommandGate gate;
    private final Session session;
    private final StateBoard board;
    private final LeaseDesk leases;
    private final PlanDesk plans;
    private final RunDesk runs;
    private final List<Reply> replies = new ArrayList<>();

    /**
     * A session that begins now: disarmed, nobody in it.
     *
     * @param uids makes a new Series Instance UID each time
     */
    SessionCore(SessionOpening opening, SignatureCheck signatures, Supplier<String> uids) {
        this.signatures = signatures;
        this.gate = new CommandGate(opening.rules(), signatures);
        this.session = new Session(opening);
        this.board = new StateBoard(session);
        this.leases = new LeaseDesk(session);
        this.plans = new PlanDesk(session);
        this.runs = new RunDesk(session, uids);
    }

    /**
     * Decides one input.
     *
     * @param nanos the steady clock now
     * @param millis the wall clock now, ms since 1970
     */
    List<CoreEffect> on(CoreInput input, long nanos, long millis) {
        session.nowNanos = nanos;
        session.nowMillis = millis;
        watch();
        board.push();
        decide(input);
        watch();
        board.push();
        for (Reply reply : replies) {
            Verdict v = reply.verdict();
            session.want(new CoreEffect.Send(
                    reply.connection(),
                    new Verdict(
                            v.commandSequence(), v.operator(), v.accepted(), v.reason(), v.text(), board.version())));
        }
        replies.clear();
        return session.takeWanted();
    }

    /** The state now. */
    SessionState state() {
        return board.state();
    }

    private void decide(CoreInput input) {
        switch (input) {
            case CoreInput.Joined joined -> join(joined);
            case CoreInput.Left left -> leave(left);
            case CoreInput.Received received -> receive(received);
            case CoreInput.StoppedHere stop -> stop(stop.reason());
            case CoreInput.ScannerRead read -> scannerRead(read);
            case CoreInput.ScannerFaulted fault -> scannerFaulted(fault.text());
            case CoreInput.PlanLoaded loaded ->
                runs.takePendingArm(loaded.seriesUid()).ifPresent(pending -> answerArm(pending, loaded.answer()));
            case CoreInput.BeamOn on -> beamOn(on.seriesUid());
            case CoreInput.BeamOff off -> session.note("beam off, series " + off.seriesUid());
            case CoreInput.SliceMade slice -> progress(slice.seriesUid(), 1, false);
            case CoreInput.RunDone done -> runEnds(done.seriesUid(), PlanState.DONE, "ran to its end");
            case CoreInput.RunFailed failed -> runEnds(failed.seriesUid(), PlanState.STOPPED, failed.reason());
            case CoreInput.JournalBehind behind -> journalBehind(behind.text());
            case CoreInput.Tick tick -> heartbeats();
        }
    }

    private void join(CoreInput.Joined who) {
        Optional<Attendee> same = session.attendees.values().stream()
                .filter(a -> a.operator.equals(who.operator())
                        && a.role.mayHoldLease()
                        && who.role().mayHoldLease())
                .findFirst();
        if (same.isPresent() && same.get().silentMillis(session.nowNanos) < session.rules.staleMillis()) {
            refuse(who, RefusalReason.ALREADY_PRESENT, who.operator() + " is in the session on another connection");
            return;
        }
        if (session.attendees.size() >= session.rules.mostParticipants()) {
            refuse(who, RefusalReason.FULL, "all " + session.rules.mostParticipants() + " places are taken");
            return;
        }
        same.ifPresent(old -> close(old, "the same operator joined anew"));
        session.attendees.put(who.connection(), new Attendee(who, session.rules, session.nowNanos, session.nowMillis));
        session.lease.heard(who.operator(), session.nowNanos);
        session.note("joined " + who.operator() + " as " + who.role() + ", connection " + who.connection());
        session.want(new CoreEffect.Send(
                who.connection(),
                new Welcome(
                        who.operator(),
                        who.role(),
                        session.epoch,
                        session.description.id(),
                        session.description.model(),
                        session.description.limits(),
                        session.nowMillis)));
        heartbeats();
    }

    private void refuse(CoreInput.Joined who, RefusalReason reason, String text) {
        session.note("not let in " + who.operator() + ": " + text);
        session.want(new CoreEffect.Send(who.connection(), new Refused(reason, text)));
        session.want(new CoreEffect.Close(who.connection(), text));
    }

    private void close(Attendee who, String why) {
        session.attendees.remove(who.connection);
        session.note("left " + who.operator + ", connection " + who.connection + ": " + why);
        session.want(new CoreEffect.Close(who.connection, why));
    }

    private void leave(CoreInput.Left left) {
        Attendee gone = session.attendees.remove(left.connection());
        if (gone != null) {
            session.note("left " + gone.operator + ", connection " + left.connection() + ": " + left.reason());
        }
    }

    private void receive(CoreInput.Received received) {
        Attendee from = session.attendees.get(received.connection());
        if (from == null) {
            return;
        }
        from.heard(session.nowNanos);
        if (from.role.mayHoldLease()) {
            session.lease.heard(from.operator, session.nowNanos);
        }
        switch (received.message()) {
            case Heartbeat beat -> from.link.heard(beat, session.nowNanos);
            case HoldReport report -> hold(from, report);
            case Command command -> command(from, command);
            default ->
                close(from, "sent " + received.message().getClass().getSimpleName() + ", which is the gateway's");
        }
    }

    private void hold(Attendee from, HoldReport report) {
        boolean counts = from.role == Role.LOCAL_OPERATOR
                && report.sessionEpoch() == session.epoch
                && report.operator().equals(from.operator)
                && genuine(report, from);
        boolean before = from.hold.pressed(session.nowNanos);
        double error = from.link.clockErrorMillis(session.nowNanos);
        if (counts && from.hold.take(report, session.nowNanos, session.nowMillis, error, from.welcomedMillis)) {
            if (before != report.pressed()) {
                session.note("hold " + (report.pressed() ? "pressed by " : "let go by ") + from.operator);
            }
            runs.holdChanged();
        }
    }

    private boolean genuine(HoldReport report, Attendee from) {
        return signatures.verifies(report, from.key);
    }

    private void command(Attendee from, Command command) {
        Optional<Refusal> refusal = gate.check(
                command,
                from,
                new CommandGate.Facts(
                        session.epoch,
                        session.description.id(),
                        session.patient,
                        session.lease.epoch(),
                        session.plan.revision(),
                        board.versions(),
                        session.nowNanos,
                        session.nowMillis));
        PlanState before = session.plan.state();
        Optional<Refusal> outcome = refusal.isPresent() ? refusal : obey(from, command);
        if (before != session.plan.state() && !session.plan.ended()) {
            session.note("plan " + before + " -> " + session.plan.state() + ", revision " + session.plan.revision());
        }
        if (outcome.isPresent() || !(command.payload() instanceof CommandPayload.Arm)) {
            answer(from.connection, command.sequence(), from.operator, outcome, kind(command));
        }
    }

    private Optional<Refusal> obey(Attendee from, Command command) {
        return switch (command.payload()) {
            case CommandPayload.Stop stop -> {
                stop("stopped by " + from.operator + (stop.reason().isBlank() ? "" : ": " + stop.reason()));
                yield Optional.empty();
            }
            case CommandPayload.RequestLease wish -> leases.request(from);
            case CommandPayload.GrantLease grant -> leases.grant(grant);
            case CommandPayload.RefuseLease refuse -> leases.refuse(refuse);
            case CommandPayload.RevokeLease revoke -> leases.revoke(revoke);
            case CommandPayload.ReleaseLease release -> leases.release(from);
            case CommandPayload.NewPlan wish -> plans.begin(from, wish);
            case CommandPayload.EditPlan edit -> plans.edit(from, edit);
            case CommandPayload.ConfirmEdit confirm -> plans.confirmEdit(from, confirm);
            case CommandPayload.Propose propose -> plans.propose(from);
            case CommandPayload.Accept accept -> plans.accept(from, accept);
            case CommandPayload.Reject reject -> plans.reject();
            case CommandPayload.ConfirmPatient identifiers -> plans.confirmPatient(identifiers);
            case CommandPayload.Arm arm -> runs.arm(from, command.sequence());
            case CommandPayload.Disarm disarm -> runs.disarm();
            case CommandPayload.MoveTable move -> runs.moveTable(from, move);
            case CommandPayload.ExplainDose answer -> session.dose.explain(from, answer);
            case CommandPayload.AuthoriseDose answer -> session.dose.authorise(from, answer);
        };
    }

    private void stop(String by) {
        runs.takePendingArm().ifPresent(p -> answerArm(p, new PortAnswer.Refused("stopped meanwhile")));
        runs.stop(by);
    }

    /** What waited for the journal was dropped: nothing may count on it any more. */
    private void journalBehind(String text) {
        session.note("journal: " + text);
        runs.takePendingArm().ifPresent(p -> answerArm(p, new PortAnswer.Refused("the journal: " + text)));
        runs.letGoOfTable();
        runs.loseOperator("the journal: " + text);
    }

    private void answerArm(RunDesk.PendingArm pending, PortAnswer answer) {
        Optional<Refusal> outcome = runs.loaded(pending, answer);
        answer(pending.connection(), pending.commandSequence(), pending.operator(), outcome, "Arm");
    }

    private void answer(int connection, long sequence, String operator, Optional<Refusal> refusal, String kind) {
        VerdictReason reason = refusal.map(Refusal::reason).orElse(VerdictReason.ACCEPTED);
        String text = refusal.map(Refusal::text).orElse("");
        session.note("command " + operator + " #" + sequence + " " + kind + ": " + reason);
        replies.add(new Reply(connection, new Verdict(sequence, operator, refusal.isEmpty(), reason, text, 0)));
    }

    private static String kind(Command command) {
        return command.payload().getClass().getSimpleName();
    }

    private void scannerRead(CoreInput.ScannerRead read) {
        PatientContext patient = read.patient();
        boolean other = !patient.patientId().equals(session.patient.patientId())
                || !patient.studyUid().equals(session.patient.studyUid());
        session.scanner = read.scanner();
        session.patient = patient.withIdentityConfirmed(!other && session.patient.identityConfirmed());
        if (other) {
            runs.loseOperator("another patient or study");
            if (session.lease.holder().isPresent()) {
                leases.drop("another patient or study");
            }
            session.lease.dropRequest();
            if (session.plan.editable()) {
                session.plan.draft(session.plan.plan(), false);
            }
        }
    }

    private void scannerFaulted(String text) {
        ScannerState last = session.scanner;
        session.note("scanner fault: " + text);
        session.scanner = new ScannerState(
                ScannerPhase.FAULT,
                last.tableMm(),
                last.gantryTiltDegrees(),
                last.interlocks(),
                last.tubeHeatPercent(),
                text,
                last.scannerId());
        runs.takePendingArm().ifPresent(p -> answerArm(p, new PortAnswer.Refused(text)));
        if (!session.plan.editable()) {
            stop("scanner fault: " + text);
        }
    }

    private void beamOn(String seriesUid) {
        session.note("beam on, series " + seriesUid);
        if (session.plan.is(PlanState.RUNNING) && session.plan.seriesUid().equals(seriesUid)) {
            session.plan.beamOn();
            session.dose.beamOn();
        } else {
            runs.stop("beam on for a series that does not run");
        }
    }

    private void progress(String seriesUid, int more, boolean done) {
        session.acquisition = session.acquisition.map(p -> p.seriesUid().equals(seriesUid)
                ? new AcquisitionProgress(seriesUid, p.planned(), p.reconstructed() + more, p.done() || done)
                : p);
    }

    private void runEnds(String seriesUid, PlanState how, String why) {
        progress(seriesUid, 0, true);
        if (session.plan.is(PlanState.RUNNING) && session.plan.seriesUid().equals(seriesUid)) {
            session.planEnds(how, why);
        }
    }

    private void heartbeats() {
        for (Attendee attendee : session.attendees.values()) {
            if (attendee.heartbeatDue(session.nowNanos)) {
                session.want(new CoreEffect.Send(
                        attendee.connection,
                        attendee.link.next(session.nowNanos, session.nowMillis, session.epoch, board.version())));
            }
        }
    }

    private void watch() {
        session.attendees.values().stream()
                .filter(a -> a.silentMillis(session.nowNanos) >= session.rules.goneMillis())
                .toList()
                .forEach(a -> close(a, "silent for " + session.rules.goneMillis() + " ms"));
        if (session.lease.holderSilentMillis(session.nowNanos) >= session.rules.silentMillis()) {
            runs.loseOperator("the remote operator is silent");
        }
        leases.watch();
        runs.watch();
    }
}
