package org.farfield.remote.protocol.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.identity.CertificateSubject;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.TestSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who does not get a link, and what each side is told. */
@SuppressWarnings("NullAway.Init")
class LinkRefusalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(50));
    private static final TestSite SITE = new TestSite(NOW.minus(Duration.ofDays(60)));
    private static final TestSite OTHER = new TestSite(NOW.minus(Duration.ofDays(60)));
    private static final Duration DAYS_90 = Duration.ofDays(90);
    private static final Duration DAYS_30 = Duration.ofDays(30);

    private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    private final Recorder atServer = new Recorder();
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private LinkServer server;
    private LinkConnector connector;

    @AfterEach
    void close() {
        if (connector != null) {
            connector.close();
        }
        if (server != null) {
            server.close();
        }
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private LinkOptions options(Instant now) {
        return LinkOptions.standard()
                .withClock(InstantSource.fixed(now))
                .withQuicPatience(Duration.ofMillis(400))
                .withProblems(problems::add);
    }

    private static Identity gateway() {
        return SITE.issue("g1", CertificateSubject.GATEWAY, DAYS_90);
    }

    private static Identity anna() {
        return SITE.issue("anna", Role.REMOTE_OPERATOR.name(), DAYS_90);
    }

    private void serve(Identity self, Instant now, boolean quic) throws IOException {
        server = LinkServer.bind(loopback(0), self, atServer::accept, options(now), quic);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private CompletionStage<Link> connect(InetSocketAddress where, Identity self, TransportPreference by) {
        connector = new LinkConnector(options(NOW).withHandshake(Duration.ofSeconds(2)));
        return connector.connect(where, self, new Recorder(), by);
    }

    private static String message(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    private static LinkException failureOf(CompletionStage<Link> connecting) {
        ExecutionException thrown = assertThrows(
                ExecutionException.class, () -> connecting.toCompletableFuture().get(30, TimeUnit.SECONDS));
        return LinkConnector.failure(thrown);
    }

    @Test
    void whereUdpIsBlockedTheLinkGoesOverTcpByItself() throws Exception {
        serve(gateway(), NOW, false);
        Link link = connect(server.address(), anna(), TransportPreference.AUTO)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        assertEquals("TLS/TCP", link.transportName());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyThereIsSaidWithTheAddress(TransportPreference by) throws Exception {
        serve(gateway(), NOW, true);
        InetSocketAddress free = server.address();
        server.close();
        LinkException failure = failureOf(connect(free, anna(), by));
        assertEquals(LinkException.Reason.NOBODY_THERE, failure.reason());
        assertTrue(
                message(failure).contains("nobody answers at " + free.getHostString() + ":" + free.getPort()),
                message(failure));
    }

    @Test
    void anUnknownHostIsSaidByName() {
        LinkException failure = failureOf(
                connect(InetSocketAddress.createUnresolved("scanner.invalid", 1), anna(), TransportPreference.AUTO));
        assertEquals("there is no host named scanner.invalid", message(failure));
    }

    @ParameterizedTest
    @EnumSource
    void anExpiredServerCertificateNamesTheServerAndTheDay(TransportPreference by) throws Exception {
        serve(SITE.issue("g1", CertificateSubject.GATEWAY, DAYS_30), BEFORE, true);
        LinkException failure = failureOf(connect(server.address(), anna(), by));
        assertEquals(LinkException.Reason.PEER_CERTIFICATE, failure.reason());
        assertTrue(
                message(failure).endsWith("certificate of gateway CN=g1 expired on 2026-10-23T08:00:00Z"),
                message(failure));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignServerIsRefusedByName(TransportPreference by) throws Exception {
        serve(OTHER.issue("g9", CertificateSubject.GATEWAY, DAYS_90), NOW, true);
        LinkException failure = failureOf(connect(server.address(), anna(), by));
        assertEquals(LinkException.Reason.PEER_CERTIFICATE, failure.reason());
        assertTrue(message(failure).contains("certificate of gateway CN=g9 was issued by"), message(failure));
        assertTrue(message(failure).contains("which is not this site's authority"), message(failure));
    }

    @Test
    void anOwnExpiredCertificateIsSaidBeforeAnythingIsSent() {
        LinkException failure = failureOf(
                connect(loopback(9), SITE.issue("anna", Role.OBSERVER.name(), DAYS_30), TransportPreference.AUTO));
        assertEquals(LinkException.Reason.OWN_CERTIFICATE, failure.reason());
        assertEquals("own certificate of observer CN=anna expired on 2026-10-23T08:00:00Z", message(failure));
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aClientWhoseCertificateIsExpiredHereIsToldSo(TransportPreference by) throws Exception {
        serve(gateway(), NOW, true);
        connector = new LinkConnector(options(BEFORE));
        Identity old = SITE.issue("otto", Role.OBSERVER.name(), DAYS_30);
        LinkException failure = failureOf(connector.connect(server.address(), old, new Recorder(), by));
        assertEquals(LinkException.Reason.OWN_CERTIFICATE, failure.reason(), message(failure));
        assertTrue(message(failure).contains("does not accept the certificate of observer CN=otto"));
        String told = Recorder.next(problems);
        assertTrue(told.contains("certificate of observer CN=otto expired on 2026-10-23T08:00:00Z"), told);
        assertTrue(atServer.links.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aForeignClientIsRefusedAndBothSidesSayWhy(TransportPreference by) throws Exception {
        serve(gateway(), NOW, true);
        Identity eve = OTHER.issue("eve", Role.LOCAL_OPERATOR.name(), DAYS_90);
        Identity posing = new Identity(eve.key(), eve.chain(), anna().authority());
        Attempt attempt = new Attempt(server.address(), posing, new Recorder(), options(NOW), new OpenLinks());
        if (by == TransportPreference.TCP) {
            new TcpClient(attempt, group).connect();
        } else {
            new QuicClient(attempt, group, Duration.ofSeconds(5)).connect();
        }
        LinkException failure = failureOf(attempt.outcome());
        assertEquals(LinkException.Reason.OWN_CERTIFICATE, failure.reason(), message(failure));
        String told = Recorder.next(problems);
        assertTrue(told.contains("certificate of local operator CN=eve was issued by"), told);
        assertTrue(atServer.links.isEmpty());
    }

    @Test
    void aPersonCannotServeAndAGatewayCannotJoin() {
        LinkException serving = assertThrows(LinkException.class, () -> serve(anna(), NOW, true));
        assertEquals(
                "own certificate of remote operator CN=anna is not one for a gateway or relay", serving.getMessage());
        LinkException joining = failureOf(connect(loopback(9), gateway(), TransportPreference.TCP));
        assertEquals("own certificate of gateway CN=g1 is not one for a participant or relay", joining.getMessage());
    }

    @Test
    void aServerOfAnotherKindIsSaidToBeOne() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answer = Thread.ofVirtual().start(() -> {
                try (var socket = other.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // the client closes: what this test wants
                }
            });
            LinkException failure =
                    failureOf(connect(loopback(other.getLocalPort()), anna(), TransportPreference.AUTO));
            assertEquals(LinkException.Reason.NOT_FARFIELD, failure.reason(), message(failure));
            assertTrue(message(failure).contains("does not speak this protocol"), message(failure));
            answer.join(Duration.ofSeconds(10));
        }
    }

    @Test
    void aServerThatTakesConnectionsAndSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            LinkException failure =
                    failureOf(connect(loopback(silent.getLocalPort()), anna(), TransportPreference.TCP));
            assertEquals(LinkException.Reason.NOT_FARFIELD, failure.reason(), message(failure));
        }
    }

    @Test
    void aTakenPortIsSaid() throws Exception {
        serve(gateway(), NOW, true);
        IOException failure = assertThrows(
                IOException.class, () -> LinkServer.bind(server.address(), gateway(), atServer::accept, options(NOW)));
        assertTrue(
                message(failure).contains("cannot listen on TCP")
                        && message(failure).contains("in use"),
                message(failure));
    }
}
