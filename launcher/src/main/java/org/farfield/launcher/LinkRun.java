package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.farfield.launcher.lab.LinkLab;
import org.farfield.launcher.lab.LinkProfile;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.gateway.Gateway;
import org.farfield.remote.gateway.GatewayConfig;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.VerdictReason;
import org.farfield.remote.protocol.transport.TransportPreference;

/**
 * One measured session over one impaired link: the local operator at the gateway itself, the remote one behind the
 * link. While slices come, five a second, the remote one asks and stops in turn; STOP ends the plan, not the made-up
 * scanner, so that the slices go on.
 */
final class LinkRun {
    private static final int WARM_UP = 15;
    private static final long PERIOD_NANOS = 200_000_000;
    private static final double PATIENCE_SECONDS = 120;

    private final SessionPlace place;
    private final LinkProfile profile;
    private final int slices;
    private final long seed;
    private final TransportPreference transport;
    private final PrintStream err;
    private final List<Long> control = new CopyOnWriteArrayList<>();
    private final List<Long> stops = new CopyOnWriteArrayList<>();
    private final AtomicLong stopAsked = new AtomicLong();

    LinkRun(Path folder, LinkProfile profile, int slices, long seed, TransportPreference transport, PrintStream err) {
        this.place = new SessionPlace(new StateFolder(folder));
        this.profile = profile;
        this.slices = WARM_UP + slices;
        this.seed = seed;
        this.transport = transport;
        this.err = err;
    }

    LinkFigures measure() throws IOException, Failed, InterruptedException {
        BenchScanner scanner = new BenchScanner(slices, this::stopped);
        SliceTimes times = new SliceTimes(WARM_UP, slices);
        LinkFigures figures = new LinkFigures(profile.name());
        try (Gateway gateway = new Gateway(
                new GatewayConfig(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        place.state().root().resolve("gateway"),
                        place.identity("gateway")),
                scanner,
                SessionClock.SYSTEM,
                line -> err.println("bench: " + line))) {
            InetSocketAddress address = gateway.start();
            try (DriveSeat local = seat(address)) {
                WatchCommand.joined(local.client());
                if (!local.await(DriveSeat::mayPrepare, PATIENCE_SECONDS)) {
                    throw new Failed("the loopback link was never measured");
                }
                over(address, local, scanner, times, figures);
            }
        }
        StorePeer.measure(profile, seed, scanner, figures, err);
        return figures;
    }

    private void over(
            InetSocketAddress gateway, DriveSeat local, BenchScanner scanner, SliceTimes times, LinkFigures figures)
            throws IOException, Failed, InterruptedException {
        try (LinkLab lab = LinkLab.open(gateway, profile, seed);
                SessionClient remote = new SessionClient(
                        new ClientConfig(place.identity("remote"), Role.REMOTE_OPERATOR, lab.address(), transport),
                        SessionClock.SYSTEM,
                        times)) {
            WatchCommand.joined(remote);
            err.println("bench: " + profile.name() + " over " + remote.view().transport());
            BenchSessionCommand.release(local, scanner);
            stream(scanner, times, lab, remote);
            boolean all = times.await(PATIENCE_SECONDS);
            times.addTo(figures);
            figures.percentile("control_round_trip_p95", control, 0.95);
            figures.percentile("stop_button_to_scanner_p50", stops, 0.5);
            figures.percentile("stop_button_to_scanner_p99", stops, 0.99);
            if (!all) {
                err.println("bench: not every slice came within " + PATIENCE_SECONDS + " s");
            }
        }
    }

    private DriveSeat seat(InetSocketAddress gateway) throws IOException, Failed {
        return new DriveSeat(
                new ClientConfig(place.identity("local"), Role.LOCAL_OPERATOR, gateway, TransportPreference.TCP));
    }

    private void stopped(long nanos) {
        long asked = stopAsked.getAndSet(0);
        if (asked != 0) {
            stops.add(nanos - asked);
        }
    }

    private void stream(BenchScanner scanner, SliceTimes times, LinkLab lab, SessionClient remote)
            throws IOException, InterruptedException {
        AcquisitionListener run = scanner.run().orElseThrow();
        scanner.phase(ScannerPhase.EXPOSING);
        run.beamOn();
        long due = System.nanoTime();
        for (int i = 0; i < slices; i++) {
            byte[] part10 = scanner.part10(i);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            due += PERIOD_NANOS;
            times.given(i);
            times.link(lab.isDown());
            run.slice(i, part10, System.currentTimeMillis());
            TimeUnit.MILLISECONDS.sleep(20 + 7L * (i % 17)); // the wish comes at no fixed time after the slice
            times.link(lab.isDown());
            if (i >= WARM_UP && !lab.isDown()) {
                wish(remote, i);
            }
        }
        run.beamOff();
        scanner.phase(ScannerPhase.READY);
        run.done();
    }

    /** Of the verdict only its time counts: who holds no lease is refused to give it back, and that is quick. */
    private void wish(SessionClient remote, int slice) {
        long begin = System.nanoTime();
        if (slice % 2 == 0) {
            remote.command(new CommandPayload.ReleaseLease()).thenAccept(verdict -> {
                if (verdict.reason() != VerdictReason.UNKNOWN) {
                    control.add(System.nanoTime() - begin);
                }
            });
        } else if (stopAsked.compareAndSet(0, begin)) {
            var _ = remote.stop("bench");
        }
    }
}
