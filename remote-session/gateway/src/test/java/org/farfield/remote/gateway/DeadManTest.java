package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.HoldReport;
import org.farfield.remote.protocol.message.VerdictReason;
import org.junit.jupiter.api.Test;

/** control-safety: no exposure without a live local hold; only fresh hold messages feed the dead-man. */
class DeadManTest {
    private final Scene scene = new Scene();

    private boolean exposed() {
        return scene.rig.scannerCalls.contains("expose");
    }

    @Test
    void aPressThatBeganBeforeArmingDoesNotRelease() {
        scene.to(PlanState.ACCEPTED);
        scene.local.hold(true);
        scene.yes(scene.local, new CommandPayload.Arm());
        scene.rig.advance(1_000);
        assertEquals(PlanState.ARMED, scene.rig.plan());
        scene.local.hold(false);
        scene.rig.clock.advanceMillis(60);
        scene.local.hold(true);
        assertEquals(PlanState.RUNNING, scene.rig.plan());
    }

    @Test
    void aButtonThatWasDownWhenItsFirstReportCameDoesNotRelease() {
        scene.to(PlanState.ARMED);
        scene.local.leave();
        scene.rig.advance(20);
        assertEquals(PlanState.LAPSED, scene.rig.plan(), "who accepted it is gone");
    }

    @Test
    void aPressForAnotherPlanDoesNotRelease() {
        scene.to(PlanState.ARMED);
        scene.rig.advance(100);
        scene.local.holdHash = Plans.LOCALIZER.sha256();
        scene.local.pressed = true;
        scene.local.reportHold();
        assertEquals(PlanState.ARMED, scene.rig.plan());
        assertFalse(exposed());
    }

    @Test
    void theRemoteOperatorsHoldDoesNotRelease() {
        scene.to(PlanState.ARMED);
        scene.rig.advance(100);
        scene.remote.holdHash = Plans.HELICAL.sha256();
        scene.remote.send(scene.remote.holdReport(false, scene.rig.clock.millis()));
        scene.remote.send(scene.remote.holdReport(true, scene.rig.clock.millis()));
        assertEquals(PlanState.ARMED, scene.rig.plan());
        assertFalse(exposed());
    }

    @Test
    void staleFutureForgedAndRepeatedReportsDoNotRelease() {
        scene.to(PlanState.ARMED);
        scene.rig.advance(100);
        scene.local.holdHash = Plans.HELICAL.sha256();
        long now = scene.rig.clock.millis();
        HoldReport good = scene.local.holdReport(true, now);
        HoldReport again = new HoldReport(7, 1, true, now, good.planSha256(), "local", CoreRig.GENUINE);
        for (HoldReport bad : List.of(
                scene.local.holdReport(true, now - 501),
                scene.local.holdReport(true, now + 20),
                scene.local.holdReport(true, now).withSignature(new byte[] {2}),
                new HoldReport(6, 900, true, now, good.planSha256(), "local", CoreRig.GENUINE),
                new HoldReport(7, 900, true, now, good.planSha256(), "remote", CoreRig.GENUINE),
                again)) {
            scene.local.send(bad);
            assertEquals(PlanState.ARMED, scene.rig.plan(), bad::toString);
        }
        scene.local.send(scene.local.holdReport(true, now));
        assertEquals(PlanState.RUNNING, scene.rig.plan(), "a good one does");
    }

    @Test
    void otherTrafficDoesNotKeepTheHold() {
        scene.to(PlanState.RUNNING);
        scene.local.mute = true;
        for (int i = 0; i < 30; i++) {
            scene.rig.advance(20);
            scene.local.ask(new CommandPayload.GrantLease("nobody"));
        }
        assertEquals(PlanState.LAPSED, scene.rig.plan());
        assertTrue(scene.rig.scannerCalls.contains("stop"));
    }

    @Test
    void lettingGoBeforeTheBeamEndsTheRun() {
        scene.to(PlanState.RUNNING);
        scene.local.hold(false);
        assertEquals(PlanState.LAPSED, scene.rig.plan());
        assertEquals(List.of("hold false", "stop"), scene.rig.scannerCalls.subList(4, 6));
    }

    @Test
    void aHoldNotHeardForHalfASecondBeforeTheBeamEndsTheRun() {
        scene.to(PlanState.RUNNING);
        scene.local.mute = true;
        scene.rig.advance(480);
        assertEquals(PlanState.RUNNING, scene.rig.plan());
        scene.rig.advance(40);
        assertEquals(PlanState.LAPSED, scene.rig.plan());
    }

    @Test
    void afterTheBeamIsOnTheScannersOwnRulesHold() {
        scene.to(PlanState.RUNNING);
        scene.beamOn();
        scene.local.hold(false);
        assertEquals(PlanState.RUNNING, scene.rig.plan());
    }

    @Test
    void aBeamThatComesAfterTheHoldWentIsStopped() {
        scene.to(PlanState.RUNNING);
        scene.local.hold(false);
        int calls = scene.rig.scannerCalls.size();
        scene.beamOn();
        assertEquals(List.of("stop"), scene.rig.scannerCalls.subList(calls, scene.rig.scannerCalls.size()));
    }

    @Test
    void theTableMovesOnlyWhileTheLocalOperatorHolds() {
        scene.leased();
        CommandPayload move = new CommandPayload.MoveTable(50);
        assertEquals(VerdictReason.NO_HOLD, scene.remote.ask(move).reason());
        scene.local.hold(true);
        scene.yes(scene.remote, move);
        assertEquals(List.of("hold true", "move 50.0"), scene.rig.scannerCalls);
        scene.local.hold(false);
        assertEquals("hold false", scene.rig.scannerCalls.getLast());
    }

    @Test
    void theTableDoesNotLeaveItsReachNorMoveUnderAnInterlock() {
        scene.leased();
        scene.local.hold(true);
        assertEquals(
                VerdictReason.LIMITS,
                scene.remote.ask(new CommandPayload.MoveTable(501)).reason());
        scene.rig.scanner(ScannerPhase.READY, "collision");
        assertEquals(
                VerdictReason.INTERLOCK,
                scene.remote.ask(new CommandPayload.MoveTable(50)).reason());
    }

    @Test
    void theHoldMayChangeHandsOnlyByANewAcceptance() {
        scene.to(PlanState.ACCEPTED);
        Person second = scene.rig.present("local-2", org.farfield.remote.protocol.Role.LOCAL_OPERATOR);
        assertEquals(
                VerdictReason.NOT_LEGAL_IN_STATE,
                second.ask(new CommandPayload.Arm()).reason());
        scene.yes(second, new CommandPayload.Accept(Plans.HELICAL.sha256()));
        scene.yes(second, new CommandPayload.Arm());
        scene.rig.advance(100);
        scene.local.hold(true);
        assertEquals(PlanState.ARMED, scene.rig.plan());
        second.hold(true);
        assertEquals(PlanState.RUNNING, scene.rig.plan());
        assertTrue(Plans.HELICAL.number(PlanField.KILOVOLTS) > 0);
    }
}
