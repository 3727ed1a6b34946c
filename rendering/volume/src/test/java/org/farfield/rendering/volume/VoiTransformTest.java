package org.farfield.rendering.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** PS3.3 C.11.2.1.2.1 and C.11.2.1.3, with the standard's own notes as cases. */
class VoiTransformTest {

    /** C.11.2.1.2.1: "a Window Center of 2048 and Window Width of 4096 maps 0 to ymin and 4095 to ymax". */
    @Test
    void theStandardsFullRangeExample() {
        VoiTransform w = new VoiTransform.Window(2048, 4096);
        assertEquals(0, w.apply(0));
        assertEquals(1, w.apply(4095), 1e-12);
        assertEquals(0.5, w.apply(2047.5), 1e-12);
    }

    @Test
    void windowOfWidthOneIsAStep() {
        VoiTransform w = new VoiTransform.Window(100, 1);
        assertEquals(0, w.apply(99.5));
        assertEquals(1, w.apply(99.50001));
    }

    /** C.11.2.1.2.1: centre 0 and width 100 give black up to -50 and white above 49. */
    @Test
    void theStandardsHundredWideExample() {
        VoiTransform w = new VoiTransform.Window(0, 100);
        assertEquals(0, w.apply(-50));
        assertEquals(1, w.apply(49.0001));
        assertEquals((0 + 0.5) / 99 + 0.5, w.apply(0), 1e-12);
    }

    @Test
    void linearExactIsSymmetric() {
        VoiTransform w = new VoiTransform.LinearExact(0, 100);
        assertEquals(0, w.apply(-50));
        assertEquals(0.5, w.apply(0));
        assertEquals(1, w.apply(50));
    }

    @Test
    void sigmoidIsHalfAtTheCentre() {
        VoiTransform w = new VoiTransform.Sigmoid(40, 80);
        assertEquals(0.5, w.apply(40), 1e-12);
        assertEquals(1 / (1 + Math.exp(-4)), w.apply(120), 1e-12);
    }

    @Test
    void aWindowNarrowerThanTheStandardAllowsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new VoiTransform.Window(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new VoiTransform.Window(Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> new VoiTransform.LinearExact(0, 0));
    }
}
