package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GsdfTest {

    @Test
    void luminancesAreThoseOfTheStandardsTable() {
        // PS3.14 Table B-1, which the standard prints to 4 decimals.
        assertEquals(0.0500, Gsdf.luminance(1), 5e-5);
        assertEquals(0.0547, Gsdf.luminance(2), 5e-5);
        assertEquals(0.0594, Gsdf.luminance(3), 5e-5);
        assertEquals(3993.4040, Gsdf.luminance(1023), 0.1);
    }

    @Test
    void indexIsTheInverseOfTheLuminance() {
        for (int j = 1; j <= 1023; j++) {
            assertEquals(j, Gsdf.index(Gsdf.luminance(j)), 0.1, "JND index " + j);
        }
    }

    /** PS3.14 D.2: film of densities 0.20 to 3.00 before 2000 cd/m2, with 10 cd/m2 of light in the room. */
    @Test
    void densitiesOfAPrinterAreThoseOfTheStandardsExample() {
        int[] pValues = {0, 1, 2, 10, 50, 100, 128, 150, 200, 240, 250, 254, 255};
        double[] densities = {3.000, 2.936, 2.880, 2.564, 1.857, 1.354, 1.122, 0.951, 0.584, 0.304, 0.234, 0.207, 0.200
        };
        double low = Gsdf.index(10 + 2000 * Math.pow(10, -3.00));
        double high = Gsdf.index(10 + 2000 * Math.pow(10, -0.20));
        assertEquals(233.32, low, 0.05);
        for (int i = 0; i < pValues.length; i++) {
            double luminance = Gsdf.luminance(low + (high - low) * pValues[i] / 255);
            assertEquals(densities[i], -Math.log10((luminance - 10) / 2000), 0.0015, "P-Value " + pValues[i]);
        }
    }

    @Test
    void displayThatFollowsTheFunctionAlreadyIsLeftAsItIs() {
        List<Double> curve = new ArrayList<>();
        double low = Gsdf.index(0.5);
        double high = Gsdf.index(400);
        for (int d = 0; d < 256; d++) {
            curve.add(Gsdf.luminance(low + (high - low) * d / 255));
        }
        int[] levels = CalibratedEngine.levels(new DisplayCurve.Measured(curve));
        for (int p = 0; p < 256; p++) {
            assertEquals(p, levels[p]);
        }
    }

    @Test
    void equalStepsOfGreyAreEqualNumbersOfNoticeableDifferencesOnAPowerLawDisplay() {
        DisplayCurve display = new DisplayCurve.Power(0.8, 350, 2.2);
        int[] levels = CalibratedEngine.levels(display);
        assertEquals(0, levels[0]);
        assertEquals(255, levels[255]);
        double low = Gsdf.index(0.8);
        double high = Gsdf.index(350);
        for (int p = 1; p < 256; p++) {
            assertTrue(levels[p] >= levels[p - 1]);
            double wanted = low + (high - low) * p / 255;
            double halfStep = (Gsdf.index(display.luminance(Math.min(255, levels[p] + 1) / 255.0))
                            - Gsdf.index(display.luminance(Math.max(0, levels[p] - 1) / 255.0)))
                    / 2;
            assertEquals(wanted, Gsdf.index(display.luminance(levels[p] / 255.0)), halfStep, "P-Value " + p);
        }
    }

    @Test
    void displayOutsideTheFunctionsRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DisplayCurve.Power(0.01, 400, 2.2));
        assertThrows(IllegalArgumentException.class, () -> new DisplayCurve.Power(500, 400, 2.2));
        assertThrows(IllegalArgumentException.class, () -> new DisplayCurve.Measured(List.of(1.0, 3.0, 2.0)));
    }
}
