package org.farfield.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.association.TlsIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DCMTK's servers and clients against ours, where they are installed. */
class DcmtkPeersTest {
    @TempDir
    private Path folder;

    private final Connector connector = new Connector();
    private final List<FolderSink> sinks = new ArrayList<>();
    private final SendLog log = new SendLog();

    @AfterEach
    void close() throws IOException {
        connector.close();
        for (FolderSink sink : sinks) {
            sink.close();
        }
    }

    @Test
    void storescpTakesWhatWeSendAndReadsItIdentically() throws Exception {
        PeerProcess.need("storescp");
        List<Path> files = Instances.write(folder.resolve("out"), 12, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path in = Files.createDirectories(folder.resolve("in"));
        int port = PeerProcess.freePort();
        try (PeerProcess peer = PeerProcess.start(
                folder,
                port,
                List.of("storescp", "-od", in.toString(), "-aet", "PEER", "--fork", Integer.toString(port)))) {
            send(peer, Optional.empty(), files, 3);
        }
        assertIdentical(files, in);
    }

    @Test
    void storescpThatRefusesJpegLsGetsItUncompressed() throws Exception {
        PeerProcess.need("storescp");
        List<Path> files = Instances.write(folder.resolve("out"), 2, TransferSyntax.JPEG_LS_LOSSLESS);
        Path in = Files.createDirectories(folder.resolve("in"));
        int port = PeerProcess.freePort();
        try (PeerProcess peer = PeerProcess.start(
                folder, port, List.of("storescp", "-od", in.toString(), "+xi", Integer.toString(port)))) {
            send(peer, Optional.empty(), files, 1);
            assertTrue(log.notes.getFirst().contains("sent as Implicit VR Little Endian"), log.notes.getFirst());
        }
        DataSet original = Instances.dataSet(1, 64);
        DataSet kept = received(in).stream()
                .filter(file -> file.sopInstanceUid().equals("1.2.3.4.3.1"))
                .findFirst()
                .orElseThrow()
                .dataSet();
        assertEquals(original.bytes(Tag.PIXEL_DATA), kept.bytes(Tag.PIXEL_DATA));
        assertEquals("王^小东", kept.personName(Tag.PATIENT_NAME).ideographic());
    }

    @Test
    void storescpWithTlsTakesOurCertificateAndAStrangersNot() throws Exception {
        PeerProcess.need("storescp");
        Certificates good = new Certificates(folder, "good");
        Optional<TlsIdentity> client = Optional.of(good.issue("client"));
        Optional<TlsIdentity> stranger = Optional.of(new Certificates(folder, "other").issue("client"));
        good.issue("server");
        List<Path> files = Instances.write(folder.resolve("out"), 3, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path in = Files.createDirectories(folder.resolve("in"));
        int port = PeerProcess.freePort();
        try (PeerProcess peer = PeerProcess.start(
                folder,
                port,
                List.of(
                        "storescp",
                        "-od",
                        in.toString(),
                        "+tls",
                        good.key("server").toString(),
                        good.certificate("server").toString(),
                        "+cf",
                        good.authority().toString(),
                        "-rc",
                        Integer.toString(port)))) {
            IOException fault = assertThrows(IOException.class, () -> Echo.ask(connector, peer(peer, stranger)));
            assertTrue(String.valueOf(fault.getMessage()).startsWith("PEER@127.0.0.1:" + port), fault.getMessage());
            send(peer, client, files, 1);
        }
        assertIdentical(files, in);
    }

    @Test
    void storescuAndEchoscuReachOurServerWithAndWithoutTls() throws Exception {
        PeerProcess.need("storescu");
        Certificates good = new Certificates(folder, "good");
        good.issue("client");
        List<Path> files = Instances.write(folder.resolve("out"), 5, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path in = folder.resolve("in");
        try (StorageServer plain = server(in, Optional.empty())) {
            String port = Integer.toString(plain.address().getPort());
            String echo =
                    PeerProcess.run(folder, List.of("echoscu", "-aec", "HERE", "-aet", "PEER", "127.0.0.1", port));
            assertTrue(echo.startsWith("0\n"), echo);
            String refused =
                    PeerProcess.run(folder, List.of("echoscu", "-aec", "HERE", "-aet", "X", "127.0.0.1", port));
            assertTrue(refused.contains("Calling AE Title Not Recognized"), refused);
            String sent = PeerProcess.run(
                    folder, List.of("storescu", "-aec", "HERE", "-aet", "PEER", "127.0.0.1", port, "+sd", "out"));
            assertTrue(sent.startsWith("0\n"), sent);
        }
        assertIdentical(files, in);
        try (StorageServer secure = server(folder.resolve("secure"), Optional.of(good.issue("server")))) {
            List<String> command = List.of(
                    "storescu",
                    "+tls",
                    good.key("client").toString(),
                    good.certificate("client").toString(),
                    "+cf",
                    good.authority().toString(),
                    "-aec",
                    "HERE",
                    "-aet",
                    "PEER",
                    "127.0.0.1",
                    Integer.toString(secure.address().getPort()),
                    "+sd",
                    "out");
            String sent = PeerProcess.run(folder, command);
            assertTrue(sent.startsWith("0\n"), sent);
        }
        assertIdentical(files, folder.resolve("secure"));
    }

    @Test
    void dcmqrscpIsAskedAndGivesByGetAndByMove() throws Exception {
        PeerProcess.need("dcmqrscp");
        List<Path> files = Instances.write(folder.resolve("out"), 6, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        int port = PeerProcess.freePort();
        Path moved = folder.resolve("moved");
        try (StorageServer ours = server(moved, Optional.empty())) {
            Path configuration = archive(port, ours.address().getPort());
            try (PeerProcess peer = PeerProcess.start(
                    folder, port, List.of("dcmqrscp", "-c", configuration.toString(), Integer.toString(port)))) {
                send(peer, Optional.empty(), files, 1);
                List<String> names = new ArrayList<>();
                DataSet query = new DataSet()
                        .set(Tag.of("QueryRetrieveLevel"), "STUDY")
                        .set(Tag.PATIENT_NAME, "Wang*")
                        .setEmpty(Tag.STUDY_INSTANCE_UID);
                boolean whole = Find.ask(
                        connector,
                        peer(peer, Optional.empty()),
                        QueryModel.STUDY_ROOT,
                        query,
                        match -> names.add(match.string(Tag.STUDY_INSTANCE_UID).orElse("")),
                        new Cancellation());
                assertTrue(whole);
                assertEquals(List.of(Instances.STUDY), names);
                DataSet keys = new DataSet()
                        .set(Tag.of("QueryRetrieveLevel"), "STUDY")
                        .set(Tag.STUDY_INSTANCE_UID, Instances.STUDY);
                Retrieve retrieve = new Retrieve(connector, peer(peer, Optional.empty()), QueryModel.STUDY_ROOT);
                Path got = folder.resolve("got");
                Retrieve.Result result = get(retrieve, keys, got);
                assertTrue(result.complete(), result.toString());
                assertEquals(6, result.progress().completed());
                assertIdentical(files, got);
                Retrieve.Result move = retrieve.move(keys, "HERE", progress -> {}, new Cancellation());
                assertTrue(move.complete(), move.toString());
                assertIdentical(files, moved);
                IOException unknown = assertThrows(
                        IOException.class, () -> retrieve.move(keys, "NOBODY", progress -> {}, new Cancellation()));
                assertTrue(
                        String.valueOf(unknown.getMessage()).contains("the move destination is unknown"),
                        unknown.getMessage());
            }
        }
    }

    @Test
    void aPeerThatDiesInTheMiddleLeavesNothingAcknowledgedThatIsNotSent() throws Exception {
        PeerProcess.need("storescp");
        List<Path> files = Instances.write(folder.resolve("out"), 30, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path in = Files.createDirectories(folder.resolve("in"));
        int port = PeerProcess.freePort();
        try (PeerProcess peer = PeerProcess.start(
                folder,
                port,
                List.of("storescp", "-od", in.toString(), "-aet", "PEER", "--abort-during", Integer.toString(port)))) {
            new Send(connector, peer(peer, Optional.empty()), 1)
                    .send(Instances.outgoing(files), log, new Cancellation());
        }
        assertEquals(30, log.notes.size() + log.failures.size());
        assertTrue(log.failures.stream().anyMatch(cause -> cause.contains("PEER@127.0.0.1:" + port)));
        assertTrue(log.notes.size() <= Instances.files(in).size());
    }

    @Test
    void wlmscpfsTellsWhatIsScheduled() throws Exception {
        PeerProcess.need("wlmscpfs");
        Path list = Files.createDirectories(folder.resolve("PEER"));
        Files.createFile(list.resolve("lockfile"));
        Part10.write(DicomFile.of(scheduled(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), list.resolve("a.wl"));
        int port = PeerProcess.freePort();
        try (PeerProcess peer = PeerProcess.start(
                folder, port, List.of("wlmscpfs", "-csk", "-dfp", folder.toString(), Integer.toString(port)))) {
            List<String> names = new ArrayList<>();
            DataSet query = new DataSet()
                    .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                    .setEmpty(Tag.PATIENT_NAME)
                    .setEmpty(Tag.PATIENT_ID);
            query.newItem(Tag.of("ScheduledProcedureStepSequence")).set(Tag.MODALITY, "CT");
            Find.ask(
                    connector,
                    peer(peer, Optional.empty()),
                    QueryModel.MODALITY_WORKLIST,
                    query,
                    match -> names.add(match.personName(Tag.PATIENT_NAME).ideographic()),
                    new Cancellation());
            assertEquals(List.of("王^小东"), names);
        }
    }

    private static DataSet scheduled() {
        DataSet scheduled = new DataSet()
                .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.31")
                .set(Tag.SOP_INSTANCE_UID, "1.2.3.9")
                .set(Tag.ACCESSION_NUMBER, "A7")
                .set(Tag.PATIENT_NAME, "Wang^XiaoDong=王^小东")
                .set(Tag.PATIENT_ID, "P1")
                .set(Tag.PATIENT_BIRTH_DATE, "19700101")
                .set(Tag.PATIENT_SEX, "M")
                .set(Tag.STUDY_INSTANCE_UID, "1.2.3.8")
                .set(Tag.of("RequestedProcedureDescription"), "CT CHEST")
                .set(Tag.of("RequestedProcedureID"), "R1");
        scheduled
                .newItem(Tag.of("ScheduledProcedureStepSequence"))
                .set(Tag.MODALITY, "CT")
                .set(Tag.of("ScheduledStationAETitle"), "CT1")
                .set(Tag.of("ScheduledProcedureStepStartDate"), "20261122")
                .set(Tag.of("ScheduledProcedureStepStartTime"), "100000")
                .set(Tag.of("ScheduledProcedureStepDescription"), "CT CHEST")
                .set(Tag.of("ScheduledProcedureStepID"), "S1");
        return scheduled;
    }

    private Path archive(int port, int ourPort) throws IOException {
        Path files = Files.createDirectories(folder.resolve("archive"));
        Path configuration = folder.resolve("dcmqrscp.cfg");
        Files.writeString(configuration, """
                NetworkTCPPort  = %d
                MaxPDUSize      = 16384
                MaxAssociations = 16
                HostTable BEGIN
                here = (HERE, 127.0.0.1, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                PEER %s RW (200, 1024mb) ANY
                AETable END
                """.formatted(port, ourPort, files));
        return configuration;
    }

    private void send(PeerProcess peer, Optional<TlsIdentity> tls, List<Path> files, int associations)
            throws Exception {
        new Send(connector, peer(peer, tls), associations).send(Instances.outgoing(files), log, new Cancellation());
        assertEquals(List.of(), log.failures);
        assertEquals(files.size(), log.notes.size());
    }

    private static List<DicomFile> received(Path in) throws IOException {
        List<DicomFile> received = new ArrayList<>();
        for (Path file : Instances.files(in)) {
            received.add(Part10.read(file));
        }
        return received;
    }

    /** DCMTK rewrites sequences' lengths and group lengths, so that data sets are compared, not bytes. */
    private static void assertIdentical(List<Path> files, Path in) throws IOException {
        List<DicomFile> received = received(in);
        assertEquals(files.size(), received.size());
        for (Path file : files) {
            DicomFile sent = Part10.read(file);
            DataSet kept = received.stream()
                    .filter(candidate -> candidate.sopInstanceUid().equals(sent.sopInstanceUid()))
                    .findFirst()
                    .orElseThrow()
                    .dataSet();
            assertEquals(sent.dataSet(), kept);
        }
    }

    private static Retrieve.Result get(Retrieve retrieve, DataSet keys, Path into)
            throws IOException, InterruptedException {
        try (FolderSink sink = new FolderSink(into)) {
            return retrieve.get(keys, sink, new ReceiveListener() {}, progress -> {}, new Cancellation());
        }
    }

    private FolderSink sink(Path in) throws IOException {
        FolderSink sink = new FolderSink(in);
        sinks.add(sink);
        return sink;
    }

    private StorageServer server(Path in, Optional<TlsIdentity> tls) throws IOException {
        return StorageServer.open(
                new StorageServer.Configuration(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        "HERE",
                        Set.of("PEER"),
                        tls,
                        8,
                        Timeouts.ACCEPTOR),
                sink(in),
                new ReceiveListener() {});
    }

    private static Peer peer(PeerProcess process, Optional<TlsIdentity> tls) {
        return new Peer("127.0.0.1", process.port(), "PEER", "HERE", tls);
    }
}
