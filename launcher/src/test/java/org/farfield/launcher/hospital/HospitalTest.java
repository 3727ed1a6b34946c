package org.farfield.launcher.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Uids;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.dicom.network.association.Timeouts;
import org.farfield.dicom.network.service.ProcedureStepServer;
import org.farfield.dicom.network.service.StorageServer;
import org.farfield.remote.gateway.AcquisitionListener;
import org.farfield.remote.gateway.PortAnswer;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.twin.CtTwin;
import org.farfield.remote.twin.Fault;
import org.farfield.remote.twin.Order;
import org.farfield.remote.twin.TwinConfig;
import org.farfield.remote.twin.phantom.Loft;
import org.farfield.remote.twin.phantom.Part;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.phantom.Subject;
import org.farfield.remote.twin.xray.Tissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A twin with a bottle of water on its table among real systems on the loopback address. */
@Timeout(120)
class HospitalTest {
    private static final int STATUS = Tag.of("PerformedProcedureStepStatus");
    private static final int SERIES = Tag.of("PerformedSeriesSequence");
    private static final int STEPS = Tag.of("ReferencedPerformedProcedureStepSequence");
    private static final int DOSE = Tag.of("ExposureDoseSequence");
    private static final String NAME = "Wang^XiaoDong=王^小东";
    private static final ScanPlan THREE_SLICES = ScanPlan.helical(5, 0)
            .with(PlanField.SLICE_THICKNESS_MM, 2.5)
            .with(PlanField.INTERVAL_MM, 2.5)
            .with(PlanField.COLLIMATION_MM, 5)
            .with(PlanField.BREATH_HOLD_DELAY_SECONDS, 0);

    @TempDir
    private Path folder;

    private final List<String> words = Collections.synchronizedList(new ArrayList<>());
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

    private record Bottle() implements Subject {
        @Override
        public String meaning() {
            return "bottle";
        }

        @Override
        public String bodyPart() {
            return "CHEST";
        }

        @Override
        public double ageYears() {
            return 60;
        }

        @Override
        public Phantom make(long seed) {
            return new Phantom(
                    "bottle", List.of(new Part(Loft.cylinder(0, 0, 40, -200, 200), Tissue.WATER)), List.of());
        }
    }

    private ProcedureStepServer informationSystem() throws IOException {
        return ProcedureStepServer.open(at(0, "RIS", "CT1"), folder.resolve("steps"), new ProcedureStepServer.Events() {
            @Override
            public void onStep(String uid, String status, String callingTitle) {
                steps.add(status);
            }

            @Override
            public void onTrouble(String line) {
                steps.add(line);
            }
        });
    }

    private static StorageServer.Configuration at(int port, String title, String caller) {
        return new StorageServer.Configuration(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                title,
                Set.of(caller),
                Optional.empty(),
                4,
                Timeouts.ACCEPTOR);
    }

    private static Peer peer(int port, String title) {
        return new Peer("127.0.0.1", port, title, "CT1", Optional.empty());
    }

    private Hospital hospital(Peer informationSystem, Optional<Peer> storage, int back) throws IOException {
        return new Hospital(
                new Hospital.Systems(
                        Optional.of(informationSystem),
                        storage,
                        storage.map(archive -> at(back, "CT1", archive.calledTitle())),
                        Duration.ofSeconds(20)),
                folder.resolve("archive"),
                SessionClock.SYSTEM,
                ZoneOffset.UTC,
                words::add);
    }

    private TwinConfig twin(Hospital hospital, double pace) throws IOException {
        return new TwinConfig(1, pace, 2, new Bottle())
                .withArchive(Hospital.newStudy(folder.resolve("archive")))
                .withLog(hospital);
    }

    /** Runs a plan to its end. */
    private static void scan(CtTwin twin, ScanPlan plan) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        assertInstanceOf(PortAnswer.Loaded.class, twin.load(plan, Uids.create()));
        twin.arm();
        twin.expose(new AcquisitionListener() {
            @Override
            public void beamOn() {}

            @Override
            public void beamOff() {}

            @Override
            public void slice(int index, byte[] part10, long captureMillis) {}

            @Override
            public void done() {
                over.countDown();
            }

            @Override
            public void failed(String reason) {
                over.countDown();
            }
        });
        while (!over.await(50, TimeUnit.MILLISECONDS)) {
            twin.hold(true);
        }
    }

    private List<Path> below(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("ledger.txt"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aScheduledExaminationIsStoredCommittedAndTold() throws Exception {
        HospitalPeer.need("wlmscpfs");
        HospitalPeer.need("Orthanc");
        int back = HospitalPeer.freePort();
        DataSet item = HospitalPeer.scheduled("GB18030", "A7", NAME, "20261122", "093000");
        try (HospitalPeer worklist = HospitalPeer.worklist(folder, item);
                HospitalPeer orthanc = HospitalPeer.orthanc(folder, back);
                ProcedureStepServer informationSystem = informationSystem();
                Connector connector = new Connector();
                Hospital hospital = hospital(
                        peer(informationSystem.address().getPort(), "RIS"),
                        Optional.of(peer(orthanc.port(), "ORTHANC")),
                        back)) {
            Order order = ModalityWorklist.first(
                    connector, peer(worklist.port(), "WL"), Optional.empty(), LocalDate.of(2026, 11, 22), words::add);
            try (CtTwin twin =
                    new CtTwin(twin(hospital, TwinConfig.AS_FAST_AS_IT_CAN).withOrder(order), SessionClock.SYSTEM)) {
                scan(twin, ScanPlan.localizer(LocalizerView.AP, 20, 0));
                scan(twin, THREE_SLICES);
            }
        }
        List<Path> made = below("archive");
        assertEquals(6, made.size(), made::toString);
        for (Path file : made) {
            assertOrdered(Part10.read(file).dataSet());
            assertValid(file);
        }
        long committed = words.stream()
                .filter(line -> line.endsWith(" instances are committed"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("^\\S+ (\\d+) of \\1 .*$", "$1")))
                .sum();
        assertEquals(6, committed, words::toString);
        assertEquals(List.of("IN PROGRESS", "COMPLETED"), steps);
        DataSet step = Part10.read(below("steps").getFirst()).dataSet();
        assertEquals(NAME, step.string(Tag.PATIENT_NAME).orElseThrow());
        DataSet scheduled = step.item(Tag.of("ScheduledStepAttributesSequence")).orElseThrow();
        assertEquals("S1", scheduled.string(Tag.SCHEDULED_PROCEDURE_STEP_ID).orElseThrow());
        assertEquals("A7", scheduled.string(Tag.ACCESSION_NUMBER).orElseThrow());
        assertEquals(3, step.sequence(SERIES).size());
        assertEquals(2, step.sequence(DOSE).size());
        assertTrue(words.stream().noneMatch(line -> line.contains("Wang") || line.contains("王")), words::toString);
    }

    private static void assertOrdered(DataSet d) {
        assertEquals(NAME, d.string(Tag.PATIENT_NAME).orElseThrow());
        assertEquals("P-A7", d.string(Tag.PATIENT_ID).orElseThrow());
        assertEquals("A7", d.string(Tag.ACCESSION_NUMBER).orElseThrow());
        assertEquals("1.2.3.8", d.string(Tag.STUDY_INSTANCE_UID).orElseThrow());
        assertEquals(1, d.sequence(STEPS).size());
        int request = d.string(Tag.MODALITY).orElseThrow().equals("SR")
                ? Tag.of("ReferencedRequestSequence")
                : Tag.REQUEST_ATTRIBUTES_SEQUENCE;
        assertEquals(
                "R1",
                d.item(request).orElseThrow().string(Tag.REQUESTED_PROCEDURE_ID).orElseThrow());
    }

    private static void assertValid(Path file) throws IOException {
        if (!Files.isExecutable(Path.of("/usr/bin/dciodvfy"))) {
            return;
        }
        Process check = new ProcessBuilder("dciodvfy", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.lines().noneMatch(line -> line.startsWith("Error")), said);
    }

    @Test
    void aScanThatEndsEarlyDiscontinuesItsStepAndTheNextBeginsAnother() throws Exception {
        try (ProcedureStepServer informationSystem = informationSystem();
                Hospital hospital = hospital(peer(informationSystem.address().getPort(), "RIS"), Optional.empty(), 0)) {
            try (CtTwin twin = new CtTwin(twin(hospital, 20), SessionClock.SYSTEM)) {
                twin.strike(Fault.TUBE_ARC);
                scan(twin, THREE_SLICES);
                scan(twin, THREE_SLICES);
            }
        }
        assertEquals(List.of("IN PROGRESS", "DISCONTINUED", "IN PROGRESS", "COMPLETED"), steps);
        List<DataSet> kept = new ArrayList<>();
        for (Path file : below("steps")) {
            kept.add(Part10.read(file).dataSet());
        }
        DataSet broken = kept.stream()
                .filter(step -> step.string(STATUS).orElseThrow().equals("DISCONTINUED"))
                .findFirst()
                .orElseThrow();
        assertTrue(broken.string(Tag.of("CommentsOnThePerformedProcedureStep"))
                .orElseThrow()
                .contains("the tube arced"));
        assertEquals(1, broken.sequence(DOSE).size());
        DataSet first =
                Part10.read(folder.resolve("archive/study-001/dose/001.dcm")).dataSet();
        DataSet second =
                Part10.read(folder.resolve("archive/study-001/dose/002.dcm")).dataSet();
        assertNotEquals(first.sequence(STEPS), second.sequence(STEPS));
    }
}
