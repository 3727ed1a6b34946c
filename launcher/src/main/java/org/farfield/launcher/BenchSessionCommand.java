package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.farfield.dicom.Part10;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.client.SessionEvents;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.gateway.Gateway;
import org.farfield.remote.gateway.GatewayConfig;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.CommandPayload;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.transport.TransportPreference;

/**
 * {@code farfield bench session}: a gateway with a prompt scanner and two persons over loopback sockets: slices of 512
 * x 512 at 10 a second from reconstructed to received and to decoded, the round trip of commands meanwhile, and STOP
 * from the button to the scanner.
 */
final class BenchSessionCommand implements Subcommand {
    private static final int WARM_UP = 30;
    private static final long PERIOD_NANOS = 100_000_000;
    private static final double PATIENCE_SECONDS = 30;

    @Override
    public String name() {
        return "session";
    }

    @Override
    public String usage() {
        return "[--slices N] [--transport auto|quic|tcp]   time live slices, commands and STOP over loopback";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err)
            throws WrongUsage, Failed, InterruptedException {
        Arguments arguments = Arguments.parse(args, Set.of("--slices", "--transport"), Set.of());
        int slices = arguments.count("--slices", 100);
        TransportPreference transport = SessionPlace.transport(arguments);
        try {
            Path folder = scratch();
            try {
                measure(new SessionPlace(new StateFolder(folder)), WARM_UP + slices, transport, out, err);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new Failed("the bench could not run: " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    /** A folder for one bench. */
    static Path scratch() throws IOException {
        return Files.createTempDirectory("farfield-bench");
    }

    private static void measure(
            SessionPlace place, int slices, TransportPreference transport, PrintStream out, PrintStream err)
            throws IOException, Failed, InterruptedException {
        AtomicLong stoppedNanos = new AtomicLong();
        BenchScanner scanner = new BenchScanner(slices, nanos -> stoppedNanos.compareAndSet(0, nanos));
        Receiver receiver = new Receiver(slices);
        try (Gateway gateway = new Gateway(
                        new GatewayConfig(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                place.state().root().resolve("gateway"),
                                place.identity("gateway")),
                        scanner,
                        SessionClock.SYSTEM,
                        line -> err.println("bench: " + line));
                Joined all = join(place, gateway.start(), transport, receiver)) {
            err.println("bench: over " + all.remote().view().transport());
            release(all.local(), scanner);
            Timings commands = new Timings("session.command_round_trip");
            stream(scanner, slices, receiver, () -> timeCommand(all.local().client(), commands));
            receiver.print(out);
            out.println(commands);
            Timings stops = new Timings("session.stop_button_to_scanner");
            for (int i = 0; i < 50; i++) {
                stoppedNanos.set(0);
                long begin = System.nanoTime();
                var _ = all.remote().stop("bench").toCompletableFuture().join();
                stops.addNanos(stoppedNanos.get() - begin);
            }
            out.println(stops);
        }
    }

    private record Joined(DriveSeat local, SessionClient remote) implements AutoCloseable {
        @Override
        public void close() {
            local.close();
            remote.close();
        }
    }

    private static Joined join(
            SessionPlace place, InetSocketAddress address, TransportPreference transport, SessionEvents receiver)
            throws Failed, InterruptedException {
        DriveSeat local =
                new DriveSeat(new ClientConfig(place.identity("local"), Role.LOCAL_OPERATOR, address, transport));
        SessionClient remote = new SessionClient(
                new ClientConfig(place.identity("remote"), Role.REMOTE_OPERATOR, address, transport),
                SessionClock.SYSTEM,
                receiver);
        WatchCommand.joined(local.client());
        WatchCommand.joined(remote);
        if (!local.await(DriveSeat::mayPrepare, PATIENCE_SECONDS)) {
            throw new Failed("the loopback link was never measured");
        }
        return new Joined(local, remote);
    }

    /** Brings the first plan of the scanner to its beam. */
    static void release(DriveSeat local, BenchScanner scanner) throws Failed, InterruptedException {
        ask(local, new CommandPayload.Propose());
        ask(local, new CommandPayload.ConfirmPatient("BENCH", "20000101"));
        String hash = local.state().orElseThrow().planSha256();
        ask(local, new CommandPayload.Accept(hash));
        ask(local, new CommandPayload.Arm());
        local.press(hash);
        if (!local.await(seat -> seat.saw(PlanState.RUNNING) && scanner.run().isPresent(), PATIENCE_SECONDS)) {
            throw new Failed("the run did not begin");
        }
    }

    private static void ask(DriveSeat seat, CommandPayload payload) throws Failed {
        var verdict = seat.client().command(payload).toCompletableFuture().join();
        if (!verdict.accepted()) {
            throw new Failed(payload + " was refused: " + verdict.reason() + " " + verdict.text());
        }
    }

    private static void timeCommand(SessionClient client, Timings into) {
        long begin = System.nanoTime();
        var _ = client.command(new CommandPayload.ConfirmPatient("BENCH", "20000101"))
                .toCompletableFuture()
                .join();
        into.addNanos(System.nanoTime() - begin);
    }

    /** Gives the slices at their pace; between them a command every second slice. */
    private static void stream(BenchScanner scanner, int slices, Receiver receiver, Runnable command)
            throws IOException, Failed, InterruptedException {
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
            receiver.given(i);
            run.slice(i, part10, System.currentTimeMillis());
            if (i >= WARM_UP && i % 2 == 0) {
                command.run();
            }
        }
        run.beamOff();
        scanner.phase(ScannerPhase.READY);
        run.done();
        if (!receiver.all.await((long) PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new Failed(receiver.all.getCount() + " slices did not arrive");
        }
    }

    /** Removes a folder and what is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Notes when each slice came and when it was decoded. */
    private static final class Receiver implements SessionEvents {
        private final Map<Integer, Long> given = new ConcurrentHashMap<>();
        private final List<Long> received = new ArrayList<>();
        private final List<Long> decoded = new ArrayList<>();
        private final CountDownLatch all;
        private final ExecutorService decoder = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("bench-decoder").factory());

        Receiver(int slices) {
            all = new CountDownLatch(slices);
        }

        void given(int index) {
            given.put(index, System.nanoTime());
        }

        @Override
        public void onSlice(LiveSlice slice) {
            int index = slice.header().index();
            long came = System.nanoTime() - given.getOrDefault(index, 0L);
            if (index >= WARM_UP) {
                received.add(came);
            }
            decoder.execute(() -> decode(slice, index));
        }

        private void decode(LiveSlice slice, int index) {
            try {
                var _ = PixelFrames.of(Part10.read(slice.part10())).decode(0);
            } catch (IOException e) {
                throw new IllegalStateException("a slice that cannot be decoded", e);
            }
            if (index >= WARM_UP) {
                decoded.add(System.nanoTime() - given.getOrDefault(index, 0L));
            }
            all.countDown();
        }

        void print(PrintStream out) {
            print(out, "session.slice_received", received);
            print(out, "session.slice_decoded", decoded);
        }

        private static void print(PrintStream out, String name, List<Long> nanos) {
            Timings times = new Timings(name);
            nanos.forEach(times::addNanos);
            out.println(times);
            Timings late = new Timings(name + "_p95");
            late.addNanos(nanos.stream().sorted().toList().get((int) Math.ceil(nanos.size() * 0.95) - 1));
            out.println(late);
        }
    }
}
