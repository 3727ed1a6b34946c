package org.farfield.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.farfield.dicom.Part10;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Association;
import org.farfield.dicom.network.association.AssociationProposal;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.association.TlsIdentity;
import org.farfield.dicom.network.dimse.CommandField;
import org.farfield.dicom.network.dimse.CommandSet;
import org.farfield.dicom.network.dimse.CommandTag;
import org.farfield.dicom.network.dimse.DimseLink;
import org.farfield.dicom.network.pdu.ProposedContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our SCU against our SCP over real sockets. */
class LoopbackTest {
    @TempDir
    private Path folder;

    private final Connector connector = new Connector();
    private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<String> failed = new LinkedBlockingQueue<>();
    private Path received;
    private FolderSink sink;

    @BeforeEach
    void folders() throws IOException {
        received = folder.resolve("received");
        sink = new FolderSink(received);
    }

    @AfterEach
    void close() throws IOException {
        connector.close();
        sink.close();
        assertFalse(Files.exists(received.resolve(ArrivalFolder.NAME)));
    }

    @Test
    void echoIsAnswered() throws Exception {
        try (StorageServer server = server(sink, Set.of("HERE"), Optional.empty())) {
            assertEquals(
                    "FARFIELD_0_1",
                    Echo.ask(connector, peer(server, "THERE", "HERE", Optional.empty()))
                            .implementation());
        }
    }

    @Test
    void strangersAreRefusedByName() throws Exception {
        try (StorageServer server = server(sink, Set.of("HERE"), Optional.empty())) {
            IOException caller = assertThrows(
                    IOException.class, () -> Echo.ask(connector, peer(server, "THERE", "ELSE", Optional.empty())));
            assertTrue(
                    String.valueOf(caller.getMessage()).endsWith("it does not know the calling AE title"),
                    caller.getMessage());
            IOException called = assertThrows(
                    IOException.class, () -> Echo.ask(connector, peer(server, "WRONG", "HERE", Optional.empty())));
            assertTrue(String.valueOf(called.getMessage()).startsWith("WRONG@127.0.0.1:"), called.getMessage());
            assertEquals(2, trouble.size());
        }
    }

    @Test
    void whatIsSentOverThreeAssociationsIsReceivedIdentically() throws Exception {
        List<Path> files = Instances.write(folder.resolve("out"), 40, TransferSyntax.JPEG_LS_LOSSLESS);
        try (StorageServer server = server(sink, Set.of(), Optional.empty())) {
            SendLog log = new SendLog();
            new Send(connector, peer(server, "THERE", "HERE", Optional.empty()), 3)
                    .send(Instances.outgoing(files), log, new Cancellation());
            assertEquals(List.of(), log.failures);
            assertEquals(40, log.notes.size());
        }
        assertIdentical(files);
    }

    @Test
    void withTlsBothSidesMustShowACertificateOfTheAuthority() throws Exception {
        Certificates good = new Certificates(folder, "good");
        Certificates other = new Certificates(folder, "other");
        Optional<TlsIdentity> client = Optional.of(good.issue("client"));
        Optional<TlsIdentity> stranger = Optional.of(other.issue("client"));
        List<Path> files = Instances.write(folder.resolve("out"), 3, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try (StorageServer server = server(sink, Set.of(), Optional.of(good.issue("server")))) {
            SendLog log = new SendLog();
            new Send(connector, peer(server, "THERE", "HERE", client), 1)
                    .send(Instances.outgoing(files), log, new Cancellation());
            assertEquals(List.of(), log.failures);
            IOException wrong =
                    assertThrows(IOException.class, () -> Echo.ask(connector, peer(server, "THERE", "HERE", stranger)));
            assertTrue(String.valueOf(wrong.getMessage()).contains("no secure connection"), wrong.getMessage());
        }
        assertIdentical(files);
    }

    @Test
    void aFullDiskIsOutOfResourcesForThePeerAndToldToTheUser() throws Exception {
        InstanceSink full = origin -> {
            throw new IOException("No space left on device");
        };
        List<Path> files = Instances.write(folder.resolve("out"), 2, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try (StorageServer server = server(full, Set.of(), Optional.empty())) {
            SendLog log = new SendLog();
            new Send(connector, peer(server, "THERE", "HERE", Optional.empty()), 1)
                    .send(Instances.outgoing(files), log, new Cancellation());
            assertEquals(2, log.failures.size());
            assertTrue(
                    log.failures.getFirst().contains("status A700 (out of resources): cannot be stored: No space left"),
                    log.failures.getFirst());
            assertEquals(2, failed.size());
        }
    }

    @Test
    void aSenderThatDiesInTheMiddleOfAnInstanceLeavesNoFile() throws Exception {
        try (StorageServer server = server(sink, Set.of(), Optional.empty())) {
            AssociationProposal proposal = AssociationProposal.of(List.of(new ProposedContext(
                    1, Uids.CT_IMAGE_STORAGE, List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid()))));
            Association association = connector.open(peer(server, "THERE", "HERE", Optional.empty()), proposal);
            InputStream dying = new SequenceInputStream(
                    new ByteArrayInputStream(new byte[3_000_000]),
                    new FilterInputStream(InputStream.nullInputStream()) {
                        @Override
                        public int read(byte[] into, int offset, int length) throws IOException {
                            throw new IOException("the sender dies");
                        }
                    });
            CommandSet request = CommandSet.request(CommandField.C_STORE, Uids.CT_IMAGE_STORAGE)
                    .with(CommandTag.MESSAGE_ID, 1)
                    .with(CommandTag.AFFECTED_SOP_INSTANCE, "1.2.3");
            DimseLink link = new DimseLink(association);
            assertThrows(
                    IOException.class, () -> link.send(link.context(Uids.CT_IMAGE_STORAGE, "C-STORE"), request, dying));
            association.abort("the sender dies");
            String cause = failed.poll(20, TimeUnit.SECONDS);
            assertTrue(String.valueOf(cause).contains("the peer aborted the association"), cause);
        }
        assertEquals(List.of(), Instances.files(received));
    }

    @Test
    void noiseEndsInAnAbortAndTheServerGoesOn() throws Exception {
        Random random = new Random(7);
        try (StorageServer server = server(sink, Set.of(), Optional.empty())) {
            for (int i = 0; i < 20; i++) {
                byte[] noise = new byte[1 + random.nextInt(3000)];
                random.nextBytes(noise);
                if (i == 0) {
                    noise = "GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                }
                if (noise[0] == 1) {
                    noise[0] = 9;
                }
                try (Socket socket = new Socket(
                                InetAddress.getLoopbackAddress(),
                                server.address().getPort());
                        OutputStream out = socket.getOutputStream()) {
                    out.write(noise);
                    out.flush();
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException reset) {
                    assertTrue(String.valueOf(reset.getMessage()).contains("reset")
                            || String.valueOf(reset.getMessage()).contains("pipe"));
                }
            }
            Echo.ask(connector, peer(server, "THERE", "HERE", Optional.empty()));
        }
    }

    @Test
    void nothingListeningIsSaidInOneLine() {
        Peer nobody = new Peer("127.0.0.1", 1, "THERE", "HERE", Optional.empty());
        IOException fault = assertThrows(IOException.class, () -> Echo.ask(connector, nobody));
        assertEquals("THERE@127.0.0.1:1: nothing answers there (connection refused)", fault.getMessage());
    }

    @Test
    void onlyWhatTheConfigurationNamesIsTaken() throws Exception {
        List<Path> files = Instances.write(folder.resolve("out"), 2, TransferSyntax.JPEG_LS_LOSSLESS);
        String plain = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
        StorageContexts uncompressed = StorageContexts.of(List.of(), List.of(plain));
        try (StorageServer server = server(sink, Set.of(), Optional.empty(), uncompressed)) {
            SendLog log = new SendLog();
            new Send(connector, peer(server, "THERE", "HERE", Optional.empty()), 1)
                    .send(Instances.outgoing(files), log, new Cancellation());
            assertEquals(List.of(), log.failures);
        }
        for (Path file : Instances.files(received)) {
            assertEquals(plain, Part10.read(file).transferSyntax().uid());
        }
        assertEquals(2, Instances.files(received).size());
        StorageContexts reports = StorageContexts.of(List.of("1.2.840.10008.5.1.4.1.1.88.33"), List.of());
        try (StorageServer server = server(sink, Set.of(), Optional.empty(), reports)) {
            SendLog log = new SendLog();
            Send send = new Send(connector, peer(server, "THERE", "HERE", Optional.empty()), 1);
            send.send(Instances.outgoing(files), log, new Cancellation());
            assertEquals(2, log.failures.size(), "no image is taken");
        }
    }

    private void assertIdentical(List<Path> files) throws IOException {
        assertEquals(files.size(), Instances.files(received).size());
        for (Path file : files) {
            var sent = Part10.read(file);
            var kept = Part10.read(received.resolve(FolderSink.name(sent.sopInstanceUid())));
            assertEquals(sent.dataSet(), kept.dataSet());
            assertEquals(sent.transferSyntax(), kept.transferSyntax());
        }
    }

    private StorageServer server(InstanceSink sink, Set<String> callers, Optional<TlsIdentity> tls) throws IOException {
        return server(sink, callers, tls, StorageContexts.ALL);
    }

    private StorageServer server(
            InstanceSink sink, Set<String> callers, Optional<TlsIdentity> tls, StorageContexts contexts)
            throws IOException {
        return StorageServer.open(
                new StorageServer.Configuration(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        "THERE",
                        callers,
                        tls,
                        8,
                        Timeouts.ACCEPTOR,
                        contexts),
                sink,
                new ReceiveListener() {
                    @Override
                    public void onTrouble(String line) {
                        trouble.add(line);
                    }

                    @Override
                    public void onFailed(InstanceOrigin origin, String cause) {
                        failed.add(cause);
                    }
                });
    }

    private static Peer peer(StorageServer server, String called, String calling, Optional<TlsIdentity> tls) {
        return new Peer("127.0.0.1", server.address().getPort(), called, calling, tls);
    }
}
