package org.farfield.remote.twin.recon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.remote.twin.phantom.Loft;
import org.farfield.remote.twin.phantom.Part;
import org.farfield.remote.twin.phantom.Phantom;
import org.farfield.remote.twin.xray.Beam;
import org.farfield.remote.twin.xray.Tissue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SliceMakerTest {
    private static final Crew CREW = new Crew(2);
    private static final ImageField FIELD = new ImageField(512, 350, 0, 0);
    private static final Phantom WATER = new Phantom(
            "water",
            List.of(
                    new Part(Loft.cylinder(0, 0, 110, -100, 100), Tissue.WATER),
                    new Part(Loft.cylinder(61.3, -40.7, 2.5, -100, 100), Tissue.CORTICAL_BONE)),
            List.of());

    @AfterAll
    static void close() {
        CREW.close();
    }

    private static float[] slice(int kilovolts, double mas, double thickness, Kernel kernel) {
        Exposure exposure = new Exposure(Beam.of(kilovolts), mas, thickness, 20);
        return new SliceMaker(WATER, exposure, new Recipe(kernel, 0), FIELD, 11, CREW).make(0);
    }

    /** Mean and standard deviation of a disc. */
    private static double[] region(float[] image, double x, double y, double radius) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int row = 0; row < FIELD.matrix(); row++) {
            for (int column = 0; column < FIELD.matrix(); column++) {
                if (Math.hypot(FIELD.x(column) - x, FIELD.y(row) - y) < radius) {
                    double v = image[row * FIELD.matrix() + column];
                    sum += v;
                    squares += v * v;
                    n++;
                }
            }
        }
        return new double[] {sum / n, Math.sqrt(squares / n - sum / n * (sum / n))};
    }

    @Test
    void waterMeasuresZeroInTheMiddleAndNearTheEdgeAtLowAndHighVoltage() {
        for (int kilovolts : new int[] {80, 140}) {
            float[] image = slice(kilovolts, 300, 5, Kernel.STANDARD);
            assertEquals(0, region(image, 0, 0, 30)[0], 2);
            assertEquals(0, region(image, 0, 92, 12)[0], 2);
            assertEquals(0, region(image, -92, 0, 12)[0], 2);
            assertEquals(-1000, region(image, -140, -100, 20)[0], 2);
        }
    }

    @Test
    void noiseHalvesWithFourTimesTheTubeCurrentOrFourTimesTheThickness() {
        double base = region(slice(120, 50, 1.25, Kernel.STANDARD), 0, 0, 35)[1];
        double moreCurrent = region(slice(120, 200, 1.25, Kernel.STANDARD), 0, 0, 35)[1];
        double thicker = region(slice(120, 50, 5, Kernel.STANDARD), 0, 0, 35)[1];
        assertEquals(0.5, moreCurrent / base, 0.025);
        assertEquals(0.5, thicker / base, 0.025);
    }

    @Test
    void sharperKernelsAreNoisierAndHigherVoltageIsQuieter() {
        double smooth = region(slice(120, 100, 2.5, Kernel.SMOOTH), 0, 0, 35)[1];
        double standard = region(slice(120, 100, 2.5, Kernel.STANDARD), 0, 0, 35)[1];
        double lung = region(slice(120, 100, 2.5, Kernel.LUNG), 0, 0, 35)[1];
        double sharp = region(slice(120, 100, 2.5, Kernel.SHARP), 0, 0, 35)[1];
        double hard = region(slice(140, 100, 2.5, Kernel.STANDARD), 0, 0, 35)[1];
        assertTrue(
                smooth < standard && standard < lung && lung < sharp,
                smooth + " " + standard + " " + lung + " " + sharp);
        assertTrue(hard < standard, hard + " at 140 kV, " + standard + " at 120 kV");
    }

    @Test
    void aRodIsImagedWhereItStandsLeftAndInFront() {
        float[] image = slice(120, 400, 2.5, Kernel.STANDARD);
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int row = 0; row < FIELD.matrix(); row++) {
            for (int column = 0; column < FIELD.matrix(); column++) {
                double v = image[row * FIELD.matrix() + column];
                if (v > 200 && Math.hypot(FIELD.x(column), FIELD.y(row)) < 100) {
                    mass += v;
                    x += v * FIELD.x(column);
                    y += v * FIELD.y(row);
                }
            }
        }
        assertEquals(61.3, x / mass, 0.1);
        assertEquals(-40.7, y / mass, 0.1);
    }

    @Test
    void theSameSeedGivesTheSameVoxelsOnAnyNumberOfThreads() {
        Exposure exposure = new Exposure(Beam.of(120), 100, 2.5, 20);
        float[] two = new SliceMaker(WATER, exposure, new Recipe(Kernel.LUNG, 0), FIELD, 4, CREW)
                .make(2.5)
                .clone();
        try (Crew many = new Crew(5)) {
            SliceMaker maker = new SliceMaker(WATER, exposure, new Recipe(Kernel.LUNG, 0), FIELD, 4, many);
            maker.make(0);
            assertArrayEquals(two, maker.make(2.5));
        }
    }

    @Test
    void nothingIsMeasuredOutsideTheScanField() {
        Exposure exposure = new Exposure(Beam.of(120), 100, 2.5, 20);
        ImageField aside = new ImageField(512, 300, 150, 0);
        float[] image = new SliceMaker(WATER, exposure, new Recipe(Kernel.STANDARD, 0), aside, 1, CREW).make(0);
        for (int column = 0; column < 512; column++) {
            assertEquals(
                    Math.abs(aside.x(column)) > 249, Float.isNaN(image[256 * 512 + column]), "x " + aside.x(column));
        }
    }
}
