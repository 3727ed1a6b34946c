package org.farfield.remote.twin.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BeamTest {
    @Test
    void waterIsZeroAtEveryVoltageAndAirMinusThousand() {
        for (int kilovolts : Beam.voltages()) {
            assertEquals(0, Beam.of(kilovolts).hounsfield(Tissue.WATER), 1e-9);
            assertEquals(-999, Beam.of(kilovolts).hounsfield(Tissue.AIR), 1);
        }
    }

    @Test
    void attenuationIsThatOfTheTableAndJumpsAtAnEdge() {
        assertEquals(0.2059, Substance.WATER.massAttenuation(60), 1e-12);
        assertEquals(0.3148 * 1.75, Tissue.CORTICAL_BONE.attenuationPerCm(60), 1e-9);
        assertEquals(6.553, Substance.IODINE.massAttenuation(33.1693), 0.001);
        assertEquals(35.82, Substance.IODINE.massAttenuation(33.1694), 0.001);
    }

    /** 21 CFR 1020.30(m)(1), table 1: the least half-value layer of X-ray systems made since 2006. */
    @Test
    void theHalfValueLayerIsMoreThanTheLawAsks() {
        int[] kilovolts = {70, 80, 100, 120, 140};
        double[] least = {2.5, 2.9, 3.6, 4.3, 5.0};
        for (int k = 0; k < least.length; k++) {
            double layer = Beam.of(kilovolts[k]).halfValueLayerMm();
            assertTrue(layer > least[k] && layer < 2 * least[k], kilovolts[k] + " kV: " + layer + " mm");
        }
    }

    @Test
    void everythingIsWaterAndBoneToTheBeam() {
        Beam beam = Beam.of(120);
        assertEquals(0, beam.boneGramsPerMm(Tissue.WATER), 1e-12);
        assertEquals(0.175, beam.boneGramsPerMm(Tissue.CORTICAL_BONE), 1e-9);
        assertTrue(beam.boneGramsPerMm(Tissue.FAT) < 0);
        assertTrue(beam.boneGramsPerMm(Tissue.STEEL) > 2);
    }

    @Test
    void thickLayersAttenuateLessThanThinOnesOfTheSameSum() {
        Hardening hardening = new Hardening(Beam.of(120));
        assertEquals(0, hardening.read(0, 0), 0.001);
        double thin = hardening.read(1, 0);
        double thick = hardening.read(30, 0);
        assertTrue(thick < 30 * thin * 0.95, thin + " " + thick);
        assertTrue(hardening.read(20, 5) < hardening.read(20, 0) + 5 * hardening.read(0, 1), "bone");
    }

    /** The maker's ranges at 120 kV: The Phantom Laboratory, manual of the Catphan 503, sensitometry. */
    @Test
    void plasticsMeasureWhatTheMakerOfTestPhantomsSays() {
        Beam beam = Beam.of(120);
        assertBetween(-220, -172, beam.hounsfield(Tissue.PMP));
        assertBetween(-121, -87, beam.hounsfield(Tissue.LDPE));
        assertBetween(-65, -29, beam.hounsfield(Tissue.POLYSTYRENE));
        assertBetween(92, 137, beam.hounsfield(Tissue.ACRYLIC));
        assertBetween(941, 1060, beam.hounsfield(Tissue.TEFLON));
    }

    private static void assertBetween(double low, double high, double value) {
        assertTrue(value >= low && value <= high, value + " is not in " + low + " to " + high);
    }

    @Test
    void boneFadesAndFatRisesWithTheVoltage() {
        assertTrue(Beam.of(80).hounsfield(Tissue.CORTICAL_BONE) > Beam.of(120).hounsfield(Tissue.CORTICAL_BONE));
        assertTrue(Beam.of(120).hounsfield(Tissue.CORTICAL_BONE) > Beam.of(140).hounsfield(Tissue.CORTICAL_BONE));
        assertTrue(Beam.of(80).hounsfield(Tissue.FAT) < Beam.of(140).hounsfield(Tissue.FAT));
    }

    @Test
    void tissuesMeasureWhatRadiologistsExpectAtOneHundredAndTwenty() {
        Beam beam = Beam.of(120);
        assertEquals(-90, beam.hounsfield(Tissue.FAT), 20);
        assertEquals(42, beam.hounsfield(Tissue.BLOOD), 6);
        assertEquals(58, beam.hounsfield(Tissue.LIVER), 8);
        assertEquals(-855, beam.hounsfield(Tissue.LUNG), 20);
    }

    @Test
    void countsFollowTubeCurrentAndThicknessAndGrowWithTheVoltage() {
        Beam beam = Beam.of(120);
        double counts = beam.unattenuatedCounts(100, 2);
        assertEquals(4 * counts, beam.unattenuatedCounts(200, 4), 1e-6 * counts);
        assertTrue(Beam.of(140).unattenuatedCounts(100, 2) > 1.3 * counts);
        assertTrue(Beam.of(80).unattenuatedCounts(100, 2) < 0.4 * counts);
    }

    @Test
    void aVoltageThatTheGeneratorLacksIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Beam.of(90));
    }
}
