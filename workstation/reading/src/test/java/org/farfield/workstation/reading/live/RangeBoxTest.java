package org.farfield.workstation.reading.live;

import static org.farfield.workstation.reading.live.FakeSession.LIMITS;
import static org.farfield.workstation.reading.live.FakeSession.PLAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.ScanPlan;
import org.junit.jupiter.api.Test;

class RangeBoxTest {

    private final PlanDraft draft = new PlanDraft(PLAN); // start 100, end -100, field of view 360 about 0
    private final RangeBox box = RangeBox.of(PLAN, LocalizerView.AP);

    @Test
    void thePartsAreFoundWhereTheyAreDrawn() {
        assertEquals(Optional.of(RangeHandle.START), box.at(0, 98, 3));
        assertEquals(Optional.of(RangeHandle.END), box.at(0, -102, 3));
        assertEquals(Optional.of(RangeHandle.LOW_EDGE), box.at(-178, 0, 3));
        assertEquals(Optional.of(RangeHandle.HIGH_EDGE), box.at(181, 0, 3));
        assertEquals(Optional.of(RangeHandle.BOX), box.at(10, 20, 3));
        assertEquals(Optional.empty(), box.at(0, 110, 3));
        assertEquals(Optional.empty(), box.at(230, 0, 3));
    }

    @Test
    void draggingALineMovesOnlyThatEndToTheNextAllowedPlace() {
        box.drag(RangeHandle.START, 40, 12.3, draft, LIMITS);
        assertEquals(112.5, draft.plan().startMm());
        assertEquals(-100, draft.plan().endMm());
        assertEquals(0, draft.plan().centerXMm());
    }

    @Test
    void draggingTheBoxMovesBothEndsAndTheCentreAndKeepsTheLength() {
        box.drag(RangeHandle.BOX, 17, 20, draft, LIMITS);
        assertEquals(120, draft.plan().startMm());
        assertEquals(-80, draft.plan().endMm());
        assertEquals(17, draft.plan().centerXMm());
    }

    @Test
    void draggingTheBoxAgainstALimitStillKeepsTheLength() {
        box.drag(RangeHandle.BOX, 0, -450, draft, LIMITS);
        assertEquals(-500, draft.plan().endMm());
        assertEquals(200, draft.plan().lengthMm(), 1e-9);
    }

    @Test
    void draggingAnEdgeWidensTheFieldOfViewOnBothSides() {
        box.drag(RangeHandle.LOW_EDGE, -20, 0, draft, LIMITS);
        assertEquals(400, draft.plan().fieldOfViewMm());
        box.drag(RangeHandle.HIGH_EDGE, -30, 0, draft, LIMITS);
        assertEquals(300, draft.plan().fieldOfViewMm());
    }

    @Test
    void onALateralViewTheBoxMovesTheCentreInDepth() {
        ScanPlan moved = draggedLateral();
        assertEquals(25, moved.centerYMm());
        assertEquals(0, moved.centerXMm());
    }

    private ScanPlan draggedLateral() {
        RangeBox.of(PLAN, LocalizerView.LATERAL).drag(RangeHandle.BOX, 25, 0, draft, LIMITS);
        return draft.plan();
    }
}
