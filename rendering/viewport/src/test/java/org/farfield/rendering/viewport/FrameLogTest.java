package org.farfield.rendering.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FrameLogTest {

    private static final long MILLI = 1_000_000;

    private final FrameLog log = new FrameLog();

    private void shown(OptionalLong gestureNanos, long now) {
        log.shown(new FrameShown(ViewportSurfaceTest.anyRequest(), false, "", 0, 0, gestureNanos), now);
    }

    @Test
    void medianAndNinetyFifthPercentileAreOfTheNewestSixty() {
        shown(OptionalLong.of(9_000 * MILLI), 0);
        for (int i = 1; i <= 60; i++) {
            shown(OptionalLong.of(i * MILLI), 0);
        }
        assertEquals(30, log.gestureMillis(0.5));
        assertEquals(57, log.gestureMillis(0.95));
    }

    @Test
    void framesWithoutAHandDoNotCountAsGestures() {
        shown(OptionalLong.empty(), 0);
        assertTrue(Double.isNaN(log.gestureMillis(0.5)));
        assertEquals(1, log.framesASecond(0));
    }

    @Test
    void framesASecondAreThoseOfTheLastSecond() {
        for (int i = 0; i < 50; i++) {
            shown(OptionalLong.empty(), i * 40L * MILLI);
        }
        assertEquals(25, log.framesASecond(49 * 40 * MILLI));
        assertEquals(0, log.framesASecond(60_000 * MILLI));
    }
}
