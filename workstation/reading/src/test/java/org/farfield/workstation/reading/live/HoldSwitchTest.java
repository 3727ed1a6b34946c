package org.farfield.workstation.reading.live;

import static org.farfield.workstation.reading.live.HoldSwitch.Finger.KEY;
import static org.farfield.workstation.reading.live.HoldSwitch.Finger.POINTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldSwitchTest {

    private final List<Boolean> heard = new ArrayList<>();
    private final HoldSwitch hold = new HoldSwitch(heard::add);

    @BeforeEach
    void enable() {
        hold.setEnabled(true);
    }

    @Test
    void pressAndReleaseAreBothReported() {
        hold.down(POINTER);
        hold.up(POINTER);
        assertEquals(List.of(true, false), heard);
    }

    @Test
    void leavingTheButtonReleasesAndComingBackDoesNotPressAgain() {
        hold.down(POINTER);
        hold.lost(POINTER);
        hold.down(POINTER);
        assertFalse(hold.pressed(), "the finger was never lifted");
        hold.up(POINTER);
        hold.down(POINTER);
        assertTrue(hold.pressed());
    }

    @Test
    void aRepeatingKeyDoesNotPressAgainAfterTheKeyboardWasLost() {
        hold.down(KEY);
        hold.down(KEY);
        hold.lostAll();
        hold.down(KEY);
        hold.down(KEY);
        assertEquals(List.of(true, false), heard);
    }

    @Test
    void disablingReleasesAndEnablingNeedsAFreshPress() {
        hold.down(POINTER);
        hold.setEnabled(false);
        hold.setEnabled(true);
        hold.down(POINTER);
        assertEquals(List.of(true, false), heard);
    }

    @Test
    void aDisabledSwitchCannotBePressedAndDoesNotArmTheFingerForLater() {
        hold.setEnabled(false);
        hold.down(KEY);
        hold.setEnabled(true);
        hold.down(KEY);
        assertEquals(List.of(), heard);
    }

    @Test
    void aSecondFingerNeitherPressesNorKeepsHolding() {
        hold.down(POINTER);
        hold.down(KEY);
        hold.up(POINTER);
        assertFalse(hold.pressed());
        hold.down(POINTER);
        assertFalse(hold.pressed(), "the key is still down");
    }
}
