package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void plainNumbersHaveNoNeedlessDecimals() {
        assertEquals("5", Numbers.plain(5));
        assertEquals("2.5", Numbers.plain(2.5));
        assertEquals("0.125", Numbers.plain(0.125));
        assertEquals("\u22121024", Numbers.plain(-1024));
    }

    @Test
    void zeroHasNoSign() {
        assertEquals("0.0", Numbers.fixed(-0.04, 1));
        assertEquals("0", Numbers.plain(-0.0));
        assertEquals("0", Numbers.plain(-0.0001));
        assertEquals("\u22120.1", Numbers.fixed(-0.06, 1));
    }
}
