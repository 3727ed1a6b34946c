package org.farfield.rendering.viewport;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdaptiveResolutionTest {

    private static final long MILLI = 1_000_000;

    private final AdaptiveResolution resolution = new AdaptiveResolution();

    @Test
    void fastEngineIsNeverCoarse() {
        resolution.drawn(false, 40 * MILLI);
        resolution.gesture(0);
        assertFalse(resolution.coarse(0));
    }

    @Test
    void slowEngineIsCoarseWhileTheHandMovesAndNotBeforeOrAfter() {
        resolution.drawn(false, 60 * MILLI);
        assertFalse(resolution.coarse(0), "no hand");
        resolution.gesture(10 * MILLI);
        assertTrue(resolution.coarse(10 * MILLI));
        assertTrue(resolution.coarse(84 * MILLI));
        assertFalse(resolution.coarse(85 * MILLI), "75 ms after the last movement the hand rests");
    }

    @Test
    void oneSlowPictureAmongFastOnesIsForgiven() {
        resolution.drawn(false, 20 * MILLI);
        resolution.drawn(false, 70 * MILLI);
        resolution.drawn(false, 20 * MILLI);
        resolution.gesture(0);
        assertFalse(resolution.coarse(0), "36.7 ms on average");
    }

    @Test
    void aQuarterOfThePixelsTellsWhenWholePicturesWouldBeFastEnoughAgain() {
        resolution.drawn(false, 100 * MILLI);
        resolution.gesture(0);
        for (int i = 0; i < 3; i++) {
            assertTrue(resolution.coarse(0));
            resolution.drawn(true, 9 * MILLI);
        }
        assertFalse(resolution.coarse(0), "4 x 9 ms");
    }
}
