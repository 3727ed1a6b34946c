package org.farfield.remote.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.remote.gateway.PortAnswer;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.ScannerPhase;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static List<String> run(Rig rig, Fault fault) throws InterruptedException {
        rig.twin.strike(fault);
        rig.expose(Rig.slowPlan());
        return rig.toTheEnd();
    }

    private static String last(List<String> heard) {
        return heard.get(heard.size() - 1);
    }

    @Test
    void anArcEndsTheBeamHalfWayAndKeepsWhatWasMeasured() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            List<String> heard = run(rig, Fault.TUBE_ARC);
            assertTrue(last(heard).startsWith("failed: the tube arced"), last(heard));
            long slices = heard.stream().filter(w -> w.startsWith("slice")).count();
            assertTrue(slices >= 2 && slices <= 4, heard::toString);
            assertInstanceOf(PortAnswer.Loaded.class, rig.load(Rig.slowPlan()));
        }
    }

    @Test
    void aTableThatStandsStillKeepsTheBeamOffAndOpensItsInterlock() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            rig.twin.strike(Fault.TABLE_STUCK);
            rig.expose(Rig.slowPlan().with(PlanField.START_MM, 120).with(PlanField.END_MM, 100));
            rig.pass(0.2, true);
            assertEquals(ScannerPhase.STOPPED, rig.twin.state().phase());
            assertEquals(List.of("table"), rig.twin.state().interlocks());
            PortAnswer.Refused refused = assertInstanceOf(PortAnswer.Refused.class, rig.load(Rig.slowPlan()));
            assertTrue(refused.reason().contains("table"), refused.reason());
            rig.pass(5.2, false);
            assertInstanceOf(PortAnswer.Loaded.class, rig.load(Rig.slowPlan()));
            assertEquals(List.of("failed: the table does not follow its motor"), rig.toTheEnd());
        }
    }

    @Test
    void anOpenDoorEndsTheRunBeforeTheBeam() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            List<String> heard = run(rig, Fault.DOOR_OPEN);
            assertEquals(List.of("failed: the door of the room was opened"), heard);
        }
    }

    @Test
    void aStalledReconstructionSaysSoAndGoesOn() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            List<String> said = new CopyOnWriteArrayList<>();
            rig.twin.onChange(() -> said.add(rig.twin.state().detail()));
            assertEquals("done", last(run(rig, Fault.RECON_STALL)));
            assertTrue(said.stream().anyMatch(w -> w.contains("does not answer")), said::toString);
        }
    }

    @Test
    void aCrashSilencesTheScannerUntilItIsBack() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            rig.twin.strike(Fault.CRASH);
            rig.expose(Rig.slowPlan());
            for (int k = 0; k < 400 && rig.twin.state().phase() != ScannerPhase.OFFLINE; k++) {
                rig.pass(0.05, true);
            }
            assertThrows(IllegalStateException.class, () -> rig.load(Rig.slowPlan()));
            rig.twin.stop("anybody");
            rig.toTheEnd();
            rig.pass(6.2, false);
            assertInstanceOf(PortAnswer.Loaded.class, rig.load(Rig.slowPlan()));
        }
    }

    @Test
    void anImageMayComeTwiceOrWithAnotherNameOrTime() throws InterruptedException, IOException {
        try (Rig rig = new Rig(TwinConfig.AS_FAST_AS_IT_CAN)) {
            rig.twin.strike(Fault.DUPLICATED_IMAGE);
            rig.twin.strike(Fault.CLOCK_SKEW);
            List<String> heard = run(rig, Fault.SWAPPED_PATIENT);
            assertEquals(2, heard.stream().filter("slice 1"::equals).count());
            var data = Part10.read(rig.slices.get(0)).dataSet();
            assertTrue(!data.string(Tag.PATIENT_ID)
                    .orElseThrow()
                    .equals(rig.twin.patient().patientId()));
            assertTrue(rig.clock.millis() - rig.captured.get(0) >= 120_000);
        }
    }

    @Test
    void aTableThatCarriesTooMuchTakesNoPlan() {
        try (Rig rig = new Rig(new TwinConfig(1, 1, 1, new Rig.Bottle()).withLoadKg(300))) {
            assertTrue(assertInstanceOf(PortAnswer.Refused.class, rig.load(Rig.slowPlan()))
                    .reason()
                    .contains("table load"));
            assertThrows(IllegalStateException.class, () -> rig.twin.moveTable(50));
        }
    }
}
