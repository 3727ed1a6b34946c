package org.farfield.remote.twin.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.farfield.remote.twin.phantom.Point;
import org.farfield.remote.twin.phantom.QualityPhantom;
import org.farfield.remote.twin.recon.Crew;
import org.farfield.remote.twin.recon.ImageField;
import org.farfield.remote.twin.recon.Kernel;
import org.farfield.remote.twin.recon.ParallelBeam;
import org.farfield.remote.twin.recon.RampFilter;
import org.farfield.remote.twin.recon.Recipe;
import org.farfield.remote.twin.xray.Beam;
import org.farfield.remote.twin.xray.Tissue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final Crew CREW = new Crew(2);
    private static final QualityScan SCAN = new QualityScan(CREW);
    private static final Recipe STANDARD = new Recipe(Kernel.STANDARD, 0);
    private static final ImageField WHOLE = new ImageField(512, 230, 0, 0);

    @AfterAll
    static void close() {
        CREW.close();
    }

    private static Picture noise(double mas, Recipe recipe, ImageField field) {
        Picture one = SCAN.slice(120, mas, 2.5, recipe, field, QualityPhantom.WATER_Z, 1);
        return one.minus(SCAN.slice(120, mas, 2.5, recipe, field, QualityPhantom.WATER_Z, 2));
    }

    @Test
    void waterIsZeroEverywhereAtEveryVoltage() {
        for (int kilovolts : Beam.voltages()) {
            Picture picture = SCAN.slice(kilovolts, 1000, 5, STANDARD, WHOLE, QualityPhantom.WATER_Z, 3);
            assertEquals(0, picture.disc(0, 0, 20).mean(), 2, kilovolts + " kV, middle");
            for (int side = 0; side < 4; side++) {
                double angle = Math.PI / 2 * side;
                assertEquals(
                        0,
                        picture.disc(85 * Math.cos(angle), 85 * Math.sin(angle), 9)
                                .mean(),
                        2);
            }
        }
    }

    /** The maker's ranges: The Phantom Laboratory, manual of the Catphan 503, sensitometry at 120 kV. */
    @Test
    void rodsOfPlasticMeasureWhatTheirMakerSays() {
        Picture picture = SCAN.slice(120, QualityScan.QUIET_MAS, 5, STANDARD, WHOLE, QualityPhantom.RODS_Z, 1);
        double[][] ranges = {{-1046, -986}, {941, 1060}, {92, 137}, {-65, -29}, {-121, -87}, {-220, -172}};
        for (int k = 0; k < ranges.length; k++) {
            QualityPhantom.Rod rod = QualityPhantom.RODS.get(k);
            double mean = picture.disc(rod.x(), rod.y(), 6).mean();
            assertTrue(mean >= ranges[k][0] && mean <= ranges[k][1], rod.material() + " " + mean);
        }
    }

    @Test
    void noiseFallsWithTheSquareRootOfTheTubeCurrent() {
        double base = noise(100, STANDARD, WHOLE).disc(0, 0, 40).deviation();
        for (double mas : new double[] {25, 50, 200, 400}) {
            double deviation = noise(mas, STANDARD, WHOLE).disc(0, 0, 40).deviation();
            assertEquals(1, deviation * Math.sqrt(mas / 100) / base, 0.05, mas + " mAs");
        }
    }

    @Test
    void everyKernelTransfersWhatItsDefinitionSays() {
        Point center = QualityPhantom.EDGE_CENTER;
        ImageField field = new ImageField(512, 110, center.x(), center.y());
        for (Kernel kernel : Kernel.values()) {
            Picture picture =
                    SCAN.slice(120, QualityScan.QUIET_MAS, 2.5, new Recipe(kernel, 0), field, QualityPhantom.EDGE_Z, 1);
            Resolution resolution = Resolution.ofEdge(picture, center, QualityPhantom.EDGE_RADIUS_MM);
            for (double f = 0.05; f < 0.65; f += 0.05) {
                assertEquals(kernel.transfer(f), resolution.transfer(f), 0.035, kernel + " at " + f);
            }
        }
    }

    @Test
    void theNoiseHasTheSpectrumOfTheFilter() {
        ImageField field = new ImageField(512, 200, 0, 0);
        double cell = ParallelBeam.STANDARD.cellMm();
        for (Kernel kernel : Kernel.values()) {
            NoisePower measured = NoisePower.of(noise(100, new Recipe(kernel, 0), field), 35);
            double[] expected = new double[13];
            double sum = 0;
            double sumExpected = 0;
            for (int k = 2; k < expected.length; k++) {
                double f = (k + 0.5) * NoisePower.BIN_PER_MM;
                double transfer = kernel.transfer(f) / RampFilter.detectorBlur(f, cell);
                expected[k] = f * transfer * transfer;
                sum += measured.power(k);
                sumExpected += expected[k];
            }
            for (int k = 2; k < expected.length; k++) {
                assertEquals(expected[k] / sumExpected, measured.power(k) / sum, 0.025, kernel + " " + k);
            }
        }
    }

    @Test
    void aSliceIsAsThickAsItSays() {
        ImageField field = new ImageField(512, 120, 0, 0);
        for (double thickness : new double[] {1.25, 2.5, 5}) {
            Picture picture =
                    SCAN.slice(120, QualityScan.QUIET_MAS, thickness, STANDARD, field, QualityPhantom.RAMP_Z, 1);
            assertEquals(thickness, SliceProfile.widthMm(picture), 0.5);
        }
    }

    @Test
    void placesAreTrueWithinATenthOfAMillimetre() {
        Picture picture = SCAN.slice(120, 300, 2.5, STANDARD, WHOLE, QualityPhantom.EDGE_Z, 1);
        for (Point hole : QualityPhantom.HOLES) {
            double[] seen = picture.center(hole.x(), hole.y(), 6, 0, -1000);
            assertEquals(hole.x(), seen[0], 0.1);
            assertEquals(hole.y(), seen[1], 0.1);
        }
    }

    @Test
    void smoothingTakesNoiseAndLeavesTheEdge() {
        double plain = noise(100, STANDARD, WHOLE).disc(0, 0, 40).deviation();
        Point center = QualityPhantom.EDGE_CENTER;
        double before = plain;
        for (int strength = 1; strength <= Recipe.STRONGEST; strength++) {
            Recipe recipe = new Recipe(Kernel.STANDARD, strength);
            double deviation = noise(100, recipe, WHOLE).disc(0, 0, 40).deviation();
            assertTrue(deviation < 0.85 * before, strength + ": " + deviation + " after " + before);
            before = deviation;
            Picture picture = SCAN.slice(120, 100, 2.5, recipe, WHOLE, QualityPhantom.EDGE_Z, 1);
            double half = Resolution.ofEdge(picture, center, QualityPhantom.EDGE_RADIUS_MM)
                    .at(0.5);
            assertTrue(half > 0.34, strength + ": half at " + half);
            assertEquals(picture.disc(center.x(), center.y(), 20).mean(), 112, 5);
        }
    }

    @Test
    void lowVoltageShowsMoreIodine() {
        assertTrue(Beam.of(80).hounsfield(Tissue.BLOOD.withIodine(5))
                > Beam.of(120).hounsfield(Tissue.BLOOD.withIodine(5)) + 50);
    }
}
