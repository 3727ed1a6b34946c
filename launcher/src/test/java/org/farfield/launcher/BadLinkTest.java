package org.farfield.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.farfield.launcher.lab.LinkLab;
import org.farfield.launcher.lab.LinkProfile;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.client.SessionEvents;
import org.farfield.remote.client.SessionView;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.gateway.Gateway;
import org.farfield.remote.gateway.GatewayConfig;
import org.farfield.remote.gateway.JournalReplay;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.Verdict;
import org.farfield.remote.protocol.transport.TransportPreference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A live session whose remote end lies behind a bad link: every slice comes once, STOP comes, whatever happens. */
@Timeout(90)
class BadLinkTest {
    private static final int SLICES = 30;
    private static final LinkProfile ROUGH = new LinkProfile(
            "rough", 100, 3, 3, 0.02, 2, 200, 0.02, 0.02, List.of(new LinkProfile.Outage(700, 200, 900)), 800, 20);

    @TempDir
    Path folder;

    private final BlockingQueue<LiveSlice> slices = new LinkedBlockingQueue<>();
    private final BlockingQueue<SessionView> views = new LinkedBlockingQueue<>();
    private final SessionEvents events = new SessionEvents() {
        @Override
        public void onSlice(LiveSlice slice) {
            slices.add(slice);
        }

        @Override
        public void onView(SessionView view) {
            views.add(view);
        }
    };

    @ParameterizedTest
    @EnumSource(names = {"QUIC", "TCP"})
    void everySliceComesOnceAndStopComes(TransportPreference transport) throws Exception {
        SessionPlace place = new SessionPlace(new StateFolder(folder));
        BlockingQueue<Long> stopped = new LinkedBlockingQueue<>();
        BenchScanner scanner = new BenchScanner(SLICES, stopped::add);
        Path state = folder.resolve("gateway");
        try (Gateway gateway = new Gateway(
                new GatewayConfig(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), state, place.identity("gateway")),
                scanner,
                SessionClock.SYSTEM,
                line -> {})) {
            InetSocketAddress address = gateway.start();
            try (DriveSeat local = new DriveSeat(new ClientConfig(
                            place.identity("local"), Role.LOCAL_OPERATOR, address, TransportPreference.TCP));
                    LinkLab lab = LinkLab.open(address, ROUGH, 20_261_122);
                    SessionClient remote = new SessionClient(
                            new ClientConfig(place.identity("remote"), Role.REMOTE_OPERATOR, lab.address(), transport),
                            SessionClock.SYSTEM,
                            events)) {
                WatchCommand.joined(local.client());
                assertTrue(local.await(DriveSeat::mayPrepare, 20));
                WatchCommand.joined(remote);
                BenchSessionCommand.release(local, scanner);
                AcquisitionListener run = scanner.run().orElseThrow();
                run.beamOn();
                give(run, scanner, 0, 10);
                take(1, 10);
                lab.cut(true);
                give(run, scanner, 10, 20);
                while (views.take().state().isPresent()) {
                    // until the silence is noticed: never the last state
                }
                lab.cut(false);
                give(run, scanner, 20, SLICES);
                run.done();
                take(11, SLICES);
                assertEquals(Optional.empty(), Optional.ofNullable(slices.poll()), "no slice twice");
                stopUntilItCame(remote, stopped);
                assertTrue(local.await(seat -> seat.saw(PlanState.DONE), 20));
            }
        }
        JournalReplay.Replayed again = JournalReplay.replay(state.resolve("journal-1.ffj"));
        assertEquals(Optional.empty(), again.difference());
        assertEquals(Optional.empty(), again.end());
    }

    /** A STOP whose verdict stays out is pressed again, as a person would. */
    private static void stopUntilItCame(SessionClient remote, BlockingQueue<Long> stopped) throws Exception {
        for (Optional<Long> came = Optional.empty(); came.isEmpty(); ) {
            Verdict verdict = remote.stop("test").toCompletableFuture().get(20, TimeUnit.SECONDS);
            came = Optional.ofNullable(stopped.poll());
            assertTrue(!verdict.accepted() || came.isPresent(), "accepted, but the scanner never heard of it");
        }
    }

    private static void give(AcquisitionListener run, BenchScanner scanner, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            run.slice(i, scanner.part10(i), System.currentTimeMillis());
        }
    }

    private void take(int first, int last) {
        List<Long> sequences = IntStream.rangeClosed(first, last)
                .mapToObj(i -> {
                    try {
                        return Optional.ofNullable(slices.poll(30, TimeUnit.SECONDS))
                                .map(slice -> slice.header().sequence())
                                .orElse(-1L);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertEquals(IntStream.rangeClosed(first, last).mapToObj(i -> (long) i).toList(), sequences);
    }
}
