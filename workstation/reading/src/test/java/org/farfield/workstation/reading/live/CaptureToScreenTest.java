package org.farfield.workstation.reading.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CaptureToScreenTest {

    private static final long MS = 1_000_000;

    private final CaptureToScreen times = new CaptureToScreen();

    @Test
    void aSliceIsSeenWithTheFirstFrameAskedForAfterItWasPlaced() {
        times.placed(100 * MS, 150 * MS);
        times.frame(149 * MS, 160 * MS);
        assertEquals(OptionalDouble.empty(), times.newestMillis(), "that frame was asked for too early");
        times.frame(151 * MS, 190 * MS);
        times.frame(200 * MS, 210 * MS);
        assertEquals(OptionalDouble.of(90), times.newestMillis());
    }

    @Test
    void oneFrameCanShowSeveralSlices() {
        times.placed(0, 10 * MS);
        times.placed(5 * MS, 11 * MS);
        times.frame(20 * MS, 40 * MS);
        assertEquals(OptionalDouble.of(35), times.newestMillis());
        assertEquals(OptionalDouble.of(40), times.p95Millis());
    }

    @Test
    void ninetyFiveOfAHundredDoNotExceedTheP95() {
        for (int i = 1; i <= 100; i++) {
            times.placed(1_000 * MS, i * MS);
            times.frame(i * MS, (1_000 + i) * MS);
        }
        assertEquals(OptionalDouble.of(95), times.p95Millis());
    }

    @Test
    void anotherSeriesStartsFromNothing() {
        times.placed(0, 1);
        times.frame(2, 3);
        times.reset();
        assertEquals(OptionalDouble.empty(), times.p95Millis());
    }
}
