package org.farfield.remote.gateway;

import java.util.Optional;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;

/**
 * Everything about a command that can be judged without knowing what it asks for: who signed it, for which session,
 * scanner and patient, in which order, how old, on which state, under which lease, over which link. The order of the
 * checks: what proves the sender first (nothing unproven uses up a sequence number), what the sender must understand
 * first among the rest. Control thread.
 *
 * <p>STOP passes with an authentic signature for this session and scanner, whatever its age, order, lease or state.
 * Commands that only take something back (revoke, release, disarm) do not depend on the state, the plan or the lease
 * they were made for.
 */
final class CommandGate {
    /** Wall clocks count whole milliseconds. */
    static final long CLOCK_GRAIN_MILLIS = 2;

    /** What a command is judged against. */
    record Facts(
            long sessionEpoch,
            String scannerId,
            PatientContext patient,
            long leaseEpoch,
            long planRevision,
            StateVersions versions,
            long nowNanos,
            long nowMillis) {}

    private final SessionRules rules;
    private final SignatureCheck signatures;

    CommandGate(SessionRules rules, SignatureCheck signatures) {
        this.rules = rules;
        this.signatures = signatures;
    }

    /** What is wrong with the command; takes its sequence number where it is authentic. */
    Optional<Refusal> check(Command command, Attendee from, Facts facts) {
        return authentic(command, from, facts)
                .or(() -> sequence(command, from))
                .or(() -> role(command, from))
                .or(() -> isStop(command) ? Optional.empty() : current(command, from, facts));
    }

    private Optional<Refusal> authentic(Command command, Attendee from, Facts facts) {
        return stoppable(command, from.operator, facts.sessionEpoch(), facts.scannerId())
                .or(() -> signature(command, from));
    }

    /** The part of authenticity that costs nothing. */
    private static Optional<Refusal> stoppable(Command command, String operator, long sessionEpoch, String scannerId) {
        return operator(command, operator)
                .or(() -> session(command, sessionEpoch))
                .or(() -> scanner(command, scannerId));
    }

    private static Optional<Refusal> operator(Command command, String operator) {
        return command.operator().equals(operator)
                ? Optional.empty()
                : Refusal.of(VerdictReason.BAD_SIGNATURE, "the command names another operator than the connection");
    }

    private static Optional<Refusal> session(Command command, long sessionEpoch) {
        return command.sessionEpoch() == sessionEpoch
                ? Optional.empty()
                : Refusal.of(
                        VerdictReason.OLD_SESSION_EPOCH,
                        "made for session " + command.sessionEpoch() + ", this is " + sessionEpoch);
    }

    private static Optional<Refusal> scanner(Command command, String scannerId) {
        return command.scannerId().equals(scannerId)
                ? Optional.empty()
                : Refusal.of(VerdictReason.WRONG_SCANNER, "this is scanner " + scannerId);
    }

    private Optional<Refusal> signature(Command command, Attendee from) {
        return signatures.verifies(command, from.key)
                ? Optional.empty()
                : Refusal.of(VerdictReason.BAD_SIGNATURE, "the signature does not fit");
    }

    private static Optional<Refusal> sequence(Command command, Attendee from) {
        return from.sequences.take(command.sequence()).filter(refusal -> !isStop(command));
    }

    private static Optional<Refusal> role(Command command, Attendee from) {
        boolean may = switch (command.payload()) {
            case CommandPayload.Stop stop -> from.role.mayStop();
            case CommandPayload.RequestLease wish -> from.role.mayHoldLease();
            case CommandPayload.ReleaseLease release -> from.role.mayHoldLease();
            case CommandPayload.NewPlan plan -> from.role.mayHoldLease();
            case CommandPayload.EditPlan edit -> from.role.mayHoldLease();
            case CommandPayload.ConfirmEdit confirm -> from.role.mayHoldLease();
            case CommandPayload.Propose propose -> from.role.mayHoldLease();
            case CommandPayload.MoveTable move -> from.role.mayHoldLease();
            case CommandPayload.ExplainDose answer -> from.role.mayHoldLease();
            case CommandPayload.AuthoriseDose answer -> from.role.mayRelease();
            case CommandPayload.GrantLease grant -> from.role.mayRelease();
            case CommandPayload.RefuseLease refuse -> from.role.mayRelease();
            case CommandPayload.RevokeLease revoke -> from.role.mayRelease();
            case CommandPayload.Accept accept -> from.role.mayRelease();
            case CommandPayload.Reject reject -> from.role.mayRelease();
            case CommandPayload.Arm arm -> from.role.mayRelease();
            case CommandPayload.Disarm disarm -> from.role.mayRelease();
            case CommandPayload.ConfirmPatient confirm -> from.role.mayRelease();
        };
        return may ? Optional.empty() : Refusal.of(VerdictReason.ROLE_MAY_NOT, "not as " + from.role);
    }

    private Optional<Refusal> current(Command command, Attendee from, Facts facts) {
        return patient(command, facts)
                .or(() -> future(command, from, facts))
                .or(() -> joined(command, from))
                .or(() -> expired(command, from, facts))
                .or(() -> takesBack(command) ? Optional.empty() : state(command, facts))
                .or(() -> tier(command, from, facts));
    }

    private static Optional<Refusal> patient(Command command, Facts facts) {
        boolean same = command.patientId().equals(facts.patient().patientId())
                && command.studyUid().equals(facts.patient().studyUid());
        return same
                ? Optional.empty()
                : Refusal.of(VerdictReason.WRONG_PATIENT, "made for another patient or study than the scanner's");
    }

    private static Optional<Refusal> future(Command command, Attendee from, Facts facts) {
        double error = from.link.clockErrorMillis(facts.nowNanos());
        return command.issuedAtMillis() > facts.nowMillis() + error + CLOCK_GRAIN_MILLIS
                ? Refusal.of(VerdictReason.EXPIRED, "issued in the future of the gateway's clock")
                : Optional.empty();
    }

    private static Optional<Refusal> joined(Command command, Attendee from) {
        return command.issuedAtMillis() < from.welcomedMillis
                ? Refusal.of(VerdictReason.EXPIRED, "issued before its sender joined")
                : Optional.empty();
    }

    private Optional<Refusal> expired(Command command, Attendee from, Facts facts) {
        double error = from.link.clockErrorMillis(facts.nowNanos());
        long life = Math.min(command.timeToLiveMillis(), rules.mostTimeToLiveMillis());
        return facts.nowMillis() - command.issuedAtMillis() + error <= life
                ? Optional.empty()
                : Refusal.of(VerdictReason.EXPIRED, "older than the " + life + " ms it was to live");
    }

    private static Optional<Refusal> state(Command command, Facts facts) {
        return leaseEpoch(command, facts).or(() -> planRevision(command, facts)).or(() -> stateVersion(command, facts));
    }

    private static Optional<Refusal> leaseEpoch(Command command, Facts facts) {
        return command.leaseEpoch() == facts.leaseEpoch()
                ? Optional.empty()
                : Refusal.of(
                        VerdictReason.OLD_LEASE_EPOCH,
                        "made under lease " + command.leaseEpoch() + ", now it is " + facts.leaseEpoch());
    }

    private static Optional<Refusal> planRevision(Command command, Facts facts) {
        boolean another =
                StateVersions.isAboutPlan(command.payload()) && command.planRevision() != facts.planRevision();
        return another
                ? Refusal.of(
                        VerdictReason.STALE_PLAN_REVISION,
                        "made for plan revision " + command.planRevision() + ", now it is " + facts.planRevision())
                : Optional.empty();
    }

    private static Optional<Refusal> stateVersion(Command command, Facts facts) {
        long expected = command.expectedStateVersion();
        long oldest = facts.versions().oldestFor(command.payload());
        return expected >= oldest && expected <= facts.versions().newest()
                ? Optional.empty()
                : Refusal.of(
                        VerdictReason.UNEXPECTED_STATE,
                        "made for state " + expected + ", what it is about changed at " + oldest);
    }

    private static Optional<Refusal> tier(Command command, Attendee from, Facts facts) {
        boolean declines = takesBack(command)
                || command.payload() instanceof CommandPayload.Reject
                || command.payload() instanceof CommandPayload.RefuseLease;
        return declines || from.tier(facts.nowNanos()) != ControlTier.VIEW_ONLY
                ? Optional.empty()
                : Refusal.of(VerdictReason.TIER, "the link is too slow, too lossy or not measured yet");
    }

    static boolean isStop(Command command) {
        return command.payload() instanceof CommandPayload.Stop;
    }

    private static boolean takesBack(Command command) {
        return command.payload() instanceof CommandPayload.RevokeLease
                || command.payload() instanceof CommandPayload.ReleaseLease
                || command.payload() instanceof CommandPayload.Disarm;
    }

    /** Whether a STOP of this sender is to be obeyed; for the fast path, any thread. */
    static boolean admitsStop(
            Command command, CoreInput.Joined from, long sessionEpoch, String scannerId, SignatureCheck signatures) {
        return isStop(command)
                && from.role().mayStop()
                && stoppable(command, from.operator(), sessionEpoch, scannerId).isEmpty()
                && signatures.verifies(command, from.key());
    }
}
