package org.farfield.remote.protocol.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.identity.CertificateSubject;
import org.farfield.remote.protocol.identity.TestSite;
import org.farfield.remote.protocol.message.HoldReport;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.RefusalReason;
import org.farfield.remote.protocol.message.Refused;
import org.farfield.remote.protocol.message.RelayNotice;
import org.farfield.remote.protocol.message.SliceResume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every link does, whatever carries it, over real sockets. */
class LinkContractTest {
    private static final TestSite SITE = TestSite.now();

    private final Recorder atServer = new Recorder();
    private final Recorder atClient = new Recorder();
    private LinkServer server;
    private LinkConnector connector;

    @BeforeEach
    void open() throws IOException {
        server = LinkServer.bind(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), SITE.gateway(), atServer::accept);
        connector = new LinkConnector();
    }

    @AfterEach
    void close() {
        connector.close();
        server.close();
    }

    private Link connect(TransportPreference by) throws Exception {
        return connector
                .connect(server.address(), SITE.person("anna", Role.REMOTE_OPERATOR), atClient, by)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesKnowEachOtherAndTheTransport(TransportPreference by) throws Exception {
        Link client = connect(by);
        Link accepted = Recorder.next(atServer.links);

        assertEquals("gateway CN=g1", CertificateSubject.of(client.peer()).toString());
        assertEquals(
                "remote operator CN=anna",
                CertificateSubject.of(accepted.peer()).toString());
        String expected = by == TransportPreference.TCP ? "TLS/TCP" : "QUIC BBR";
        assertEquals(expected, client.transportName());
        assertEquals(expected, accepted.transportName());
        assertTrue(client.remoteAddress().endsWith(":" + server.address().getPort()));
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void messagesKeepTheirOrderBothWays(TransportPreference by) throws Exception {
        Link client = connect(by);
        Link accepted = Recorder.next(atServer.links);
        for (int i = 1; i <= 500; i++) {
            client.send(new HoldReport(7, i, i % 2 == 0, 5, "", "anna", new byte[0]));
            accepted.send(new SliceResume("1.2.3", 0, i));
        }
        for (int i = 1; i <= 500; i++) {
            assertEquals(
                    new HoldReport(7, i, i % 2 == 0, 5, "", "anna", new byte[0]), Recorder.next(atServer.messages));
            assertEquals(new SliceResume("1.2.3", 0, i), Recorder.next(atClient.messages));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void everySliceArrivesWholeAndItsStageCompletes(TransportPreference by) throws Exception {
        connect(by);
        Link accepted = Recorder.next(atServer.links);
        List<CompletionStage<Void>> handed = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            handed.add(accepted.sendSlice(Slices.slice(i, i == 100 ? 3_000_000 : 20_000)));
        }
        Set<Long> sequences = new HashSet<>();
        for (int i = 1; i <= 200; i++) {
            LiveSlice slice = Recorder.next(atClient.slices);
            assertEquals(Slices.slice(slice.header().sequence(), slice.part10().length), slice);
            sequences.add(slice.header().sequence());
        }
        assertEquals(200, sequences.size());
        for (CompletionStage<Void> stage : handed) {
            stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void slicesGoTheOtherWayToo(TransportPreference by) throws Exception {
        connect(by).sendSlice(Slices.slice(1, 300_000));
        assertEquals(Slices.slice(1, 300_000), Recorder.next(atServer.slices));
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void controlDoesNotWaitBehindSlices(TransportPreference by) throws Exception {
        connect(by);
        Link accepted = Recorder.next(atServer.links);
        LiveSlice slice = Slices.slice(1, 2_000_000);
        for (int i = 1; i <= 30; i++) {
            accepted.sendSlice(slice);
        }
        assertFalse(accepted.writable());
        accepted.send(new RelayNotice(true, "overtakes"));
        Recorder.next(atClient.messages);
        assertTrue(atClient.slices.size() < 30, "the message came behind all " + atClient.slices.size() + " slices");

        assertTrue(Recorder.next(atServer.writable));
        assertTrue(accepted.writable());
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void eitherSideClosesAndTheOtherHearsWhy(TransportPreference by) throws Exception {
        Link client = connect(by);
        Link accepted = Recorder.next(atServer.links);
        accepted.close("the session is over");
        assertEquals("closed by the other side: the session is over", Recorder.next(atClient.closings));
        assertEquals("the session is over", Recorder.next(atServer.closings));

        client.send(new Refused(RefusalReason.FULL, "into nothing"));
        assertTrue(client.sendSlice(Slices.slice(1, 10)).toCompletableFuture().isCompletedExceptionally());

        Link second = connect(by);
        second.close("I go");
        assertEquals("closed by the other side: I go", Recorder.next(atServer.closings));
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aServerThatGoesIsNoticed(TransportPreference by) throws Exception {
        connect(by);
        server.close();
        assertEquals("closed by the other side: the server was closed", Recorder.next(atClient.closings));
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void manyLinksLiveBesideEachOther(TransportPreference by) throws Exception {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            links.add(connect(by));
        }
        links.forEach(link -> link.send(new SliceResume("1.2.3", 0, 1)));
        for (int i = 0; i < 10; i++) {
            Recorder.next(atServer.links);
            Recorder.next(atServer.messages);
        }
    }
}
