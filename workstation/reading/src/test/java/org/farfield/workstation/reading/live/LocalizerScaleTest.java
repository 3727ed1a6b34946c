package org.farfield.workstation.reading.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LocalizerScaleTest {

    private static final double[] FRONTAL = {1, 0, 0, 0, 0, -1};
    private static final double[] LATERAL = {0, 1, 0, 0, 0, -1};

    @Test
    void aFrontalViewHasTheHeadAtTheTopAndTheLeftSideAtTheRight() {
        LocalizerScale scale = LocalizerScale.of(500, 400, new double[] {-250, 0, 200}, FRONTAL, 1, 1);
        assertEquals(200, scale.alongAt(0), 1e-9);
        assertEquals(-199, scale.alongAt(399), 1e-9);
        assertEquals(-250, scale.acrossAt(0), 1e-9);
        assertEquals(249, scale.acrossAt(499), 1e-9);
    }

    @Test
    void rowsAndColumnsGoBackToWhereTheyCameFrom() {
        LocalizerScale scale = LocalizerScale.of(300, 200, new double[] {-150, 7, 90}, FRONTAL, 0.5, 0.8);
        assertEquals(37.25, scale.rowAt(scale.alongAt(37.25)), 1e-9);
        assertEquals(121.5, scale.columnAt(scale.acrossAt(121.5)), 1e-9);
    }

    @Test
    void aLateralViewIsMeasuredAlongTheDepthOfThePatient() {
        LocalizerScale scale = LocalizerScale.of(300, 200, new double[] {4, -150, 90}, LATERAL, 1, 1);
        assertEquals(-150, scale.acrossAt(0), 1e-9);
    }

    @Test
    void theAspectIsThatOfThePatientNotOfThePixels() {
        LocalizerScale scale = LocalizerScale.of(100, 100, new double[] {0, 0, 0}, FRONTAL, 1, 0.5);
        assertEquals(2, scale.aspect(), 1e-9);
    }

    @Test
    void anAxialImageIsNoLocalizer() {
        double[] axial = {1, 0, 0, 0, 1, 0};
        assertThrows(IllegalArgumentException.class, () -> LocalizerScale.of(9, 9, new double[3], axial, 1, 1));
    }
}
