package org.farfield.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import org.farfield.launcher.lab.LinkProfile;
import org.farfield.remote.client.ClientConfig;
import org.farfield.remote.client.SessionClient;
import org.farfield.remote.client.SessionEvents;
import org.farfield.remote.gateway.DoseRules;
import org.farfield.remote.gateway.ScannerPort;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.transport.TransportPreference;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.app.live.LiveDock;
import org.farfield.workstation.app.live.LocalStation;
import org.farfield.workstation.reading.live.AutoPilot;
import org.farfield.workstation.reading.live.ChatModel;
import org.farfield.workstation.reading.live.ClientPort;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.LiveFeed;
import org.farfield.workstation.reading.live.LiveSeriesModel;
import org.farfield.workstation.reading.live.LiveTalk;
import org.farfield.workstation.reading.live.LocalModel;
import org.farfield.workstation.reading.live.PointerModel;
import org.farfield.workstation.reading.live.TalkFeed;
import org.farfield.workstation.study.LocalStore;
import org.farfield.workstation.study.vault.Vault;

/**
 * A demonstration: the far side, a remote operator who connects to the relay, a local operator who connects to the
 * gateway, and, when a picture is asked for and nobody is there to click, an {@link AutoPilot} that plays both.
 */
final class Demo implements WindowExtension, AutoCloseable {

    private static final int DECODERS = 2;
    private static final javafx.util.Duration PILOT_STEP = javafx.util.Duration.millis(50);

    private final StateFolder state;
    private final TransportPreference transport;
    private final Optional<LinkProfile> link;
    private final Optional<Path> picture;
    private final PrintStream err;
    private final LatePort remotePort = new LatePort("remote", Role.REMOTE_OPERATOR);
    private final LatePort localPort = new LatePort("local", Role.LOCAL_OPERATOR);
    private final AtomicBoolean firstSlice = new AtomicBoolean();
    private final AtomicBoolean failed = new AtomicBoolean();
    private Optional<Places> places = Optional.empty();
    private final CompletableFuture<DemoSite> site;
    private CompletableFuture<Joined> joined = new CompletableFuture<>();

    /** What the two persons have before them. */
    record Places(
            ConsoleModel console,
            LocalModel local,
            LiveSeriesModel series,
            LiveTalk talk,
            LiveDock dock,
            LocalStation station) {}

    /** What stands at the far side: the scanner, and what its gateway asks before much dose. */
    record Room(Supplier<ScannerPort> scanner, DoseRules dose) {}

    private record Joined(SessionClient remote, SessionClient local) {}

    /**
     * Begins to start the far side at once, beside whatever the caller does to get a window.
     *
     * @param room its scanner is made once, on another thread
     * @param link what lies between the remote operator and the relay; nothing where empty
     * @param picture the file of the picture that is asked for; then the pilot plays both persons
     */
    Demo(
            StateFolder state,
            Room room,
            TransportPreference transport,
            Optional<LinkProfile> link,
            Optional<Path> picture,
            PrintStream err) {
        this.state = state;
        this.transport = transport;
        this.link = link;
        this.picture = picture;
        this.err = err;
        this.site = CompletableFuture.supplyAsync(() -> startSite(room));
    }

    private DemoSite startSite(Room room) {
        try {
            return DemoSite.start(
                    state, room.scanner().get(), room.dose(), transport, link, line -> err.println("demo: " + line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Attached attach(WorkstationWindow window) {
        LocalStore store = new LocalStore(Vault.at(state.store()).root());
        LiveSeriesModel series = new LiveSeriesModel(
                store,
                Platform::runLater,
                SessionClock.SYSTEM,
                () -> remotePort.heard().gatewayMillis() - SessionClock.SYSTEM.millis(),
                DECODERS);
        LiveTalk remoteTalk = talk(remotePort, "remote");
        LiveTalk localTalk = talk(localPort, "local");
        ConsoleModel console = new ConsoleModel(remotePort, Platform::runLater);
        LocalModel local = new LocalModel(localPort, Platform::runLater);
        LiveDock dock = new LiveDock(
                window,
                console,
                series,
                remoteTalk,
                SessionClock.SYSTEM,
                () -> window.opening().listStore(store.root()));
        LocalStation station = new LocalStation(window, local, localTalk.chat());
        station.show(window.appearance());
        station.stage().setOnCloseRequest(event -> {
            event.consume();
            window.content().getScene().getWindow().hide();
        });
        series.progress()
                .subscribe(progress -> progress.filter(now -> now.arrived() > 0).ifPresent(now -> tellFirstSlice()));
        places = Optional.of(new Places(console, local, series, remoteTalk, dock, station));
        Timeline pilot = pilot(new AutoPilot(console, local, series));
        joined = site.thenApplyAsync(
                        there -> join(there, new LiveFeed(series, remoteTalk, () -> {}), new TalkFeed(localTalk)))
                .whenComplete((both, fault) -> tell(fault));
        return () -> {
            pilot.stop();
            picture.ifPresent(file -> writeLocal(station, file));
            dock.close();
            station.close();
            series.close();
        };
    }

    /** Lets everybody go and stops the far side; blocks until that is done. */
    @Override
    public void close() {
        joined.completeExceptionally(new CompletionException("ended before it began", null));
        joined.handle((both, fault) -> both)
                .thenAccept(both -> {
                    if (both != null) {
                        both.remote().close();
                        both.local().close();
                    }
                })
                .join();
        site.handle((there, fault) -> there)
                .thenAccept(there -> {
                    if (there != null) {
                        there.close();
                    }
                })
                .join();
    }

    /** What the two persons have before them, once it is attached. FX thread. */
    Places places() {
        return places.orElseThrow();
    }

    /** Whether the far side could not be started. */
    boolean failed() {
        return failed.get();
    }

    private Timeline pilot(AutoPilot pilot) {
        Timeline steps = new Timeline(new KeyFrame(PILOT_STEP, event -> pilot.step()));
        steps.setCycleCount(Timeline.INDEFINITE);
        if (picture.isPresent()) {
            steps.play();
        }
        return steps;
    }

    private static LiveTalk talk(LatePort port, String operator) {
        return new LiveTalk(
                new ChatModel(operator, port, Platform::runLater),
                new PointerModel(
                        port,
                        Platform::runLater,
                        SessionClock.SYSTEM,
                        () -> port.heard().role().mayPoint()));
    }

    private Joined join(DemoSite there, LiveFeed feed, TalkFeed localFeed) {
        try {
            SessionClient local = client(there, "local", Role.LOCAL_OPERATOR, there.gatewayAddress(), localFeed);
            localPort.isThere(new ClientPort(local));
            SessionClient remote = client(there, "remote", Role.REMOTE_OPERATOR, there.relayAddress(), feed);
            remotePort.isThere(new ClientPort(remote));
            err.println("demo: gateway at " + there.gatewayAddress() + ", relay at " + there.relayAddress());
            return new Joined(remote, local);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SessionClient client(DemoSite there, String name, Role role, InetSocketAddress at, SessionEvents events)
            throws IOException {
        SessionClient client = new SessionClient(
                new ClientConfig(there.identity(name), role, at, transport), SessionClock.SYSTEM, events);
        client.connect().whenComplete((in, fault) -> {
            if (fault != null) {
                tell(fault);
            }
        });
        return client;
    }

    private void tell(@org.jspecify.annotations.Nullable Throwable fault) {
        if (fault != null && failed.compareAndSet(false, true)) {
            Throwable cause =
                    fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
            String line = String.valueOf(cause.getMessage());
            err.println("demo: " + line);
            remotePort.failed(line);
            localPort.failed(line);
        }
    }

    private void tellFirstSlice() {
        if (firstSlice.compareAndSet(false, true)) {
            // Not ProcessHandle's start: Linux gives it from a boot time in whole seconds, up to one second early.
            Instant began =
                    Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
            double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
            err.println(String.format(Locale.ROOT, "demo: first live image %.1f s after the start", seconds));
        }
    }

    private void writeLocal(LocalStation station, Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String beside = dot < 0 ? name + "-local" : name.substring(0, dot) + "-local" + name.substring(dot);
        try {
            station.writePicture(file.toAbsolutePath().resolveSibling(beside));
        } catch (IOException e) {
            err.println("demo: cannot write the local window's picture: " + e.getMessage());
        }
    }
}
