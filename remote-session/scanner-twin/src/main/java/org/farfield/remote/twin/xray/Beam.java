package org.farfield.remote.twin.xray;

import java.util.Map;

/**
 * The tube's beam at one voltage, seen as one effective energy. The effective energies are those of a body CT beam
 * behind about 8 mm aluminium equivalent (a rule of 55 to 70 % of the peak energy, less for higher voltages); they are
 * a model's choice, stated in docs/twin.md. Water is 0 HU and vacuum -1000 HU at every voltage by construction.
 */
public final class Beam {
    private static final Map<Integer, Double> EFFECTIVE_KEV =
            Map.of(70, 48.0, 80, 52.0, 100, 60.0, 120, 67.0, 140, 74.0);

    /** Counts that reach one detector cell of 0.68 mm x 1 mm for 1 mAs through air, 120 kV, 720 views a half turn. */
    private static final double COUNTS_PER_MAS_MM = 4.6e3;

    /** Tube output grows with this power of the voltage (air kerma behind a body filter, about 2 to 2.6). */
    private static final double OUTPUT_EXPONENT = 2.3;

    private final int kilovolts;
    private final double effectiveKeV;
    private final double waterPerMm;

    private Beam(int kilovolts, double effectiveKeV) {
        this.kilovolts = kilovolts;
        this.effectiveKeV = effectiveKeV;
        this.waterPerMm = perMm(Tissue.WATER, effectiveKeV);
    }

    /** The tube voltages that the generator offers, in kV. */
    public static int[] voltages() {
        return EFFECTIVE_KEV.keySet().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** The beam at one of {@link #voltages()}. */
    public static Beam of(int kilovolts) {
        Double keV = EFFECTIVE_KEV.get(kilovolts);
        if (keV == null) {
            throw new IllegalArgumentException("no beam at " + kilovolts + " kV; there are " + EFFECTIVE_KEV.keySet());
        }
        return new Beam(kilovolts, keV);
    }

    public int kilovolts() {
        return kilovolts;
    }

    public double effectiveKeV() {
        return effectiveKeV;
    }

    /** Linear attenuation of a tissue in 1/mm. */
    public double attenuationPerMm(Tissue tissue) {
        return perMm(tissue, effectiveKeV);
    }

    public double waterPerMm() {
        return waterPerMm;
    }

    /** What the tissue should measure: 1000 (mu - mu water) / mu water. */
    public double hounsfield(Tissue tissue) {
        return 1000 * (attenuationPerMm(tissue) - waterPerMm) / waterPerMm;
    }

    /**
     * Mean counts in one detector cell and view through air, for an effective tube current time product and a slice
     * thickness.
     */
    public double unattenuatedCounts(double effectiveMas, double thicknessMm) {
        return COUNTS_PER_MAS_MM * effectiveMas * thicknessMm * Math.pow(kilovolts / 120.0, OUTPUT_EXPONENT);
    }

    private static double perMm(Tissue t, double keV) {
        double perCm = t.air() * Substance.AIR.massAttenuation(keV)
                + t.water() * Substance.WATER.massAttenuation(keV)
                + t.adipose() * Substance.ADIPOSE.massAttenuation(keV)
                + t.muscle() * Substance.MUSCLE.massAttenuation(keV)
                + t.corticalBone() * Substance.CORTICAL_BONE.massAttenuation(keV);
        return perCm / 10;
    }
}
