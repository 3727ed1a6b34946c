package org.farfield.launcher.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.Commitment;
import org.farfield.dicom.network.service.FolderSink;
import org.farfield.dicom.network.service.ProcedureStepServer;
import org.farfield.dicom.network.service.ProcedureSteps;
import org.farfield.dicom.network.service.ReceiveListener;
import org.farfield.dicom.network.service.StorageServer;
import org.farfield.remote.protocol.ManualSessionClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is brought to systems that are not always there, by a clock that the test moves. */
class ErrandTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int STATUS = Tag.of("PerformedProcedureStepStatus");

    @TempDir
    private Path folder;

    private final Connector connector = new Connector();
    private final ManualSessionClock clock = new ManualSessionClock(0);
    private final List<String> words = Collections.synchronizedList(new ArrayList<>());
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = HospitalPeer.freePort();
    }

    @AfterEach
    void close() {
        connector.close();
    }

    private Peer peer() {
        return new Peer("127.0.0.1", port, "PACS", "CT1", Optional.empty());
    }

    private StorageServer.Configuration configuration() {
        return new StorageServer.Configuration(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                "PACS",
                Set.of("CT1"),
                Optional.empty(),
                4,
                Timeouts.ACCEPTOR);
    }

    private Path instance(String name) throws IOException {
        Path file = folder.resolve("archive/study-001/series-001").resolve(name);
        Files.createDirectories(file.getParent());
        DataSet dataSet = new DataSet()
                .set(Tag.SOP_CLASS_UID, Uids.CT_IMAGE_STORAGE)
                .set(Tag.SOP_INSTANCE_UID, Uids.create())
                .set(Tag.PATIENT_ID, "P1");
        Part10.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }

    private long received() throws IOException {
        try (var files = Files.walk(folder.resolve("in"))) {
            return files.filter(file -> file.toString().endsWith(".dcm")).count();
        }
    }

    @Test
    void anArchiveThatIsAwayIsTriedLaterEachTimeAndThenGetsEverything() throws Exception {
        for (int k = 1; k <= 5; k++) {
            instance(k + ".dcm");
        }
        Path archive = folder.resolve("archive");
        Outbox outbox = new Outbox(archive, 2);
        try (Commitment commitment = Commitment.open(connector, peer(), Optional.empty(), words::add)) {
            StorageErrand errand =
                    new StorageErrand(outbox, connector, peer(), commitment, Duration.ofSeconds(1), clock, words::add);
            assertEquals(SECOND, errand.doWork());
            assertEquals(SECOND, errand.doWork());
            clock.advanceMillis(1000);
            assertEquals(2 * SECOND, errand.doWork());
            assertEquals(2, words.size(), words::toString);
            outbox.add(instance("6.dcm"));
            try (FolderSink sink = new FolderSink(folder.resolve("in"));
                    StorageServer server = StorageServer.open(configuration(), sink, new ReceiveListener() {})) {
                clock.advanceMillis(1999);
                assertTrue(errand.doWork() > 0);
                clock.advanceMillis(1);
                errand.wantCommitment();
                for (int k = 0; k < 3; k++) {
                    assertEquals(0, errand.doWork(), "two names at a time");
                }
                assertEquals(Errand.NOTHING, errand.doWork());
                assertEquals(6, received(), server.address()::toString);
            }
        }
        assertTrue(words.getLast().startsWith("no storage commitment for 6 instances: PACS@"), words::toString);
        assertEquals(List.of(), new Outbox(archive, 2).next(9), "the ledger knows what is sent");
        assertEquals(6, new Outbox(archive, 2).uncommitted().size());
        instance("7.dcm");
        assertEquals(1, new Outbox(archive, 2).next(9).size(), "and what a scanner that ended left");
    }

    @Test
    void stepsAreToldInOrderOnceTheSystemIsThere() throws Exception {
        StepErrand errand = new StepErrand(new ProcedureSteps(connector, peer()), clock, words::add);
        errand.tell("1.2.3", "IN PROGRESS", () -> new DataSet().set(STATUS, "IN PROGRESS"));
        errand.tell("1.2.3", "COMPLETED", () -> new DataSet().set(STATUS, "COMPLETED"));
        assertEquals(SECOND, errand.doWork());
        clock.advanceMillis(1000);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        ProcedureStepServer.Events events = new ProcedureStepServer.Events() {
            @Override
            public void onStep(String uid, String status, String callingTitle) {
                heard.add(uid + " " + status);
            }

            @Override
            public void onTrouble(String line) {
                heard.add(line);
            }
        };
        try (ProcedureStepServer server = ProcedureStepServer.open(configuration(), folder, events)) {
            assertEquals(Errand.NOTHING, errand.doWork(), server.address()::toString);
            assertEquals(List.of("1.2.3 IN PROGRESS", "1.2.3 COMPLETED"), heard);
            errand.tell("1.2.3", "IN PROGRESS", () -> new DataSet().set(STATUS, "IN PROGRESS"));
            assertEquals(Errand.NOTHING, errand.doWork());
            assertTrue(words.getLast().endsWith("1.2.3 is IN PROGRESS"), "a lost answer may be asked for again");
            errand.tell("1.2.4", "COMPLETED", () -> new DataSet().set(STATUS, "COMPLETED"));
            errand.tell("1.2.5", "IN PROGRESS", () -> new DataSet().set(STATUS, "IN PROGRESS"));
            assertEquals(Errand.NOTHING, errand.doWork());
            assertTrue(heard.contains("1.2.5 IN PROGRESS"), "a refusal holds up nothing");
        }
    }
}
