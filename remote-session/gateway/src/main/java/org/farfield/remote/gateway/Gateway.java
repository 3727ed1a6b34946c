package org.farfield.remote.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.farfield.remote.gateway.journal.JournalDisk;
import org.farfield.remote.gateway.live.LiveFeed;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.identity.CertificateCheck;
import org.farfield.remote.protocol.identity.CertificateSubject;
import org.farfield.remote.protocol.identity.ParticipantAuthentication;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkListener;
import org.farfield.remote.protocol.transport.LinkOptions;
import org.farfield.remote.protocol.transport.LinkServer;
import org.jspecify.annotations.Nullable;

/**
 * The gateway of one scanner: lets participants and relays in, decides every command, drives the scanner and sends each
 * reconstructed slice to everybody. One instance is one session: it begins disarmed, with an epoch of its own, and ends
 * with {@link #close}. Public methods may be called on any thread.
 */
public final class Gateway implements AutoCloseable {
    private static final int ENCODERS = 2;

    private final GatewayConfig config;
    private final ScannerPort port;
    private final SessionClock clock;
    private final Consumer<String> problems;
    private final StateDirectory directory;
    private final LiveFeed feed;
    private final ControlRoom room;
    private @Nullable LinkServer server;

    /** A gateway whose problems go to the platform's log. */
    public Gateway(GatewayConfig config, ScannerPort port, SessionClock clock) throws IOException {
        this(
                config,
                port,
                clock,
                line -> System.getLogger("org.farfield.remote.gateway").log(System.Logger.Level.WARNING, line));
    }

    /**
     * A gateway that nobody can reach yet; the scanner is disarmed. The port belongs to it from now on.
     *
     * @param problems gets a line for each peer that misbehaved and each fault; any thread, must not block
     * @throws IOException the state folder cannot be used; the message names it
     */
    public Gateway(GatewayConfig config, ScannerPort port, SessionClock clock, Consumer<String> problems)
            throws IOException {
        this.config = config;
        this.port = port;
        this.clock = clock;
        this.problems = problems;
        directory = StateDirectory.open(config.state());
        try {
            long epoch = directory.nextSessionEpoch();
            feed = new LiveFeed(directory.file("live"), ENCODERS, problems);
            room = new ControlRoom(
                    SessionRules.standard().withAbortWhenReleaserIsLost(config.abortWhenReleaserIsLost()),
                    port,
                    clock,
                    new ParticipantAuthentication(
                            new CertificateCheck(config.identity().authority(), clock)),
                    epoch,
                    JournalDisk.file(directory.journal(epoch)),
                    directory.journalBefore(epoch),
                    config.dose(),
                    directory.doseGivenBefore(epoch),
                    feed,
                    problems);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Opens the doors.
     *
     * @return the address that participants connect to
     * @throws IOException the address cannot be had or the own certificate is no good; the message says which
     */
    public synchronized InetSocketAddress start() throws IOException {
        if (server != null) {
            throw new IllegalStateException("started twice");
        }
        LinkServer opened = LinkServer.bind(
                config.listen(),
                config.identity(),
                this::listener,
                LinkOptions.standard().withClock(clock).withProblems(problems));
        server = opened;
        room.start();
        feed.warmUp();
        return opened.address();
    }

    /** This session's epoch. */
    public long sessionEpoch() {
        return room.sessionEpoch();
    }

    /** The state as last pushed to everybody. */
    public SessionState state() {
        return room.state();
    }

    /** STOP pressed at the gateway itself. */
    public void stop(String reason) {
        room.stopAtOnce(reason);
        room.post(new CoreInput.StoppedHere(reason));
    }

    /** Ends the session: stops whatever the scanner does, and lets everybody go. */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
        try {
            room.close();
            feed.close();
            port.close();
            directory.close();
        } catch (IOException e) {
            problems.accept("the gateway could not end in order: " + e.getMessage());
        }
    }

    private LinkListener listener(Link link) {
        return CertificateSubject.of(link.peer()).isRelay()
                ? new RelayLink(room, feed, link)
                : new ParticipantLink(room, feed, link);
    }
}
