package org.farfield.workstation.reading.live;

import static org.farfield.workstation.reading.live.FakeSession.LIMITS;
import static org.farfield.workstation.reading.live.FakeSession.PLAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;
import org.junit.jupiter.api.Test;

class PlanDraftTest {

    private final PlanDraft draft = new PlanDraft(PLAN);

    @Test
    void aTypedNumberChangesOnlyItsField() {
        draft.type(PlanField.KILOVOLTS, "100");
        assertEquals(PLAN.with(PlanField.KILOVOLTS, 100), draft.plan());
        assertEquals(Set.of(PlanField.KILOVOLTS), draft.changed());
    }

    @Test
    void aCommaIsADecimalPoint() {
        draft.type(PlanField.PITCH, "0,9");
        assertEquals(0.9, draft.plan().pitch());
    }

    @Test
    void aTextThatIsNoNumberStaysVisibleAndKeepsThePlanFromBeingSent() {
        draft.type(PlanField.TUBE_CURRENT_MA, "two hundred");
        assertEquals("two hundred", draft.text(PlanField.TUBE_CURRENT_MA));
        assertEquals(PLAN, draft.plan());
        assertFalse(draft.isSendable(LIMITS));
        draft.type(PlanField.TUBE_CURRENT_MA, "210");
        assertTrue(draft.isSendable(LIMITS));
    }

    @Test
    void aNumberOutsideTheLimitIsNamedWithWhatIsAllowed() {
        draft.type(PlanField.TUBE_CURRENT_MA, "900");
        assertEquals(
                "ma 900 mA: allowed is 10 to 500 in steps of 5 mA",
                draft.violations(LIMITS).getFirst().text());
        assertFalse(draft.isSendable(LIMITS));
    }

    @Test
    void aPlanThatArrivesWhileEditingChangesOnlyUntouchedFields() {
        draft.type(PlanField.KILOVOLTS, "100");
        draft.heard(PLAN.with(PlanField.TUBE_CURRENT_MA, 300).with(PlanField.KILOVOLTS, 140));
        assertEquals(100, draft.plan().kilovolts());
        assertEquals(300, draft.plan().tubeCurrentMa());
        assertEquals(140, draft.base().kilovolts());
    }

    @Test
    void aPlanThatArrivesWithTheEditLeavesNothingChanged() {
        draft.type(PlanField.KILOVOLTS, "100");
        draft.heard(PLAN.with(PlanField.KILOVOLTS, 100));
        assertFalse(draft.isChanged());
    }

    @Test
    void aPlanOfAnotherKindDropsTheEdits() {
        draft.type(PlanField.KILOVOLTS, "100");
        ScanPlan localizer = new ScanPlan(
                PlanKind.LOCALIZER, LocalizerView.AP, 0, 300, 120, 30, 1, 1, 1, 1, 1, 500, 0, 0, "STANDARD", 0, 512);
        draft.heard(localizer);
        assertEquals(localizer, draft.plan());
    }

    @Test
    void nudgingWalksThroughChoicesAndStopsAtTheLast() {
        draft.nudge(PlanField.KILOVOLTS, 1, LIMITS);
        assertEquals(140, draft.plan().kilovolts());
        draft.nudge(PlanField.KILOVOLTS, 1, LIMITS);
        assertEquals(140, draft.plan().kilovolts());
        draft.nudge(PlanField.KILOVOLTS, -3, LIMITS);
        assertEquals(80, draft.plan().kilovolts());
    }

    @Test
    void nudgingARangeMovesByItsStepAndStaysInside() {
        draft.nudge(PlanField.START_MM, -1, LIMITS);
        assertEquals(99.5, draft.plan().startMm());
        draft.nudge(PlanField.START_MM, 5000, LIMITS);
        assertEquals(500, draft.plan().startMm());
    }

    @Test
    void numbersAreReadOnlyAsPeopleWriteThem() {
        assertEquals(Optional.of(-12.5), Numbers.parse(" -12.5 "));
        assertEquals(Optional.of(0.5), Numbers.parse(".5"));
        assertEquals(Optional.empty(), Numbers.parse("1e3"));
        assertEquals(Optional.empty(), Numbers.parse("NaN"));
        assertEquals(Optional.empty(), Numbers.parse("9999999"));
        assertEquals(Optional.empty(), Numbers.parse(""));
    }

    @Test
    void numbersAreWrittenWithoutNeedlessZerosAndNeverAsMinusZero() {
        assertEquals("120", Numbers.plain(120));
        assertEquals("0.625", Numbers.plain(0.625));
        assertEquals("0", Numbers.plain(-0.0001));
        assertEquals("-1.50", Numbers.fixed(-1.5, 2));
    }
}
