package org.farfield.workstation.reading.live;

import static org.farfield.workstation.reading.live.FakeSession.PLAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.CommandPayload;
import org.junit.jupiter.api.Test;

class LocalModelTest {

    private final FakeSession session = new FakeSession("local", Role.LOCAL_OPERATOR);
    private final LocalModel local = new LocalModel(session, Runnable::run);

    private void proposed() {
        session.planState = PlanState.PROPOSED;
        session.proposed = Optional.of(session.plan.sha256());
        session.identityConfirmed = true;
        local.refresh();
    }

    private void armed() {
        session.planState = PlanState.ARMED;
        session.accepted = Optional.of(session.plan.sha256());
        local.refresh();
    }

    @Test
    void twoIdentifiersAreSentAsReadFromThePatient() {
        local.refresh();
        local.confirmPatient(" P1 ", "1970-01-02");
        assertEquals(List.of(new CommandPayload.ConfirmPatient("P1", "19700102")), session.asked);
    }

    @Test
    void theLeaseIsGrantedToTheOneWhoAsked() {
        session.requestedBy = Optional.of("remote");
        local.refresh();
        local.grantLease();
        assertEquals(List.of(new CommandPayload.GrantLease("remote")), session.asked);
    }

    @Test
    void onlyTheHashOfTheTextShownIsAccepted() {
        proposed();
        local.accept();
        assertEquals(List.of(new CommandPayload.Accept(PLAN.sha256())), session.asked);
    }

    @Test
    void aProposalWhoseHashDoesNotFitTheTextCannotBeAccepted() {
        proposed();
        session.proposed = Optional.of("00".repeat(32));
        local.refresh();
        assertFalse(local.mayAccept());
        local.accept();
        assertEquals(List.of(), session.asked);
    }

    @Test
    void nothingIsAcceptedBeforeTheIdentityIsConfirmed() {
        proposed();
        session.identityConfirmed = false;
        local.refresh();
        assertFalse(local.mayAccept());
    }

    @Test
    void aPressedHoldIsSaidWithTheAcceptedHashAndAgainWithEveryRefresh() {
        armed();
        session.holds.clear();
        local.hold(true);
        local.refresh();
        local.hold(false);
        String pressed = "pressed " + PLAN.sha256();
        assertEquals(List.of(pressed, pressed, "not pressed"), session.holds);
    }

    @Test
    void theHoldIsReleasedWhenThePlanIsNoLongerArmed() {
        armed();
        local.hold(true);
        session.planState = PlanState.LAPSED;
        local.refresh();
        assertFalse(local.held().get());
        assertEquals("not pressed", session.holds.getLast());
    }

    @Test
    void theHoldIsReleasedWhenNothingWasHeardForHalfASecond() {
        armed();
        local.hold(true);
        session.silentMillis = 500;
        local.refresh();
        assertFalse(local.held().get());
    }

    @Test
    void aHoldWithoutAnArmedPlanIsNotPressed() {
        local.refresh();
        local.hold(true);
        assertEquals("not pressed", session.holds.getLast());
    }

    @Test
    void whatChangedSinceTheLastAcceptedPlanIsShownBesideIt() {
        proposed();
        armed();
        session.planState = PlanState.DONE;
        local.refresh();
        ScanPlan next = PLAN.with(PlanField.KILOVOLTS, 100).withKernel("LUNG");
        session.plan = next;
        proposed();
        List<PlanRow> rows = PlanRow.of(next, local.lastAccepted());
        assertEquals(Optional.of("120"), row(rows, "kvp").before());
        assertEquals(Optional.of("STANDARD"), row(rows, "kernel").before());
        assertEquals(2, rows.stream().filter(row -> row.before().isPresent()).count());
        assertTrue(rows.stream().allMatch(row -> next.canonicalText().contains(row.key() + "=" + row.value())));
    }

    private static PlanRow row(List<PlanRow> rows, String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }
}
