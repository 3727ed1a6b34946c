package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.message.Command;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** control-safety: STOP is legal from every state, for every role from consultant up, with or without the lease. */
class StopTest {
    static Stream<Arguments> everyStateAndRole() {
        return Stream.of(PlanState.values())
                .flatMap(state -> Stream.of(Role.CONSULTANT, Role.REMOTE_OPERATOR, Role.LOCAL_OPERATOR)
                        .map(role -> Arguments.of(state, role)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndRole")
    void stopIsObeyedFromEveryStateAndRole(PlanState state, Role role) {
        Scene scene = new Scene().to(state);
        Person who = scene.rig.join("stopper", role); // not even measured yet
        long stopsBefore = stops(scene);
        assertTrue(who.ask(new CommandPayload.Stop("see")).accepted());
        assertEquals(stopsBefore + 1, stops(scene));
        boolean ended =
                List.of(PlanState.DONE, PlanState.STOPPED, PlanState.LAPSED).contains(state);
        assertEquals(ended ? state : PlanState.STOPPED, scene.rig.plan());
        assertTrue(who.ask(new CommandPayload.Stop("again")).accepted(), "idempotent");
        assertEquals(ended ? state : PlanState.STOPPED, scene.rig.plan());
    }

    private static long stops(Scene scene) {
        return scene.rig.scannerCalls.stream().filter("stop"::equals).count();
    }

    @Test
    void stopComesBeforeAnythingElseThatTheSameInputSetsOff() {
        Scene scene = new Scene().to(PlanState.RUNNING);
        List<CoreEffect> effects = scene.rig.decide(
                new CoreInput.Received(scene.remote.connection, scene.remote.command(new CommandPayload.Stop(""))));
        assertInstanceOf(CoreEffect.StopScanner.class, effects.getFirst());
    }

    @Test
    void neitherAgeNorOrderNorStateNorLeaseNorPatientKeepAStopFromBeingObeyed() {
        Scene scene = new Scene().to(PlanState.RUNNING);
        Command stop = scene.remote.command(new CommandPayload.Stop(""));
        Command odd = new Copy(stop)
                .sequence(stop.sequence() + 20)
                .issuedAtMillis(1)
                .timeToLiveMillis(0)
                .expectedStateVersion(0)
                .planRevision(0)
                .leaseEpoch(0)
                .patientId("")
                .studyUid("")
                .command();
        assertTrue(scene.remote.give(odd).accepted());
        assertTrue(scene.remote.give(odd).accepted(), "repeated");
        assertTrue(scene.remote.give(stop).accepted(), "overtaken");
        assertEquals(PlanState.STOPPED, scene.rig.plan());
    }

    @Test
    void anObserverAForgerAndAStrangersStopAreRefused() {
        Scene scene = new Scene().to(PlanState.RUNNING);
        Person observer = scene.rig.join("observer", Role.OBSERVER);
        assertEquals(
                VerdictReason.ROLE_MAY_NOT,
                observer.ask(new CommandPayload.Stop("")).reason());
        assertEquals(
                VerdictReason.BAD_SIGNATURE,
                scene.remote
                        .ask(new CommandPayload.Stop(""), c -> c.withSignature(new byte[] {2}))
                        .reason());
        assertEquals(
                VerdictReason.WRONG_SCANNER,
                scene.remote
                        .ask(
                                new CommandPayload.Stop(""),
                                c -> new Copy(c).scannerId("CT-2").command())
                        .reason());
        assertFalse(scene.rig.scannerCalls.contains("stop"));
        assertEquals(PlanState.RUNNING, scene.rig.plan());
    }

    @Test
    void stopWhileTheScannerIsAskedRefusesTheArming() {
        Scene scene = new Scene().to(PlanState.ACCEPTED);
        Command arm = scene.local.command(new CommandPayload.Arm());
        List<CoreEffect> asked = scene.rig.decide(new CoreInput.Received(scene.local.connection, arm));
        assertTrue(asked.stream().anyMatch(e -> e instanceof CoreEffect.Load));
        scene.yes(scene.remote, new CommandPayload.Stop(""));
        scene.rig.feed(new CoreInput.PlanLoaded(scene.rig.runningSeries(), scene.rig.answer));
        assertEquals(PlanState.STOPPED, scene.rig.plan());
        assertFalse(scene.rig.scannerCalls.contains("arm"));
        assertEquals(
                VerdictReason.SCANNER_REFUSED, scene.local.verdicts.getLast().reason());
    }
}
