package org.farfield.dicom.network.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.Timeouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Performed procedure steps and storage commitment, between our own two sides and with Orthanc. */
class NormalizedServicesTest {
    private static final int STATUS = Tag.of("PerformedProcedureStepStatus");
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final Connector connector = new Connector();
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        connector.close();
    }

    private static StorageServer.Configuration here(int port, String caller) {
        return new StorageServer.Configuration(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                "HERE",
                Set.of(caller),
                Optional.empty(),
                4,
                Timeouts.ACCEPTOR);
    }

    private static Peer peer(int port) {
        return new Peer("127.0.0.1", port, "HERE", "SCANNER", Optional.empty());
    }

    @Test
    void aStepBeginsInProgressAndStaysAsItEnded() throws Exception {
        ProcedureStepServer.Events events = new ProcedureStepServer.Events() {
            @Override
            public void onStep(String uid, String status, String callingTitle) {
                lines.add(status + " " + callingTitle);
            }

            @Override
            public void onTrouble(String line) {
                lines.add(line);
            }
        };
        try (ProcedureStepServer server = ProcedureStepServer.open(here(0, "SCANNER"), folder, events)) {
            ProcedureSteps steps =
                    new ProcedureSteps(connector, peer(server.address().getPort()));
            DataSet wrong = new DataSet().set(STATUS, "COMPLETED");
            assertThrows(IOException.class, () -> steps.create(wrong));
            String uid = steps.create(new DataSet()
                    .set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                    .set(Tag.PATIENT_NAME, "Wang^XiaoDong=王^小东")
                    .set(STATUS, "IN PROGRESS"));
            IOException unknown =
                    assertThrows(IOException.class, () -> steps.set("1.2.3", new DataSet().set(STATUS, "COMPLETED")));
            assertTrue(String.valueOf(unknown.getMessage()).contains("0112"));
            steps.set(
                    uid,
                    new DataSet().set(STATUS, "COMPLETED").set(Tag.of("CommentsOnThePerformedProcedureStep"), "x"));
            assertThrows(IOException.class, () -> steps.set(uid, new DataSet().set(STATUS, "DISCONTINUED")));
            DataSet kept = Part10.read(folder.resolve(FolderSink.name(uid))).dataSet();
            assertEquals("COMPLETED", kept.string(STATUS).orElseThrow());
            assertEquals("王^小东", kept.personName(Tag.PATIENT_NAME).ideographic());
        }
        assertTrue(lines.contains("IN PROGRESS SCANNER") && lines.contains("COMPLETED SCANNER"));
    }

    @Test
    void whatIsHereIsCommittedAndWhatIsNotIsNamed() throws Exception {
        List<OutgoingInstance> instances =
                Instances.outgoing(Instances.write(folder.resolve("out"), 3, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        String missing = instances.get(1).sopInstanceUid();
        try (CommitmentServer server =
                        CommitmentServer.open(here(0, "SCANNER"), uid -> !uid.equals(missing), lines::add);
                Commitment commitment =
                        Commitment.open(connector, peer(server.address().getPort()), Optional.empty(), lines::add)) {
            CommitmentReport report = commitment.ask(instances, LONG).orElseThrow();
            assertEquals(2, report.committed().size());
            assertEquals(Set.of(missing), report.failed().keySet());
            assertEquals(CommitmentReport.NO_SUCH_INSTANCE, report.failed().get(missing));
        }
    }

    @Test
    void orthancCommitsWhatItWasSent() throws Exception {
        PeerProcess.need("Orthanc");
        List<OutgoingInstance> instances =
                Instances.outgoing(Instances.write(folder.resolve("out"), 3, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        int port = PeerProcess.freePort();
        int back = PeerProcess.freePort();
        Path settings = Files.writeString(folder.resolve("orthanc.json"), """
                { "Name": "test", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                  "HttpServerEnabled": false, "DicomAet": "ORTHANC", "DicomPort": %d, "DicomAlwaysAllowStore": true,
                  "DicomModalities": { "here": { "AET": "HERE", "Host": "127.0.0.1", "Port": %d,
                    "AllowStorageCommitment": true } } }
                """.formatted(
                        folder.resolve("orthanc"), folder.resolve("orthanc"), port, back));
        try (PeerProcess orthanc = PeerProcess.start(folder, port, List.of("Orthanc", settings.toString()))) {
            Peer peer = new Peer("127.0.0.1", orthanc.port(), "ORTHANC", "HERE", Optional.empty());
            SendLog log = new SendLog();
            new Send(connector, peer, 1).send(instances.subList(0, 2), log, new Cancellation());
            assertEquals(List.of(), log.failures);
            try (Commitment commitment =
                    Commitment.open(connector, peer, Optional.of(here(back, "ORTHANC")), lines::add)) {
                CommitmentReport report = commitment.ask(instances, LONG).orElseThrow();
                assertEquals(2, report.committed().size());
                assertEquals(
                        Set.of(instances.get(2).sopInstanceUid()),
                        report.failed().keySet());
            }
        }
    }
}
