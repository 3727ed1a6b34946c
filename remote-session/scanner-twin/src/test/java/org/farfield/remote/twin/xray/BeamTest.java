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
    void attenuationIsThatOfTheTableAtSixtyKiloelectronvolts() {
        Beam beam = Beam.of(100);
        assertEquals(60, beam.effectiveKeV());
        assertEquals(0.02059, beam.attenuationPerMm(Tissue.WATER), 1e-7);
        assertEquals(0.3148 * 1.75 / 10, beam.attenuationPerMm(Tissue.CORTICAL_BONE), 1e-7);
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
        assertEquals(Math.pow(140 / 120.0, 2.3), Beam.of(140).unattenuatedCounts(100, 2) / counts, 1e-9);
    }

    @Test
    void aVoltageThatTheGeneratorLacksIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Beam.of(90));
    }
}
