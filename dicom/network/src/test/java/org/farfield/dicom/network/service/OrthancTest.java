package org.farfield.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** An Orthanc of our own on loopback, with and without TLS, where it is installed. */
class OrthancTest {
    @TempDir
    private Path folder;

    private final Connector connector = new Connector();
    private final SendLog log = new SendLog();

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void itTakesFindsGivesAndMovesIdentically() throws Exception {
        PeerProcess.need("Orthanc");
        roundTrip(Optional.empty(), "");
    }

    @Test
    void itDoesTheSameOverTlsWithCertificatesOnBothSides() throws Exception {
        PeerProcess.need("Orthanc");
        Certificates good = new Certificates(folder, "good");
        good.issue("orthanc");
        String tls = """
                "DicomTlsEnabled": true, "DicomTlsRemoteCertificateRequired": true,
                "DicomTlsCertificate": "%s", "DicomTlsPrivateKey": "%s", "DicomTlsTrustedCertificates": "%s",
                """.formatted(good.certificate("orthanc"), good.key("orthanc"), good.authority());
        roundTrip(Optional.of(good.issue("client")), tls);
    }

    private void roundTrip(Optional<TlsIdentity> tls, String tlsSettings) throws Exception {
        List<Path> files = Instances.write(folder.resolve("out"), 5, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path moved = folder.resolve("moved");
        int port = PeerProcess.freePort();
        try (FolderSink into = new FolderSink(moved);
                StorageServer ours = StorageServer.open(
                        new StorageServer.Configuration(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                "HERE",
                                Set.of("ORTHANC"),
                                tls,
                                8,
                                Timeouts.ACCEPTOR),
                        into,
                        new ReceiveListener() {});
                PeerProcess orthanc = PeerProcess.start(
                        folder,
                        port,
                        List.of(
                                "Orthanc",
                                configuration(port, ours.address().getPort(), tlsSettings)
                                        .toString()))) {
            Peer peer = new Peer("127.0.0.1", orthanc.port(), "ORTHANC", "HERE", tls);
            Echo.ask(connector, peer);
            new Send(connector, peer, 2).send(Instances.outgoing(files), log, new Cancellation());
            assertEquals(List.of(), log.failures);
            List<String> studies = new ArrayList<>();
            DataSet query = new DataSet()
                    .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                    .set(Tag.of("QueryRetrieveLevel"), "STUDY")
                    .set(Tag.PATIENT_NAME, "*王*")
                    .setEmpty(Tag.STUDY_INSTANCE_UID);
            Find.ask(
                    connector,
                    peer,
                    QueryModel.STUDY_ROOT,
                    query,
                    match -> studies.add(match.string(Tag.STUDY_INSTANCE_UID).orElse("")),
                    new Cancellation());
            assertEquals(List.of(Instances.STUDY), studies);
            DataSet keys = new DataSet()
                    .set(Tag.of("QueryRetrieveLevel"), "STUDY")
                    .set(Tag.STUDY_INSTANCE_UID, Instances.STUDY);
            Retrieve retrieve = new Retrieve(connector, peer, QueryModel.STUDY_ROOT);
            Path got = folder.resolve("got");
            try (FolderSink sink = new FolderSink(got)) {
                Retrieve.Result get =
                        retrieve.get(keys, sink, new ReceiveListener() {}, progress -> {}, new Cancellation());
                assertTrue(get.complete(), get.toString());
            }
            assertIdentical(files, got);
            Retrieve.Result move = retrieve.move(keys, "HERE", progress -> {}, new Cancellation());
            assertTrue(move.complete(), move.toString());
            assertIdentical(files, moved);
        }
    }

    private Path configuration(int port, int ourPort, String tls) throws IOException {
        Path file = folder.resolve("orthanc.json");
        Files.writeString(file, """
                { "Name": "test", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                  "HttpServerEnabled": false, "DicomAet": "ORTHANC", "DicomPort": %d, "DicomCheckCalledAet": true,
                  "DicomAlwaysAllowEcho": true, "DicomAlwaysAllowStore": true, "DicomAlwaysAllowFind": true,
                  "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true, "DefaultEncoding": "Utf8", %s
                  "DicomModalities": { "here": { "AET": "HERE", "Host": "127.0.0.1", "Port": %d, "UseDicomTls": %s } } }
                """.formatted(
                        folder.resolve("orthanc"), folder.resolve("orthanc"), port, tls, ourPort, !tls.isEmpty()));
        return file;
    }

    private static void assertIdentical(List<Path> files, Path in) throws IOException {
        assertEquals(files.size(), Instances.files(in).size());
        for (Path file : files) {
            DicomFile sent = Part10.read(file);
            DicomFile kept = Part10.read(in.resolve(FolderSink.name(sent.sopInstanceUid())));
            assertEquals(sent.dataSet(), kept.dataSet());
        }
    }
}
