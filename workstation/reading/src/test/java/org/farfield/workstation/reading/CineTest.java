package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CineTest {
    private static final long MILLI = 1_000_000;

    private final Cine cine = new Cine();

    @Test
    void fifteenASecondIsAPictureEvery66MillisecondsAndRoundTheEnd() {
        cine.start(8, 10, 0);
        assertEquals(OptionalInt.empty(), cine.due(66 * MILLI));
        assertEquals(OptionalInt.of(9), cine.due(67 * MILLI));
        assertEquals(OptionalInt.empty(), cine.due(130 * MILLI));
        assertEquals(OptionalInt.of(0), cine.due(134 * MILLI));
        assertEquals(0, cine.dropped().get());
    }

    @Test
    void slowScreenSkipsAndCountsAndDoesNotLag() {
        cine.start(0, 100, 0);
        assertEquals(OptionalInt.of(15), cine.due(1000 * MILLI));
        assertEquals(14, cine.dropped().get());
        assertEquals(OptionalInt.of(17), cine.due(1134 * MILLI));
        assertEquals(15, cine.dropped().get());
    }

    @Test
    void rateChangesFromThePictureThatIsShown() {
        cine.start(0, 100, 0);
        assertEquals(OptionalInt.of(3), cine.due(200 * MILLI));
        cine.change(2, 200 * MILLI);
        assertEquals(30, cine.rate().get());
        assertEquals(OptionalInt.of(6), cine.due(300 * MILLI));
        cine.change(100, 300 * MILLI);
        assertEquals(60, cine.rate().get());
    }

    @Test
    void stoppedNothingIsDueAndASinglePictureDoesNotPlay() {
        cine.start(0, 10, 0);
        cine.stop();
        assertEquals(OptionalInt.empty(), cine.due(5000 * MILLI));
        cine.start(0, 1, 0);
        assertFalse(cine.playing().get());
        cine.start(0, 2, 0);
        assertTrue(cine.playing().get());
    }
}
