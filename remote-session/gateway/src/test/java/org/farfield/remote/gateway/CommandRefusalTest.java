package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.ScannerState;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;
import org.junit.jupiter.api.Test;

/** control-safety: "A command on the wire". Every refusal reaches its sender and changes nothing. */
class CommandRefusalTest {
    private static final CommandPayload EDIT =
            new CommandPayload.EditPlan(Plans.HELICAL.with(PlanField.KILOVOLTS, 100));

    private final Scene scene = new Scene().leased();

    private void refused(VerdictReason reason, UnaryOperator<Command> spoil) {
        SessionState before = decisive(scene.rig.state());
        Verdict verdict = scene.remote.ask(EDIT, spoil);
        assertEquals(reason, verdict.reason(), verdict::toString);
        assertFalse(verdict.accepted());
        assertFalse(verdict.text().isBlank());
        assertEquals(before, decisive(scene.rig.state()));
    }

    private static SessionState decisive(SessionState s) {
        return new SessionState(
                s.sessionEpoch(),
                0,
                0,
                s.scanner(),
                s.patient(),
                s.lease(),
                s.planState(),
                s.planRevision(),
                s.plan(),
                s.planSha256(),
                s.proposedSha256(),
                s.acceptedSha256(),
                List.of(),
                s.tier(),
                s.acquisition(),
                s.armedUntilMillis(),
                s.holdPressed());
    }

    @Test
    void aRightCommandIsObeyed() {
        assertTrue(scene.remote.ask(EDIT).accepted());
        assertEquals(100, scene.rig.state().plan().kilovolts());
    }

    @Test
    void anOldSessionEpochIsRefused() {
        refused(
                VerdictReason.OLD_SESSION_EPOCH,
                c -> new Copy(c).sessionEpoch(6).command());
    }

    @Test
    void anOldLeaseEpochIsRefused() {
        refused(
                VerdictReason.OLD_LEASE_EPOCH,
                c -> new Copy(c).leaseEpoch(c.leaseEpoch() - 1).command());
    }

    @Test
    void aRepeatedSequenceIsRefusedAndNotExecutedAgain() {
        Command first = scene.remote.command(EDIT);
        assertTrue(scene.remote.give(first).accepted());
        long revision = scene.rig.state().planRevision();
        assertEquals(VerdictReason.REPEATED_SEQUENCE, scene.remote.give(first).reason());
        assertEquals(revision, scene.rig.state().planRevision());
    }

    @Test
    void aSequenceLeftOutIsRefusedAndSoIsTheLateOneButNotTheNext() {
        Command late = scene.remote.command(EDIT);
        assertEquals(
                VerdictReason.OUT_OF_ORDER,
                scene.remote.give(scene.remote.command(EDIT)).reason());
        assertEquals(VerdictReason.OUT_OF_ORDER, scene.remote.give(late).reason());
        assertTrue(scene.remote.ask(EDIT).accepted());
    }

    @Test
    void anExpiredCommandIsRefusedByTheGatewaysClock() {
        refused(
                VerdictReason.EXPIRED,
                c -> new Copy(c).issuedAtMillis(c.issuedAtMillis() - 2_001).command());
    }

    @Test
    void theErrorOfTheSendersClockCountsAgainstTheCommand() {
        scene.rig.advance(3_000); // both joined long ago
        refused(
                VerdictReason.EXPIRED,
                c -> new Copy(c).issuedAtMillis(c.issuedAtMillis() - 1_996).command()); // 10 ms round trip: 5 ms error
        assertTrue(scene.remote
                .ask(
                        EDIT,
                        c -> new Copy(c)
                                .issuedAtMillis(c.issuedAtMillis() - 1_994)
                                .command())
                .accepted());
    }

    @Test
    void aCommandFromTheFutureIsRefused() {
        refused(
                VerdictReason.EXPIRED,
                c -> new Copy(c).issuedAtMillis(c.issuedAtMillis() + 20).command());
    }

    @Test
    void noTimeToLiveIsLongerThanTheRulesAllow() {
        scene.rig.advance(15_000);
        refused(
                VerdictReason.EXPIRED,
                c -> new Copy(c)
                        .issuedAtMillis(c.issuedAtMillis() - 10_001)
                        .timeToLiveMillis(Integer.MAX_VALUE)
                        .command());
    }

    @Test
    void aCommandIssuedBeforeItsSenderJoinedIsRefused() {
        Command kept = scene.remote.command(EDIT);
        scene.remote.leave();
        scene.rig.advance(20);
        Person again = scene.rig.present("remote", Role.REMOTE_OPERATOR);
        Command replayed = new Copy(kept)
                .sequence(1)
                .expectedStateVersion(scene.rig.state().stateVersion())
                .command();
        assertEquals(VerdictReason.EXPIRED, again.give(replayed).reason());
    }

    @Test
    void anotherStateVersionThanTheSenderKnewIsRefused() {
        scene.yes(scene.remote, EDIT);
        scene.yes(scene.remote, new CommandPayload.Propose());
        Command accept =
                scene.local.command(new CommandPayload.Accept(scene.rig.state().planSha256()));
        scene.rig.scanner(ScannerPhase.MOVING);
        assertEquals(VerdictReason.UNEXPECTED_STATE, scene.local.give(accept).reason());
        Command propose = scene.remote.command(EDIT);
        scene.yes(scene.local, new CommandPayload.Stop(""));
        assertEquals(VerdictReason.UNEXPECTED_STATE, scene.remote.give(propose).reason());
    }

    @Test
    void anEditDoesNotGrowStaleByWhatTheScannerDoes() {
        Command early = scene.remote.command(EDIT);
        scene.rig.scanner(ScannerPhase.MOVING);
        scene.yes(scene.local, new CommandPayload.ConfirmPatient("P-1", "19700101"));
        assertTrue(scene.remote.give(early).accepted());
    }

    @Test
    void aStateVersionThatDoesNotExistYetIsRefused() {
        refused(
                VerdictReason.UNEXPECTED_STATE,
                c -> new Copy(c)
                        .expectedStateVersion(c.expectedStateVersion() + 1)
                        .command());
    }

    @Test
    void merelyMeasuredChangesDoNotMakeACommandStale() {
        Command made = scene.remote.command(EDIT);
        scene.rig.feed(new CoreInput.ScannerRead(
                new ScannerState(ScannerPhase.READY, 33, 0, List.of(), 12, "warm", "CT-1"), Plans.PATIENT));
        scene.rig.advance(300);
        assertTrue(scene.rig.state().stateVersion() > made.expectedStateVersion());
        assertTrue(scene.remote.give(made).accepted());
    }

    @Test
    void anotherPlanRevisionIsRefused() {
        refused(
                VerdictReason.STALE_PLAN_REVISION,
                c -> new Copy(c).planRevision(c.planRevision() - 1).command());
    }

    @Test
    void aBadSignatureIsRefusedAndUsesUpNoSequence() {
        Command forged = scene.remote.command(EDIT).withSignature(new byte[] {2});
        assertEquals(VerdictReason.BAD_SIGNATURE, scene.remote.give(forged).reason());
        assertTrue(scene.remote.give(forged.withSignature(CoreRig.GENUINE)).accepted());
    }

    @Test
    void anotherOperatorsNameIsRefused() {
        refused(VerdictReason.BAD_SIGNATURE, c -> new Copy(c).operator("local").command());
    }

    @Test
    void anotherScannerIsRefused() {
        refused(VerdictReason.WRONG_SCANNER, c -> new Copy(c).scannerId("CT-2").command());
    }

    @Test
    void anotherPatientOrStudyIsRefused() {
        refused(VerdictReason.WRONG_PATIENT, c -> new Copy(c).patientId("P-2").command());
        refused(VerdictReason.WRONG_PATIENT, c -> new Copy(c).studyUid("1.2.4").command());
    }

    @Test
    void observerAndConsultantMayNotPrepareAndTheRemoteOperatorMayNotRelease() {
        Person observer = scene.rig.present("observer", Role.OBSERVER);
        Person consultant = scene.rig.present("consultant", Role.CONSULTANT);
        for (CommandPayload payload : List.of(
                EDIT,
                new CommandPayload.NewPlan(PlanKind.HELICAL),
                new CommandPayload.RequestLease(),
                new CommandPayload.Propose(),
                new CommandPayload.MoveTable(0))) {
            assertEquals(VerdictReason.ROLE_MAY_NOT, observer.ask(payload).reason());
            assertEquals(VerdictReason.ROLE_MAY_NOT, consultant.ask(payload).reason());
        }
        assertEquals(
                VerdictReason.ROLE_MAY_NOT,
                observer.ask(new CommandPayload.Stop("")).reason());
        for (CommandPayload payload : List.of(
                new CommandPayload.GrantLease("remote"),
                new CommandPayload.RevokeLease(""),
                new CommandPayload.RefuseLease("remote", ""),
                new CommandPayload.Accept(""),
                new CommandPayload.Reject(""),
                new CommandPayload.Arm(),
                new CommandPayload.Disarm(),
                new CommandPayload.ConfirmPatient("P-1", "19700101"))) {
            assertEquals(VerdictReason.ROLE_MAY_NOT, scene.remote.ask(payload).reason());
        }
    }
}
