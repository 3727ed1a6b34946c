package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.remote.protocol.ControlTier;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.Heartbeat;
import org.farfield.remote.protocol.message.VerdictReason;
import org.junit.jupiter.api.Test;

/** control-safety: "Links". */
class LinkRulesTest {
    private final Scene scene = new Scene();

    private ControlTier remoteTier() {
        return scene.rig.state().participants().stream()
                .filter(p -> p.operator().equals("remote"))
                .findFirst()
                .orElseThrow()
                .tier();
    }

    @Test
    void heartbeatsGoOutEveryHundredMilliseconds() {
        scene.rig.effects.clear();
        scene.rig.advance(2_000);
        assertEquals(
                20,
                scene.rig.effects.stream()
                        .filter(e -> e instanceof CoreEffect.Send send
                                && send.connection() == scene.remote.connection
                                && send.message() instanceof Heartbeat)
                        .count());
    }

    @Test
    void theStateGoesOutAtLeastEveryQuarterSecondAndAtOnceWhenItChanges() {
        long last = scene.rig.clock.millis();
        for (int i = 0; i < 100; i++) {
            scene.rig.effects.clear();
            scene.rig.advance(20);
            if (scene.rig.effects.stream().anyMatch(e -> e instanceof CoreEffect.Push)) {
                last = scene.rig.clock.millis();
            }
            assertTrue(scene.rig.clock.millis() - last < 250);
        }
        scene.leased();
        assertEquals(scene.rig.state().lease(), scene.rig.pushed().lease());
    }

    @Test
    void theVerdictLeavesAfterTheStateItSpeaksOf() {
        List<CoreEffect> effects = scene.rig.feed(new CoreInput.Received(
                scene.remote.connection, scene.remote.command(new CommandPayload.RequestLease())));
        int push = -1;
        for (int i = 0; i < effects.size(); i++) {
            push = effects.get(i) instanceof CoreEffect.Push ? i : push;
        }
        assertTrue(push >= 0 && push < effects.size() - 1);
        assertEquals(
                scene.rig.pushed().stateVersion(),
                scene.remote.verdicts.getLast().stateVersion());
    }

    @Test
    void aSilentHolderDisarmsWhatIsArmed() {
        scene.to(PlanState.ARMED);
        scene.remote.mute = true;
        scene.rig.advance(1_080);
        assertEquals(PlanState.LAPSED, scene.rig.plan());
        assertEquals("disarm", scene.rig.scannerCalls.getLast());
    }

    @Test
    void aSilentLocalOperatorDisarmsWhatIsArmed() {
        scene.to(PlanState.ARMED);
        scene.local.mute = true;
        scene.rig.advance(1_080);
        assertEquals(PlanState.LAPSED, scene.rig.plan());
    }

    @Test
    void aRunningExposureMayFinishWhenEverybodyIsSilent() {
        scene.to(PlanState.RUNNING);
        scene.beamOn();
        scene.local.mute = true;
        scene.remote.mute = true;
        scene.rig.advance(6_000);
        assertEquals(PlanState.RUNNING, scene.rig.plan());
        assertFalse(scene.rig.scannerCalls.contains("stop"));
        scene.rig.feed(new CoreInput.RunDone(scene.rig.runningSeries()));
        assertEquals(PlanState.DONE, scene.rig.plan());
    }

    @Test
    void theSiteMayAbortInstead() {
        Scene strict = new Scene(SessionRules.standard().withAbortWhenReleaserIsLost(true)).to(PlanState.RUNNING);
        strict.beamOn();
        strict.local.mute = true;
        strict.rig.advance(1_080);
        assertEquals(PlanState.STOPPED, strict.rig.plan());
        assertTrue(strict.rig.scannerCalls.contains("stop"));
    }

    @Test
    void whoIsSilentForFiveSecondsIsShownOut() {
        scene.remote.mute = true;
        scene.rig.advance(5_100);
        assertFalse(scene.rig.people.contains(scene.remote));
    }

    @Test
    void rightsShrinkWithTheRoundTripWithinASecondAndComeBack() {
        assertEquals(ControlTier.FULL, remoteTier());
        scene.remote.roundTripMillis = 300;
        scene.rig.advance(1_000);
        assertEquals(ControlTier.READ_BACK, remoteTier());
        scene.remote.roundTripMillis = 600;
        scene.rig.advance(1_000);
        assertEquals(ControlTier.VIEW_ONLY, remoteTier());
        scene.remote.roundTripMillis = 20;
        scene.rig.advance(6_000);
        assertEquals(ControlTier.FULL, remoteTier());
    }

    @Test
    void onASlowLinkAnEditIsReadBackBeforeItIsProposed() {
        scene.leased();
        scene.remote.roundTripMillis = 300;
        scene.rig.advance(1_000);
        var plan = Plans.HELICAL.with(PlanField.KILOVOLTS, 100);
        scene.yes(scene.remote, new CommandPayload.EditPlan(plan));
        assertEquals(PlanState.DRAFT, scene.rig.plan());
        assertEquals(
                VerdictReason.NOT_CONFIRMED,
                scene.remote.ask(new CommandPayload.Propose()).reason());
        assertEquals(
                VerdictReason.HASH_MISMATCH,
                scene.remote
                        .ask(new CommandPayload.ConfirmEdit(Plans.HELICAL.sha256()))
                        .reason());
        scene.yes(scene.remote, new CommandPayload.ConfirmEdit(plan.sha256()));
        assertEquals(PlanState.CHECKED, scene.rig.plan());
        scene.yes(scene.remote, new CommandPayload.Propose());
    }

    @Test
    void onAVerySlowLinkOnlyStopAndGivingBackAreLeft() {
        scene.leased();
        scene.remote.roundTripMillis = 700;
        scene.rig.advance(1_500);
        assertEquals(
                VerdictReason.TIER,
                scene.remote.ask(new CommandPayload.EditPlan(Plans.HELICAL)).reason());
        scene.yes(scene.remote, new CommandPayload.Stop(""));
        scene.yes(scene.remote, new CommandPayload.ReleaseLease());
    }

    @Test
    void beforeTheLinkIsMeasuredNothingIsPrepared() {
        Person fresh = scene.rig.join("fresh", org.farfield.remote.protocol.Role.REMOTE_OPERATOR);
        assertEquals(
                VerdictReason.TIER, fresh.ask(new CommandPayload.RequestLease()).reason());
    }

    @Test
    void lossAboveThreePercentShrinksTheRights() {
        LinkMeter meter = new LinkMeter();
        meter.next(0, 0, 7, 0);
        for (int i = 1; i <= 50; i++) {
            if (i % 20 != 0) { // 4 of 100 missing
                meter.heard(new Heartbeat(i, 0, 0, 1, 0, 0, 0, 7, 0), i * 100_000_000L / 10);
            }
        }
        assertEquals(ControlTier.VIEW_ONLY, meter.tier(500_000_000L));
    }
}
