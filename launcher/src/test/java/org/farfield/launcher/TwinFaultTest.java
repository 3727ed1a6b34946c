package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.gateway.Gateway;
import org.farfield.remote.gateway.GatewayConfig;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.remote.protocol.transport.TransportPreference;
import org.farfield.remote.twin.CtTwin;
import org.farfield.remote.twin.Fault;
import org.farfield.remote.twin.TwinConfig;
import org.farfield.remote.twin.phantom.Phantoms;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of the twin behind a gateway on real sockets: the gateway says what happened, and the next scan is whole.
 */
@Timeout(120)
class TwinFaultTest {
    private static final double PATIENCE = 30;
    private static final double PACE = 20;
    private static final Map<Fault, String> SAID = Map.of(
            Fault.TUBE_ARC, "the tube arced",
            Fault.TABLE_STUCK, "the table does not follow its motor",
            Fault.RECON_STALL, "",
            Fault.CLOCK_SKEW, "s clock is 1",
            Fault.DUPLICATED_IMAGE, "came twice",
            Fault.SWAPPED_PATIENT, "another patient's ID",
            Fault.DOOR_OPEN, "the door of the room was opened",
            Fault.CRASH, "software crashed");

    @TempDir
    static Path identities;

    @TempDir
    Path folder;

    private static ScanPlan plan() {
        return ScanPlan.helical(-60, -40)
                .with(PlanField.SLICE_THICKNESS_MM, 5)
                .with(PlanField.INTERVAL_MM, 5)
                .with(PlanField.COLLIMATION_MM, 5)
                .with(PlanField.BREATH_HOLD_DELAY_SECONDS, 2);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theGatewaySurvivesAndSaysWhatHappened(Fault fault) throws Exception {
        List<String> problems = new CopyOnWriteArrayList<>();
        SessionPlace place = new SessionPlace(new StateFolder(identities));
        TwinConfig config = new TwinConfig(1, PACE, 2, Phantoms.QUALITY)
                .withFaults(Set.of(fault))
                .withProtocols(List.of(plan()));
        try (Gateway gateway = new Gateway(
                new GatewayConfig(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        folder.resolve("gateway"),
                        place.identity("gateway")),
                new CtTwin(config, SessionClock.SYSTEM),
                SessionClock.SYSTEM,
                problems::add)) {
            try (DriveSeat local = new DriveSeat(new ClientConfig(
                    place.identity("local"), Role.LOCAL_OPERATOR, gateway.start(), TransportPreference.AUTO))) {
                WatchCommand.joined(local.client());
                assertTrue(local.await(DriveSeat::mayPrepare, PATIENCE));
                PlanState first = scan(local);
                boolean ends = fault == Fault.TUBE_ARC
                        || fault == Fault.TABLE_STUCK
                        || fault == Fault.DOOR_OPEN
                        || fault == Fault.CRASH
                        || fault == Fault.SWAPPED_PATIENT;
                assertEquals(ends ? PlanState.STOPPED : PlanState.DONE, first, problems::toString);
                String said = SAID.getOrDefault(fault, "");
                assertTrue(said.isEmpty() || problems.stream().anyMatch(p -> p.contains(said)), problems::toString);
                assertTrue(local.await(TwinFaultTest::inOrder, PATIENCE), "in order again");
                ask(local, new CommandPayload.NewPlan(PlanKind.HELICAL));
                assertEquals(PlanState.DONE, scan(local), problems::toString);
            }
        }
    }

    private static boolean inOrder(DriveSeat seat) {
        return seat.state()
                .map(SessionState::scanner)
                .filter(s -> s.interlocks().isEmpty()
                        && s.phase() != ScannerPhase.OFFLINE
                        && s.phase() != ScannerPhase.RECONSTRUCTING)
                .isPresent();
    }

    private static PlanState scan(DriveSeat local) throws InterruptedException {
        var patient = local.state().orElseThrow().patient();
        ask(local, new CommandPayload.Propose());
        ask(local, new CommandPayload.ConfirmPatient(patient.patientId(), patient.birthDate()));
        String hash = local.state().orElseThrow().planSha256();
        ask(local, new CommandPayload.Accept(hash));
        local.forget();
        arm(local);
        local.press(hash);
        assertTrue(local.await(seat -> seat.saw(PlanState.DONE) || seat.saw(PlanState.STOPPED), PATIENCE));
        local.release();
        return local.saw(PlanState.DONE) ? PlanState.DONE : PlanState.STOPPED;
    }

    /** Arms as soon as no interlock is open any more. */
    private static void arm(DriveSeat seat) throws InterruptedException {
        Verdict verdict = answer(seat, new CommandPayload.Arm());
        for (int k = 0; k < 200 && !verdict.accepted(); k++) {
            seat.pause(0.05);
            verdict = answer(seat, new CommandPayload.Arm());
        }
        assertTrue(verdict.accepted(), verdict.text());
    }

    private static Verdict answer(DriveSeat seat, CommandPayload payload) {
        return seat.client().command(payload).toCompletableFuture().join();
    }

    /** Asks again while the link counts as slow, as it may on a busy machine. */
    private static void ask(DriveSeat seat, CommandPayload payload) throws InterruptedException {
        Verdict verdict = answer(seat, payload);
        for (int k = 0; k < 200 && verdict.reason() == VerdictReason.TIER; k++) {
            seat.pause(0.05);
            verdict = answer(seat, payload);
        }
        assertTrue(verdict.accepted(), payload + ": " + verdict.reason() + " " + verdict.text());
    }
}
