package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.farfield.remote.protocol.LeaseState;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;
import org.junit.jupiter.api.Test;

/** control-safety: "One at a time" and the lease in "Links". */
class ControlLeaseTest {
    private final Scene scene = new Scene();

    private LeaseState lease() {
        return scene.rig.state().lease();
    }

    @Test
    void aRemoteOperatorAsksAndTheLocalOneGrants() {
        long epoch = lease().epoch();
        scene.yes(scene.remote, new CommandPayload.RequestLease());
        assertEquals(Optional.empty(), lease().holder());
        assertEquals(Optional.of("remote"), lease().requestedBy());
        scene.yes(scene.local, new CommandPayload.GrantLease("remote"));
        assertEquals(Optional.of("remote"), lease().holder());
        assertEquals(epoch + 1, lease().epoch());
    }

    @Test
    void nobodyGetsTheLeaseWithoutAsking() {
        assertEquals(
                VerdictReason.NOT_LEGAL_IN_STATE,
                scene.local.ask(new CommandPayload.GrantLease("remote")).reason());
    }

    @Test
    void aRequestThatNobodyAnswersIsRefused() {
        scene.yes(scene.remote, new CommandPayload.RequestLease());
        scene.rig.advance(29_900);
        assertEquals(Optional.of("remote"), lease().requestedBy());
        scene.rig.advance(200);
        assertEquals(Optional.empty(), lease().requestedBy());
        assertEquals(Optional.empty(), lease().holder());
        assertEquals(
                VerdictReason.NOT_LEGAL_IN_STATE,
                scene.local.ask(new CommandPayload.GrantLease("remote")).reason());
    }

    @Test
    void theLocalOperatorRefuses() {
        scene.yes(scene.remote, new CommandPayload.RequestLease());
        scene.yes(scene.local, new CommandPayload.RefuseLease("remote", "not now"));
        assertEquals(Optional.empty(), lease().requestedBy());
    }

    @Test
    void thereIsOneLease() {
        scene.leased();
        Person other = scene.rig.present("other", Role.REMOTE_OPERATOR);
        assertEquals(
                VerdictReason.LEASE_TAKEN,
                other.ask(new CommandPayload.RequestLease()).reason());
        assertEquals(
                VerdictReason.NO_LEASE,
                other.ask(new CommandPayload.EditPlan(Plans.HELICAL)).reason());
    }

    @Test
    void theLocalOperatorRevokesAtAnyInstantWhateverStateSheKnows() {
        scene.leased();
        long epoch = lease().epoch();
        assertTrue(scene.local
                .ask(
                        new CommandPayload.RevokeLease("mine"),
                        c -> new Copy(c)
                                .expectedStateVersion(1)
                                .leaseEpoch(0)
                                .planRevision(0)
                                .command())
                .accepted());
        assertEquals(Optional.empty(), lease().holder());
        assertEquals(epoch + 1, lease().epoch());
    }

    @Test
    void whatWasSentUnderARevokedLeaseIsNotObeyed() {
        scene.leased();
        long old = lease().epoch();
        CommandPayload edit = new CommandPayload.EditPlan(Plans.HELICAL);
        scene.yes(scene.local, new CommandPayload.RevokeLease(""));
        assertEquals(VerdictReason.NO_LEASE, scene.remote.ask(edit).reason());
        scene.leased();
        assertEquals(
                VerdictReason.OLD_LEASE_EPOCH,
                scene.remote
                        .ask(edit, c -> new Copy(c).leaseEpoch(old).command())
                        .reason());
    }

    @Test
    void aHolderSilentForASecondLosesItToTheLocalOperatorNeverToNobody() {
        scene.leased();
        scene.remote.mute = true;
        scene.rig.advance(960);
        assertEquals(Optional.of("remote"), lease().holder());
        scene.rig.advance(120);
        assertEquals(Optional.empty(), lease().holder());
        scene.yes(scene.local, new CommandPayload.EditPlan(Plans.HELICAL));
    }

    @Test
    void aHolderWhoComesBackWithinASecondKeepsIt() {
        scene.leased();
        scene.remote.leave();
        scene.rig.advance(600);
        Person again = scene.rig.present("remote", Role.REMOTE_OPERATOR);
        scene.rig.advance(2_000);
        assertEquals(Optional.of("remote"), lease().holder());
        scene.yes(again, new CommandPayload.EditPlan(Plans.HELICAL));
    }

    @Test
    void aChangeOfPatientDropsTheLeaseAndTheConfirmationAndWhatWasAccepted() {
        scene.to(PlanState.ACCEPTED);
        scene.rig.patient(new PatientContext("P-2", "X", "19800101", "M", "1.2.4", "A2", false));
        assertEquals(Optional.empty(), lease().holder());
        assertFalse(scene.rig.state().patient().identityConfirmed());
        assertEquals(PlanState.DRAFT, scene.rig.plan());
        assertEquals(Optional.empty(), scene.rig.state().acceptedSha256());
    }

    @Test
    void aChangeOfPatientDisarms() {
        scene.to(PlanState.ARMED);
        scene.rig.patient(new PatientContext("P-1", "X", "19700101", "F", "1.2.4", "A2", false));
        assertTrue(scene.rig.scannerCalls.contains("disarm"));
        assertEquals(PlanState.DRAFT, scene.rig.plan());
    }

    @Test
    void withoutALeaseTheLocalOperatorPreparesHerself() {
        scene.yes(scene.local, new CommandPayload.EditPlan(Plans.HELICAL));
        assertEquals(
                VerdictReason.NO_LEASE,
                scene.remote.ask(new CommandPayload.EditPlan(Plans.HELICAL)).reason());
    }

    @Test
    void theSameOperatorIsNotThereTwice() {
        Person twin = scene.rig.join("remote", Role.REMOTE_OPERATOR);
        assertFalse(scene.rig.people.contains(twin));
        assertTrue(scene.rig.people.contains(scene.remote));
    }

    @Test
    void aStaleConnectionGivesWayToTheSameOperatorsNewOne() {
        scene.remote.mute = true;
        scene.rig.advance(600);
        Person again = scene.rig.join("remote", Role.REMOTE_OPERATOR);
        assertTrue(scene.rig.people.contains(again));
        assertFalse(scene.rig.people.contains(scene.remote));
    }
}
