package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** control-safety: "Life cycle of a scan plan". */
class PlanLifeTest {
    private final Scene scene = new Scene();

    private VerdictReason reason(Person who, CommandPayload payload) {
        return who.ask(payload).reason();
    }

    @Test
    void aPlanGoesFromDraftToDone() {
        scene.leased();
        scene.yes(scene.remote, new CommandPayload.NewPlan(PlanKind.HELICAL));
        assertEquals(PlanState.DRAFT, scene.rig.plan());
        scene.yes(scene.remote, new CommandPayload.EditPlan(Plans.HELICAL));
        assertEquals(PlanState.CHECKED, scene.rig.plan());
        scene.yes(scene.remote, new CommandPayload.Propose());
        assertEquals(Optional.of(Plans.HELICAL.sha256()), scene.rig.state().proposedSha256());
        scene.yes(scene.local, new CommandPayload.ConfirmPatient("P-1", "19700101"));
        scene.yes(scene.local, new CommandPayload.Accept(Plans.HELICAL.sha256()));
        assertEquals(PlanState.ACCEPTED, scene.rig.plan());
        scene.yes(scene.local, new CommandPayload.Arm());
        assertEquals(PlanState.ARMED, scene.rig.plan());
        scene.rig.advance(100);
        scene.local.hold(true);
        assertEquals(PlanState.RUNNING, scene.rig.plan());
        scene.beamOn();
        for (int i = 0; i < 5; i++) {
            scene.rig.feed(new CoreInput.SliceMade(scene.rig.runningSeries()));
        }
        scene.rig.feed(new CoreInput.RunDone(scene.rig.runningSeries()));
        assertEquals(PlanState.DONE, scene.rig.plan());
        assertEquals(5, scene.rig.state().acquisition().orElseThrow().reconstructed());
        assertTrue(scene.rig.state().acquisition().orElseThrow().done());
        assertEquals(List.of("load", "arm", "hold true", "expose"), scene.rig.scannerCalls);
    }

    @Test
    void aLocalizerAndThenAHelicalPlanRunInOneStudy() {
        scene.to(PlanState.DONE);
        scene.yes(scene.remote, new CommandPayload.EditPlan(Plans.LOCALIZER));
        scene.yes(scene.remote, new CommandPayload.Propose());
        scene.yes(scene.local, new CommandPayload.Accept(Plans.LOCALIZER.sha256()));
        scene.yes(scene.local, new CommandPayload.Arm());
        scene.rig.clock.advanceMillis(60);
        scene.local.hold(false);
        scene.local.hold(true);
        assertEquals(PlanState.RUNNING, scene.rig.plan());
    }

    @Test
    void anEditOutsideTheLimitsIsRefusedAndNamesTheField() {
        scene.leased();
        Verdict verdict = scene.remote.ask(new CommandPayload.EditPlan(Plans.HELICAL.with(PlanField.KILOVOLTS, 90)));
        assertEquals(VerdictReason.LIMITS, verdict.reason());
        assertTrue(verdict.text().contains("kvp 90"), verdict.text());
        assertEquals(Plans.LOCALIZER, scene.rig.state().plan());
    }

    @Test
    void aDraftOutsideTheLimitsIsNotProposed() {
        CoreRig rig = scene.rig;
        scene.leased();
        scene.yes(scene.remote, new CommandPayload.NewPlan(PlanKind.LOCALIZER));
        assertTrue(rig.core.state().plan().lengthMm() <= Plans.LIMITS.maximumLengthMm());
        scene.yes(scene.remote, new CommandPayload.Propose());
        assertEquals(PlanState.PROPOSED, rig.plan());
    }

    @Test
    void onlyTheProposedHashIsAccepted() {
        scene.to(PlanState.PROPOSED);
        assertEquals(
                VerdictReason.HASH_MISMATCH, reason(scene.local, new CommandPayload.Accept(Plans.LOCALIZER.sha256())));
        assertEquals(PlanState.PROPOSED, scene.rig.plan());
    }

    @Test
    void nothingIsAcceptedBeforeTwoIdentifiersAreConfirmed() {
        scene.leased();
        scene.yes(scene.remote, new CommandPayload.EditPlan(Plans.HELICAL));
        scene.yes(scene.remote, new CommandPayload.Propose());
        CommandPayload accept = new CommandPayload.Accept(Plans.HELICAL.sha256());
        assertEquals(VerdictReason.IDENTITY_NOT_CONFIRMED, reason(scene.local, accept));
        assertEquals(
                VerdictReason.WRONG_PATIENT, reason(scene.local, new CommandPayload.ConfirmPatient("P-1", "19700102")));
        assertEquals(VerdictReason.IDENTITY_NOT_CONFIRMED, reason(scene.local, accept));
        scene.yes(scene.local, new CommandPayload.ConfirmPatient("P-1", "19700101"));
        scene.yes(scene.local, accept);
    }

    @Test
    void anEditAfterAcceptanceVoidsIt() {
        scene.to(PlanState.ACCEPTED);
        scene.yes(scene.remote, new CommandPayload.EditPlan(Plans.HELICAL.with(PlanField.KILOVOLTS, 80)));
        assertEquals(Optional.empty(), scene.rig.state().acceptedSha256());
        assertEquals(VerdictReason.NOT_LEGAL_IN_STATE, reason(scene.local, new CommandPayload.Arm()));
    }

    @ParameterizedTest
    @EnumSource(names = {"ARMED", "RUNNING"})
    void anArmedOrRunningPlanCannotBeChanged(PlanState state) {
        scene.to(state);
        assertEquals(
                VerdictReason.NOT_LEGAL_IN_STATE, reason(scene.remote, new CommandPayload.EditPlan(Plans.LOCALIZER)));
        assertEquals(Plans.HELICAL, scene.rig.state().plan());
    }

    @ParameterizedTest
    @EnumSource(names = {"DONE", "STOPPED", "LAPSED"})
    void afterTheEndANewDraftCanBeMade(PlanState state) {
        scene.to(state);
        scene.yes(scene.remote, new CommandPayload.NewPlan(PlanKind.HELICAL));
        assertEquals(PlanState.DRAFT, scene.rig.plan());
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "CHECKED", "PROPOSED"})
    void onlyAnAcceptedPlanIsArmed(PlanState state) {
        scene.to(state);
        assertEquals(VerdictReason.NOT_LEGAL_IN_STATE, reason(scene.local, new CommandPayload.Arm()));
        assertEquals(List.of(), scene.rig.scannerCalls);
    }

    @Test
    void theScannersOwnCheckCanRefuse() {
        scene.to(PlanState.ACCEPTED);
        scene.rig.answer = new PortAnswer.Refused("tube too hot");
        Verdict verdict = scene.local.ask(new CommandPayload.Arm());
        assertEquals(VerdictReason.SCANNER_REFUSED, verdict.reason());
        assertEquals("tube too hot", verdict.text());
        assertEquals(PlanState.ACCEPTED, scene.rig.plan());
    }

    @Test
    void anOpenInterlockForbidsArmingAndDisarms() {
        scene.to(PlanState.ACCEPTED);
        scene.rig.scanner(ScannerPhase.READY, "door");
        assertEquals(VerdictReason.INTERLOCK, reason(scene.local, new CommandPayload.Arm()));
        scene.rig.scanner(ScannerPhase.READY);
        scene.yes(scene.local, new CommandPayload.Arm());
        scene.rig.scanner(ScannerPhase.READY, "door");
        assertEquals(PlanState.LAPSED, scene.rig.plan());
        assertEquals("disarm", scene.rig.scannerCalls.getLast());
    }

    @Test
    void armedLastsThirtySeconds() {
        scene.to(PlanState.ARMED);
        scene.rig.advance(29_900);
        assertEquals(PlanState.ARMED, scene.rig.plan());
        scene.rig.advance(100);
        assertEquals(PlanState.LAPSED, scene.rig.plan());
        assertEquals("disarm", scene.rig.scannerCalls.getLast());
    }

    @Test
    void aHoldThatComesAfterThirtySecondsIsTooLateEvenBeforeTheNextTick() {
        scene.to(PlanState.ARMED);
        scene.rig.advance(29_980);
        scene.rig.clock.advanceMillis(21);
        scene.local.hold(true);
        assertEquals(PlanState.LAPSED, scene.rig.plan());
        assertFalse(scene.rig.scannerCalls.contains("expose"));
    }

    @Test
    void theScannerEndingEarlyStopsThePlan() {
        scene.to(PlanState.RUNNING);
        scene.beamOn();
        scene.rig.feed(new CoreInput.RunFailed(scene.rig.runningSeries(), "arc in the tube"));
        assertEquals(PlanState.STOPPED, scene.rig.plan());
    }

    @Test
    void aScannerThatThrowsIsAFaultWithAReasonAndStops() {
        scene.to(PlanState.RUNNING);
        scene.rig.feed(new CoreInput.ScannerFaulted("no answer from the generator"));
        assertEquals(ScannerPhase.FAULT, scene.rig.state().scanner().phase());
        assertEquals("no answer from the generator", scene.rig.state().scanner().detail());
        assertEquals(PlanState.STOPPED, scene.rig.plan());
        assertEquals("stop", scene.rig.scannerCalls.getLast());
    }

    @Test
    void nothingIsArmedWhileTheLastSeriesIsNotWhole() {
        scene.to(PlanState.RUNNING);
        scene.beamOn();
        scene.yes(scene.remote, new CommandPayload.Stop(""));
        scene.yes(scene.remote, new CommandPayload.EditPlan(Plans.HELICAL));
        scene.yes(scene.remote, new CommandPayload.Propose());
        scene.yes(scene.local, new CommandPayload.Accept(Plans.HELICAL.sha256()));
        assertEquals(VerdictReason.NOT_LEGAL_IN_STATE, reason(scene.local, new CommandPayload.Arm()));
        scene.rig.feed(new CoreInput.RunFailed(scene.rig.runningSeries(), "stopped"));
        scene.yes(scene.local, new CommandPayload.Arm());
    }
}
