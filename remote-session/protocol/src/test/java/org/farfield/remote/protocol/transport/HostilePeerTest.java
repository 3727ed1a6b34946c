package org.farfield.remote.protocol.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.TestSite;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.MessageCodec;
import org.farfield.remote.protocol.message.SliceResume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Peers that send garbage, too much or nothing lose their connection, and nobody else notices. */
class HostilePeerTest {
    private static final TestSite SITE = TestSite.now();

    private final BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    private final Recorder atServer = new Recorder();
    private final Recorder atGood = new Recorder();
    private LinkServer server;
    private LinkConnector connector;
    private Link good;

    @BeforeEach
    void open() throws Exception {
        LinkOptions options =
                LinkOptions.standard().withHandshake(Duration.ofMillis(1500)).withProblems(problems::add);
        server = LinkServer.bind(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), SITE.gateway(), atServer::accept, options);
        connector = new LinkConnector();
        good = connector
                .connect(server.address(), SITE.person("anna", Role.OBSERVER), atGood, TransportPreference.QUIC)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        Recorder.next(atServer.links);
    }

    @AfterEach
    void theGoodLinkIsUndisturbed() throws Exception {
        good.send(new SliceResume("good", 0, 1));
        assertEquals(new SliceResume("good", 0, 1), Recorder.next(atServer.messages));
        assertTrue(atGood.closings.isEmpty());
        connector.close();
        server.close();
    }

    @Test
    void garbageInsteadOfTlsIsClosed() throws Exception {
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            readToTheEnd(socket);
        }
        assertTrue(Recorder.next(problems).contains("was turned away: TLS: "));
    }

    @Test
    void silenceInsteadOfTlsIsClosed() throws Exception {
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            readToTheEnd(socket);
        }
    }

    @Test
    void randomDatagramsAreIgnored() throws Exception {
        Random random = new Random(5);
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 500; i++) {
                byte[] bytes = new byte[1 + random.nextInt(1300)];
                random.nextBytes(bytes);
                socket.send(new DatagramPacket(bytes, bytes.length, server.address()));
            }
        }
    }

    @Test
    void silenceAfterTlsIsClosed() throws Exception {
        try (SSLSocket socket = tls()) {
            socket.getOutputStream().write(LinkFrame.open(), 0, 5);
            readToTheEnd(socket);
        }
        assertTrue(Recorder.next(problems).contains("said nothing of this protocol within 1500 ms"));
    }

    @Test
    void aControlConnectionWithoutBulkIsClosed() throws Exception {
        try (SSLSocket socket = tls()) {
            socket.getOutputStream().write(LinkFrame.open());
            readToTheEnd(socket);
        }
        assertTrue(Recorder.next(problems).contains("opened no bulk connection in time"));
    }

    @Test
    void aGuessedTokenOpensNothing() throws Exception {
        try (SSLSocket socket = tls()) {
            socket.getOutputStream().write(LinkFrame.bulkJoin(new byte[16]));
            readToTheEnd(socket);
        }
        assertTrue(Recorder.next(problems).contains("no connection of this peer waits with this token"));
    }

    @Test
    void aStolenTokenNeedsTheSameCertificate() throws Exception {
        try (SSLSocket control = tls();
                SSLSocket thief = tls(SITE.person("eve", Role.OBSERVER))) {
            control.getOutputStream().write(LinkFrame.open());
            byte[] ready = control.getInputStream().readNBytes(FrameHeader.BYTES + LinkFrame.TOKEN_BYTES);
            byte[] token = java.util.Arrays.copyOfRange(ready, FrameHeader.BYTES, ready.length);
            thief.getOutputStream().write(LinkFrame.bulkJoin(token));
            readToTheEnd(thief);
        }
        assertTrue(Recorder.next(problems).contains("no connection of this peer waits with this token"));
    }

    @Test
    void aLyingLengthIsRefusedAtItsHeader() throws Exception {
        try (SSLSocket socket = tls()) {
            socket.getOutputStream().write(header(0x0001, 0x7FFFFFFF));
            readToTheEnd(socket);
        }
        assertTrue(Recorder.next(problems).contains("says 2147483647 bytes"));
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void anOversizedFrameOnALinkClosesIt(TransportPreference by) throws Exception {
        closesWith(by, header(0x0001, 10_000_000), "says 10000000 bytes");
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void anUnknownCriticalMessageClosesTheLink(TransportPreference by) throws Exception {
        closesWith(by, header(0x0FFF, 0), "unknown critical message type 0xfff");
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aMalformedMessageClosesTheLink(TransportPreference by) throws Exception {
        byte[] frame = MessageCodec.encode(new SliceResume("1.2", 0, 1));
        frame[FrameHeader.BYTES] = (byte) 0xFF;
        closesWith(by, frame, "series UID");
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void anUnknownOptionalMessageIsSkipped(TransportPreference by) throws Exception {
        Link link = bad(by);
        byte[] unknown = header(0x0FFE, 0);
        unknown[1] = 0;
        link.sendFrame(unknown);
        link.send(new SliceResume("after", 0, 1));
        assertEquals(new SliceResume("after", 0, 1), Recorder.next(atServer.messages));
    }

    private void closesWith(TransportPreference by, byte[] frame, String cause) throws Exception {
        bad(by).sendFrame(frame);
        String reason = Recorder.next(atServer.closings);
        assertTrue(reason.contains(cause), reason);
        assertTrue(Recorder.next(problems).contains(cause));
    }

    private Link bad(TransportPreference by) throws Exception {
        return connector
                .connect(server.address(), SITE.person("mallory", Role.OBSERVER), new Recorder(), by)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static byte[] header(int type, int length) {
        ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES);
        new FrameHeader(type, true, length).write(frame);
        return frame.array();
    }

    private static void readToTheEnd(Socket socket) throws Exception {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("the connection was left open", e);
        } catch (java.io.IOException e) {
            // reset: closed all the same
        }
    }

    private SSLSocket tls() throws Exception {
        return tls(SITE.person("mallory", Role.OBSERVER));
    }

    private SSLSocket tls(Identity self) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("self", self.key(), new char[0], self.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        PeerTrust trust = new PeerTrust(self, InstantSource.system(), fault -> {});
        context.init(keys.getKeyManagers(), new TrustManager[] {trust}, new SecureRandom());
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(server.address().getAddress(), server.address().getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {TlsContexts.PROTOCOL});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(10_000);
        socket.startHandshake();
        return socket;
    }
}
