package org.farfield.launcher.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Tag;
import org.farfield.dicom.network.association.Connector;
import org.farfield.dicom.network.association.Peer;
import org.farfield.remote.twin.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModalityWorklistTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    private final Connector connector = new Connector();
    private final List<String> words = new ArrayList<>();

    @AfterEach
    void close() {
        connector.close();
    }

    private Order first(int port, Optional<String> accession, LocalDate day) throws Exception {
        Peer peer = new Peer("127.0.0.1", port, "WL", "CT1", Optional.empty());
        return ModalityWorklist.first(connector, peer, accession, day, words::add);
    }

    @Test
    void theFirstOfTodayForThisStationIsTaken() throws Exception {
        HospitalPeer.need("wlmscpfs");
        DataSet late = HospitalPeer.scheduled("ISO_IR 192", "A1", "Li^Lei=李^雷", "20261122", "150000");
        DataSet early = HospitalPeer.scheduled("GB18030", "A2", "Wang^XiaoDong=王^小东", "20261122", "093000");
        DataSet tomorrow = HospitalPeer.scheduled("ISO_IR 192", "A3", "Han^Meimei", "20261123", "080000");
        DataSet elsewhere = HospitalPeer.scheduled("ISO_IR 192", "A4", "Other^One", "20261122", "070000");
        elsewhere
                .item(Tag.SCHEDULED_PROCEDURE_STEP_SEQUENCE)
                .orElseThrow()
                .set(Tag.of("ScheduledStationAETitle"), "CT2");
        try (HospitalPeer peer = HospitalPeer.worklist(folder, late, early, tomorrow, elsewhere)) {
            Order order = first(peer.port(), Optional.empty(), TODAY);
            assertEquals("Wang^XiaoDong=王^小东", order.patient().patientName());
            assertEquals("P-A2", order.patient().patientId());
            assertEquals("19700101", order.patient().birthDate());
            assertEquals("1.2.3.8", order.patient().studyUid());
            assertEquals(
                    List.of("R1", "CT CHEST", "S1", "CHEST PLAIN"),
                    List.of(order.procedureId(), order.procedure(), order.stepId(), order.step()));
            assertEquals(
                    List.of("WL@127.0.0.1:" + peer.port() + ": 2 steps are scheduled, the first for 20261122 093000"),
                    words);
            assertEquals(
                    "A3", first(peer.port(), Optional.of("A3"), TODAY).patient().accession());
            IOException none =
                    assertThrows(IOException.class, () -> first(peer.port(), Optional.empty(), TODAY.plusDays(5)));
            assertTrue(String.valueOf(none.getMessage())
                    .contains("no CT step is scheduled today (2026-11-27) for station CT1"));
        }
    }

    @Test
    void aStepOfAStudyWithoutAProperUidIsRefused() throws Exception {
        HospitalPeer.need("wlmscpfs");
        DataSet item = HospitalPeer.scheduled("ISO_IR 192", "A1", "Li^Lei", "20261122", "150000")
                .set(Tag.STUDY_INSTANCE_UID, "1.02.3");
        try (HospitalPeer peer = HospitalPeer.worklist(folder, item)) {
            IOException refused = assertThrows(IOException.class, () -> first(peer.port(), Optional.of("A1"), TODAY));
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("Study Instance UID is none"), refused.getMessage());
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        IOException gone = assertThrows(IOException.class, () -> first(1, Optional.empty(), TODAY));
        assertEquals("WL@127.0.0.1:1: nothing answers there (connection refused)", gone.getMessage());
    }
}
