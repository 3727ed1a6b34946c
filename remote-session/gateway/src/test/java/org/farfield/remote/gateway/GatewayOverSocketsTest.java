package org.farfield.remote.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.identity.DemoIdentities;
import org.farfield.remote.protocol.message.ChatAnswer;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.remote.protocol.message.Pointer;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesOutcome;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.remote.protocol.transport.TransportPreference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway, clients and a scripted scanner over real loopback sockets. */
@Timeout(60)
class GatewayOverSocketsTest {
    private static final int SLICES = 12;

    @TempDir
    static Path identities;

    @TempDir
    Path state;

    private final ScriptedScanner scanner = new ScriptedScanner(SLICES);
    private final List<Seat> seats = new ArrayList<>();
    private Gateway gateway;
    private InetSocketAddress address;

    @BeforeAll
    static void certificates() throws IOException {
        DemoIdentities.ensure(identities);
    }

    @BeforeEach
    void open() throws IOException {
        gateway = gateway(scanner);
        address = gateway.start();
    }

    @AfterEach
    void close() {
        seats.forEach(Seat::close);
        gateway.close();
    }

    private Gateway gateway(ScannerPort port) throws IOException {
        return new Gateway(
                new GatewayConfig(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        state,
                        DemoIdentities.load(identities, "gateway")),
                port,
                SessionClock.SYSTEM,
                problem -> {});
    }

    private Seat seat(String name, Role role, TransportPreference transport) throws IOException {
        Seat seat = new Seat(DemoIdentities.load(identities, name), role, address, transport);
        seats.add(seat);
        return seat;
    }

    private Seat local() throws Exception {
        return seat("local", Role.LOCAL_OPERATOR, TransportPreference.TCP).join();
    }

    private Seat remote(TransportPreference transport) throws Exception {
        return seat("remote", Role.REMOTE_OPERATOR, transport).join();
    }

    private static void yes(Verdict verdict) {
        assertTrue(verdict.accepted(), verdict::toString);
    }

    private void armed(Seat local, Seat remote) throws Exception {
        yes(remote.ask(new CommandPayload.RequestLease()));
        local.await(v -> v.state().flatMap(s -> s.lease().requestedBy()).isPresent());
        yes(local.ask(new CommandPayload.GrantLease("remote")));
        remote.await(v -> v.holdsLease());
        yes(remote.ask(new CommandPayload.EditPlan(Plans.HELICAL)));
        yes(remote.ask(new CommandPayload.Propose()));
        local.await(v -> v.state().flatMap(s -> s.proposedSha256()).isPresent());
        yes(local.ask(new CommandPayload.ConfirmPatient("P-1", "19700101")));
        yes(local.ask(new CommandPayload.Accept(Plans.HELICAL.sha256())));
        yes(local.ask(new CommandPayload.Arm()));
    }

    private void running(Seat local, Seat remote) throws Exception {
        armed(local, remote);
        local.holdUntil(
                Plans.HELICAL.sha256(),
                v -> v.state().filter(s -> s.planState() == PlanState.RUNNING).isPresent());
        scanner.await("expose");
        scanner.beamOn();
    }

    @ParameterizedTest
    @EnumSource(names = {"QUIC", "TCP"})
    void aScanRunsAndEverySliceArrivesAsItWasTaken(TransportPreference transport) throws Exception {
        Seat local = local();
        Seat remote = remote(transport);
        running(local, remote);
        IntStream.range(0, SLICES).forEach(scanner::slice);
        scanner.done();
        List<LiveSlice> slices = remote.take(SLICES);
        for (int i = 0; i < SLICES; i++) {
            assertEquals(i + 1, slices.get(i).header().sequence());
            assertEquals(i, slices.get(i).header().index());
            DicomFile file = Part10.read(slices.get(i).part10());
            assertEquals(TransferSyntax.JPEG_LS_LOSSLESS, file.transferSyntax());
            short[] expected = new short[ScriptedScanner.SIDE * ScriptedScanner.SIDE];
            for (int p = 0; p < expected.length; p++) {
                expected[p] = ScriptedScanner.voxel(i, p);
            }
            assertArrayEquals(expected, PixelFrames.of(file).decode(0));
        }
        SeriesEnd end = remote.ends.poll(Seat.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(new SeriesEnd(end.seriesUid(), SLICES, SeriesOutcome.COMPLETE), end);
        remote.await(v -> v.state().filter(s -> s.planState() == PlanState.DONE).isPresent());
    }

    @Test
    void whoJoinsLateGetsTheSeriesFromItsFirstSliceOn() throws Exception {
        Seat local = local();
        Seat remote = remote(TransportPreference.QUIC);
        running(local, remote);
        IntStream.range(0, 7).forEach(scanner::slice);
        remote.take(7);
        Seat observer =
                seat("observer", Role.OBSERVER, TransportPreference.AUTO).join();
        IntStream.range(7, SLICES).forEach(scanner::slice);
        scanner.done();
        assertEquals(
                IntStream.rangeClosed(1, SLICES).mapToObj(i -> (long) i).toList(),
                observer.take(SLICES).stream().map(s -> s.header().sequence()).toList());
        assertEquals(
                SLICES,
                observer.ends.poll(Seat.PATIENCE_SECONDS, TimeUnit.SECONDS).lastSequence());
        assertNull(observer.slices.poll(), "no slice twice");
    }

    @Test
    void stopReachesTheScannerAndWhatWasMadeStays() throws Exception {
        Seat local = local();
        Seat remote = remote(TransportPreference.QUIC);
        running(local, remote);
        scanner.slice(0);
        yes(remote.stop());
        scanner.await("stop");
        scanner.fail("stopped");
        remote.await(
                v -> v.state().filter(s -> s.planState() == PlanState.STOPPED).isPresent());
        remote.take(1);
        SeriesEnd end = remote.ends.poll(Seat.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(SeriesOutcome.STOPPED, end.outcome());
        assertEquals(1, end.lastSequence());
    }

    @Test
    void aConsultantMayStopAndAnObserverMayNot() throws Exception {
        Seat observer = seat("observer", Role.OBSERVER, TransportPreference.TCP).join();
        assertEquals(VerdictReason.ROLE_MAY_NOT, observer.stop().reason());
        assertFalse(scanner.calls.contains("stop"));
        yes(seat("consultant", Role.CONSULTANT, TransportPreference.TCP).join().stop());
        assertTrue(scanner.calls.contains("stop"));
    }

    @Test
    void lettingGoOfTheButtonBeforeTheBeamStopsTheRun() throws Exception {
        Seat local = local();
        Seat remote = remote(TransportPreference.TCP);
        armed(local, remote);
        local.holdUntil(
                Plans.HELICAL.sha256(),
                v -> v.state().filter(s -> s.planState() == PlanState.RUNNING).isPresent());
        local.client.hold(false, "");
        scanner.await("stop");
        remote.await(
                v -> v.state().filter(s -> s.planState() == PlanState.LAPSED).isPresent());
    }

    @Test
    void aWindowThatNoLongerSaysHoldHasLetGo() throws Exception {
        Seat local = local();
        Seat remote = remote(TransportPreference.TCP);
        armed(local, remote);
        local.holdUntil(
                Plans.HELICAL.sha256(),
                v -> v.state().filter(s -> s.planState() == PlanState.RUNNING).isPresent());
        local.await(
                v -> v.state().filter(s -> s.planState() == PlanState.LAPSED).isPresent());
    }

    @Test
    void aScannerThatThrowsIsAFaultWithAReasonNotADeadGateway() throws Exception {
        Seat local = local();
        Seat remote = remote(TransportPreference.TCP);
        yes(local.ask(new CommandPayload.EditPlan(Plans.HELICAL)));
        yes(local.ask(new CommandPayload.Propose()));
        yes(local.ask(new CommandPayload.ConfirmPatient("P-1", "19700101")));
        yes(local.ask(new CommandPayload.Accept(Plans.HELICAL.sha256())));
        scanner.breakDown();
        Verdict verdict = local.ask(new CommandPayload.Arm());
        assertEquals(VerdictReason.SCANNER_REFUSED, verdict.reason());
        assertTrue(verdict.text().contains("the generator does not answer"), verdict.text());
        yes(remote.stop());
    }

    @Test
    void aRoleCanBeLoweredButNotRaised() throws Exception {
        Seat lowered = seat("local", Role.OBSERVER, TransportPreference.TCP).join();
        assertEquals(
                VerdictReason.ROLE_MAY_NOT,
                lowered.ask(new CommandPayload.EditPlan(Plans.HELICAL)).reason());
        Seat raised = seat("observer", Role.LOCAL_OPERATOR, TransportPreference.TCP);
        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> raised.client.connect().toCompletableFuture().get(20, TimeUnit.SECONDS));
        assertTrue(String.valueOf(refused.getMessage()).contains("LOCAL_OPERATOR"), refused::getMessage);
    }

    @Test
    void garbageAndStrangersDoNotDisturbTheSession() throws Exception {
        Seat remote = remote(TransportPreference.QUIC);
        Random random = new Random(1);
        byte[] garbage = new byte[4_000];
        for (int i = 0; i < 20; i++) {
            random.nextBytes(garbage);
            try (Socket socket = new Socket(address.getAddress(), address.getPort());
                    OutputStream out = socket.getOutputStream()) {
                out.write(garbage);
            } catch (IOException expected) {
                // the gateway may close before all is written
            }
        }
        yes(remote.ask(new CommandPayload.RequestLease()));
    }

    @Test
    void aGatewayThatStartsAgainIsANewSessionDisarmed() throws Exception {
        Seat local = local();
        armed(local, remote(TransportPreference.TCP));
        long epoch = gateway.sessionEpoch();
        gateway.close();
        scanner.await("close");
        ScriptedScanner same = new ScriptedScanner(SLICES);
        gateway = gateway(same);
        assertEquals(epoch + 1, gateway.sessionEpoch());
        same.await("disarm");
        assertEquals(PlanState.DRAFT, gateway.state().planState());
        assertEquals(ScannerPhase.READY, gateway.state().scanner().phase());
        local.losses.poll(Seat.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(local.client.view().transport().isEmpty());
    }

    @Test
    void twoGatewaysDoNotShareAStateFolder() {
        IOException refused = assertThrows(IOException.class, () -> gateway(new ScriptedScanner(1)));
        assertTrue(String.valueOf(refused.getMessage()).contains(state.toString()), refused::getMessage);
    }

    @Test
    void chatReachesEverybodyOnceLateJoinersTooAndLeavesControlAndJournalAlone() throws Exception {
        Seat local = local();
        Seat observer =
                seat("observer", Role.OBSERVER, TransportPreference.QUIC).join();
        assertEquals(ChatAnswer.TAKEN, say(observer, "can he hold his breath?"));
        assertEquals(ChatAnswer.TAKEN, say(local, "he can"));
        List<String> both = List.of("observer: can he hold his breath?", "local: he can");
        assertEquals(both, local.texts(2));
        assertEquals(both, observer.texts(2));
        PlanState before = local.state().planState();
        Seat late = remote(TransportPreference.QUIC);
        assertEquals(both, late.texts(2));
        assertEquals(ChatAnswer.TAKEN, say(late, "STOP"));
        assertEquals(List.of("remote: STOP"), late.texts(1));
        assertEquals(List.of("remote: STOP"), local.texts(1));
        assertEquals(before, local.state().planState());
        assertFalse(scanner.calls.contains("stop"));
        late.client.talk().pointAt(Optional.of(new PointedSpot("1.2.3", 1, 2, 3)));
        Pointer pointer = local.pointers.poll(Seat.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertEquals(
                new Pointer(
                        gateway.sessionEpoch(),
                        "remote",
                        Role.REMOTE_OPERATOR,
                        Optional.of(new PointedSpot("1.2.3", 1, 2, 3))),
                pointer);
        assertTrue(late.pointers.isEmpty(), "nobody hears of his own");
        gateway.close();
        try (var files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("he can") || bytes.contains("hold his breath"), file + " holds chat");
            }
        }
    }

    private static ChatAnswer say(Seat seat, String text) throws Exception {
        return seat.client.talk().say(text).toCompletableFuture().get(Seat.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void theJournalTellsWhatHappenedWithoutThePatient() throws Exception {
        Seat local = local();
        running(local, remote(TransportPreference.TCP));
        scanner.done();
        local.await(v -> v.state().filter(s -> s.planState() == PlanState.DONE).isPresent());
        Path journal = state.resolve("journal-" + gateway.sessionEpoch() + ".ffj");
        gateway.close();
        List<String> shown = new ArrayList<>();
        JournalCheck.show(journal, false, shown::add);
        String all = String.join("\n", shown);
        for (String line : List.of("lease 2 granted to remote", "hold pressed by local", "beam on", "-> DONE")) {
            assertTrue(all.contains(line), all);
        }
        assertFalse(all.contains("Doe") || all.contains("19700101") || all.contains("P-1"), all);
        assertFalse(Files.readString(journal, StandardCharsets.ISO_8859_1).contains("Doe"));
        JournalCheck.Verified verified = JournalCheck.verify(journal);
        assertEquals(Optional.empty(), verified.fault());
        assertTrue(verified.ended());
        JournalReplay.Replayed again = JournalReplay.replay(journal);
        assertEquals(Optional.empty(), again.difference(), "with every signature checked anew");
        assertEquals(again, JournalReplay.replay(journal));
    }
}
