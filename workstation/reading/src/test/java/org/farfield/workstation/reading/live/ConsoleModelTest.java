package org.farfield.workstation.reading.live;

import static org.farfield.workstation.reading.live.FakeSession.PLAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;
import org.junit.jupiter.api.Test;

class ConsoleModelTest {

    private static final ScanPlan AT_100_KV = PLAN.with(PlanField.KILOVOLTS, 100);

    private final FakeSession session = new FakeSession("remote", Role.REMOTE_OPERATOR);
    private final ConsoleModel console = new ConsoleModel(session, Runnable::run);

    private PlanDraft withLease() {
        session.holder = Optional.of("remote");
        console.refresh();
        return console.draft().get().orElseThrow();
    }

    @Test
    void withoutTheLeaseNothingIsEditedAndTheReasonIsSaid() {
        console.refresh();
        assertEquals(Optional.of(EditBlock.NO_LEASE), console.editBlock());
        console.draft().get().orElseThrow().type(PlanField.KILOVOLTS, "100");
        console.commitEdits();
        assertEquals(List.of(), session.asked);
        assertTrue(console.mayRequestLease());
        assertTrue(console.mayStop());
    }

    @Test
    void afterHalfASecondOfSilenceTheStateIsUnknownAndOnlyStopIsLeft() {
        withLease();
        session.silentMillis = 499;
        console.refresh();
        assertEquals(Optional.empty(), console.editBlock());
        session.silentMillis = 500;
        console.refresh();
        assertEquals(Optional.empty(), console.heard().get().state());
        assertEquals(Optional.of(EditBlock.NOT_HEARD), console.editBlock());
        assertFalse(console.mayPropose());
        assertFalse(console.mayReleaseLease());
        assertTrue(console.mayStop());
    }

    @Test
    void onAPoorLinkOnlyViewingAndStopAreLeft() {
        session.tier = ControlTier.VIEW_ONLY;
        withLease();
        assertEquals(Optional.of(EditBlock.TIER), console.editBlock());
        assertTrue(console.mayStop());
    }

    @Test
    void aPlanThatIsProposedIsFixed() {
        session.planState = PlanState.PROPOSED;
        withLease();
        assertEquals(Optional.of(EditBlock.PLAN_FIXED), console.editBlock());
    }

    @Test
    void anEditGoesToTheGatewayAndCanThenBeProposed() {
        PlanDraft draft = withLease();
        draft.type(PlanField.KILOVOLTS, "100");
        assertFalse(console.mayPropose(), "not sent yet");
        console.commitEdits();
        assertEquals(List.of(new CommandPayload.EditPlan(AT_100_KV)), session.asked);
        assertFalse(console.mayPropose(), "no verdict yet");
        session.accept();
        session.plan = AT_100_KV;
        console.refresh();
        assertTrue(console.mayPropose());
        console.propose();
        assertEquals(new CommandPayload.Propose(), session.asked.getLast());
    }

    @Test
    void aSecondEditWaitsForTheFirstOnesVerdict() {
        PlanDraft draft = withLease();
        draft.type(PlanField.KILOVOLTS, "100");
        console.commitEdits();
        draft.type(PlanField.TUBE_CURRENT_MA, "300");
        console.commitEdits();
        assertEquals(1, session.asked.size());
        session.plan = AT_100_KV;
        session.accept();
        assertEquals(
                new CommandPayload.EditPlan(AT_100_KV.with(PlanField.TUBE_CURRENT_MA, 300)), session.asked.getLast());
    }

    @Test
    void aRefusedEditStaysOnTheScreenWithItsReason() {
        PlanDraft draft = withLease();
        draft.type(PlanField.KILOVOLTS, "100");
        console.commitEdits();
        session.refuse(VerdictReason.STALE_PLAN_REVISION);
        assertTrue(draft.isChanged());
        VerdictLine line = console.verdicts().getFirst();
        assertEquals("EditPlan", line.wish());
        assertEquals(VerdictReason.STALE_PLAN_REVISION, line.reason());
        assertEquals(1, session.asked.size(), "not sent again by itself");
    }

    @Test
    void aPlanOutsideTheLimitsIsNotSent() {
        PlanDraft draft = withLease();
        draft.type(PlanField.KILOVOLTS, "90");
        console.commitEdits();
        assertEquals(List.of(), session.asked);
        assertFalse(console.mayPropose());
    }

    @Test
    void onASlowLinkAnEditIsReadBackBeforeItMayBeProposed() {
        editOverASlowLink();
        ReadBack read = console.readBack().get().orElseThrow();
        assertEquals(120, read.before().kilovolts());
        assertEquals(100, read.after().kilovolts());
        assertFalse(console.mayPropose());
        console.confirmReadBack();
        assertEquals(new CommandPayload.ConfirmEdit(AT_100_KV.sha256()), session.asked.getLast());
        assertFalse(console.mayPropose(), "no verdict yet");
        session.planState = PlanState.CHECKED;
        session.accept();
        assertEquals(Optional.empty(), console.readBack().get());
        assertTrue(console.mayPropose());
    }

    @Test
    void sayingNoToAReadBackSendsThePlanAsItWas() {
        editOverASlowLink();
        console.undoReadBack();
        assertEquals(new CommandPayload.EditPlan(PLAN), session.asked.getLast());
    }

    @Test
    void aProposalIsTakenBackByMakingItADraftAgain() {
        session.planState = PlanState.PROPOSED;
        withLease();
        assertTrue(console.mayWithdraw());
        console.withdraw();
        assertEquals(List.of(new CommandPayload.EditPlan(PLAN)), session.asked);
    }

    private void editOverASlowLink() {
        session.tier = ControlTier.READ_BACK;
        PlanDraft draft = withLease();
        draft.type(PlanField.KILOVOLTS, "100");
        console.commitEdits();
        session.plan = AT_100_KV;
        session.planState = PlanState.DRAFT;
        session.accept();
    }
}
