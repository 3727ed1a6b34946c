package org.farfield.remote.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.farfield.remote.gateway.PortAnswer;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.ScannerPhase;
import org.junit.jupiter.api.Test;

class CtTwinTest {
    @Test
    void aHeldPlanRunsThroughAllPhasesAndGivesEverySlice() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            List<ScannerPhase> phases = new ArrayList<>();
            rig.expose(Rig.slowPlan());
            for (int k = 0; k < 20 * 14 && rig.twin.state().phase() != ScannerPhase.RECONSTRUCTING; k++) {
                rig.pass(0.05, true);
                if (phases.isEmpty()
                        || phases.get(phases.size() - 1) != rig.twin.state().phase()) {
                    phases.add(rig.twin.state().phase());
                }
            }
            List<String> heard = rig.toTheEnd();
            assertEquals(List.of(ScannerPhase.PREPARING, ScannerPhase.EXPOSING, ScannerPhase.RECONSTRUCTING), phases);
            List<String> slices =
                    heard.stream().filter(w -> w.startsWith("slice")).toList();
            assertEquals(IntStream.range(0, 9).mapToObj(i -> "slice " + i).toList(), slices);
            assertEquals("on", heard.get(0));
            assertEquals("done", heard.get(heard.size() - 1));
            assertTrue(heard.contains("off"));
            assertEquals(ScannerPhase.READY, rig.twin.state().phase());
            assertEquals(0, rig.twin.state().tableMm());
        }
    }

    @Test
    void theTableMovesAtItsSpeedAndTheBreathIsAwaitedBeforeTheBeam() {
        try (Rig rig = new Rig(1)) {
            rig.expose(Rig.slowPlan().with(PlanField.START_MM, 120).with(PlanField.END_MM, 100));
            rig.pass(0.5, true);
            assertEquals(60, rig.twin.state().tableMm(), 7);
            rig.pass(0.6, true);
            assertEquals(120, rig.twin.state().tableMm());
            assertTrue(rig.twin.state().detail().startsWith("hold your breath"));
            rig.pass(1.8, true);
            assertEquals(ScannerPhase.PREPARING, rig.twin.state().phase());
            rig.pass(0.2, true);
            assertEquals(ScannerPhase.EXPOSING, rig.twin.state().phase());
        }
    }

    @Test
    void theHoldLetGoBeforeTheBeamEndsTheRunWithoutBeam() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            rig.expose(Rig.slowPlan());
            rig.pass(1, true);
            rig.twin.hold(false);
            rig.twin.tick();
            assertEquals(ScannerPhase.READY, rig.twin.state().phase());
            assertEquals(List.of("failed: the hold was let go before the beam"), rig.toTheEnd());
        }
    }

    @Test
    void aHoldThatIsNoLongerReportedCountsAsLetGo() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            rig.expose(Rig.slowPlan());
            rig.pass(0.25, false);
            assertEquals(ScannerPhase.PREPARING, rig.twin.state().phase());
            rig.pass(0.1, false);
            assertEquals(ScannerPhase.READY, rig.twin.state().phase());
            assertEquals(1, rig.toTheEnd().size());
        }
    }

    @Test
    void fromBeamOnTheRunNeedsNoHold() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            rig.expose(Rig.slowPlan());
            rig.pass(3, true);
            assertEquals(ScannerPhase.EXPOSING, rig.twin.state().phase());
            rig.twin.hold(false);
            rig.pass(9, false);
            assertEquals("done", rig.toTheEnd().get(rig.toTheEnd().size() - 1));
        }
    }

    @Test
    void stopEndsTheBeamAtOnceAndWhatWasMeasuredIsStillReconstructed() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            rig.expose(Rig.slowPlan());
            while (rig.twin.state().phase() != ScannerPhase.EXPOSING) {
                rig.pass(0.05, true);
            }
            rig.pass(4, true);
            double table = rig.twin.state().tableMm();
            rig.twin.stop("somebody");
            rig.twin.stop("somebody");
            assertEquals(ScannerPhase.STOPPED, rig.twin.state().phase());
            assertInstanceOf(PortAnswer.Refused.class, rig.load(Rig.slowPlan()));
            List<String> heard = rig.toTheEnd();
            assertEquals(table, rig.twin.state().tableMm(), 0.2);
            assertEquals(3, heard.stream().filter(w -> w.startsWith("slice")).count(), heard::toString);
            assertEquals("failed: stopped: somebody", heard.get(heard.size() - 1));
            assertInstanceOf(PortAnswer.Loaded.class, rig.load(Rig.slowPlan()));
            assertEquals(ScannerPhase.READY, rig.twin.state().phase());
        }
    }

    @Test
    void stopBeforeTheBeamGivesFailureAlone() throws InterruptedException {
        try (Rig rig = new Rig(1)) {
            rig.expose(Rig.slowPlan());
            rig.pass(0.5, true);
            rig.twin.stop("the door");
            assertEquals(List.of("failed: stopped: the door"), rig.toTheEnd());
            assertEquals(ScannerPhase.STOPPED, rig.twin.state().phase());
        }
    }

    @Test
    void theTableMovesOnlyWhileHeld() {
        try (Rig rig = new Rig(1)) {
            rig.twin.moveTable(-120);
            rig.pass(0.5, true);
            assertEquals(ScannerPhase.MOVING, rig.twin.state().phase());
            assertEquals(-60, rig.twin.state().tableMm(), 7);
            rig.twin.hold(false);
            rig.twin.tick();
            assertEquals(ScannerPhase.READY, rig.twin.state().phase());
            double here = rig.twin.state().tableMm();
            rig.pass(1, true);
            assertEquals(here, rig.twin.state().tableMm());
            rig.twin.moveTable(-120);
            rig.pass(1, true);
            assertEquals(-120, rig.twin.state().tableMm());
        }
    }

    @Test
    void plansBeyondLimitsGeneratorOrHeatAreRefusedWithTheReason() {
        try (Rig rig = new Rig(1)) {
            assertRefused(rig, Rig.slowPlan().with(PlanField.KILOVOLTS, 90), "kvp");
            assertRefused(rig, Rig.slowPlan().withKernel("FANCY"), "kernel");
            assertRefused(rig, Rig.slowPlan().with(PlanField.END_MM, -400), "end");
            ScanPlan strong = Rig.slowPlan().with(PlanField.TUBE_CURRENT_MA, 600);
            assertRefused(rig, strong.with(PlanField.KILOVOLTS, 140), "80 kW");
            assertRefused(rig, strong.with(PlanField.START_MM, 100).with(PlanField.END_MM, -45), "too hot");
        }
    }

    private static void assertRefused(Rig rig, ScanPlan plan, String word) {
        String reason =
                assertInstanceOf(PortAnswer.Refused.class, rig.load(plan)).reason();
        assertTrue(reason.contains(word), reason);
    }

    @Test
    void nothingIsExposedThatIsNotLoadedAndArmed() {
        try (Rig rig = new Rig(1)) {
            assertThrows(IllegalStateException.class, () -> rig.twin.arm());
            assertThrows(IllegalStateException.class, () -> rig.twin.expose(rig));
            rig.load(Rig.slowPlan());
            assertThrows(IllegalStateException.class, () -> rig.twin.expose(rig));
            rig.twin.arm();
            rig.twin.disarm();
            assertEquals(ScannerPhase.READY, rig.twin.state().phase());
            assertThrows(IllegalStateException.class, () -> rig.twin.expose(rig));
        }
    }

    @Test
    void itsOwnProtocolsAreWithinItsLimits() {
        try (Rig rig = new Rig(1)) {
            for (ScanPlan plan : rig.twin.describe().protocols()) {
                assertInstanceOf(PortAnswer.Loaded.class, rig.load(plan), plan::canonicalText);
            }
            assertTrue(rig.twin.describe().protocol(PlanKind.LOCALIZER).isPresent());
            assertTrue(rig.twin.describe().protocol(PlanKind.HELICAL).isPresent());
        }
    }
}
