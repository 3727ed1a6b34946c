package org.farfield.remote.twin.xray;

import java.util.List;

/**
 * The tube's beam at one voltage: a spectrum, what tissues do to it on the mean, and what it does when thick layers
 * harden it.
 *
 * <p>Attenuation without its change with depth ({@link #attenuationPerMm}) is the mean over the spectrum behind 200 mm
 * of water, the middle of a patient; so is the Hounsfield value that a tissue "should" measure. How every line differs
 * from that is {@link Hardening}, which sees each tissue as so much water and so much cortical bone: two substances
 * span photoelectric absorption and scattering, and so everything that has no edge in the beam (Alvarez and Macovski
 * 1976); iodine and metals are fitted within the beam.
 */
public final class Beam {
    private static final List<Integer> VOLTAGES = List.of(70, 80, 100, 120, 140);

    /** Counts that reach one detector cell of 0.68 mm x 1 mm for 1 mAs through air, 120 kV, 720 views a half turn. */
    private static final double COUNTS_PER_MAS_MM = 4.6e3;

    private static final double REFERENCE_WATER = 20;

    private final int kilovolts;
    private final Spectrum spectrum;
    private final double waterPerMm;
    private final double bonePerGram;
    private final double quanta;

    private Beam(int kilovolts) {
        this.kilovolts = kilovolts;
        this.spectrum = new Spectrum(kilovolts);
        this.waterPerMm = attenuationPerMm(Tissue.WATER);
        this.bonePerGram = reference(Substance.CORTICAL_BONE);
        // A tube's photons grow with the electrons' number times their energy (Kramers).
        this.quanta = spectrum.quanta() / new Spectrum(120).quanta();
    }

    private double reference(Substance substance) {
        return spectrum.mean(k -> substance.massAttenuation(spectrum.keV(k)), REFERENCE_WATER);
    }

    /** The tube voltages that the generator offers, in kV, rising. */
    public static List<Integer> voltages() {
        return VOLTAGES;
    }

    /** The beam at one of {@link #voltages()}. */
    public static Beam of(int kilovolts) {
        if (!VOLTAGES.contains(kilovolts)) {
            throw new IllegalArgumentException("no beam at " + kilovolts + " kV; there are " + VOLTAGES);
        }
        return new Beam(kilovolts);
    }

    public int kilovolts() {
        return kilovolts;
    }

    Spectrum spectrum() {
        return spectrum;
    }

    /** Half-value layer in mm of aluminium. */
    public double halfValueLayerMm() {
        return spectrum.halfValueLayerMm();
    }

    /** The energy in keV at which water attenuates as it does in this beam. */
    public double effectiveKeV() {
        double low = 20;
        double high = 150;
        for (int k = 0; k < 50; k++) {
            double middle = (low + high) / 2;
            if (Substance.WATER.massAttenuation(middle) > waterPerMm * 10) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Linear attenuation of a tissue in 1/mm. */
    public double attenuationPerMm(Tissue tissue) {
        return spectrum.mean(k -> tissue.attenuationPerCm(spectrum.keV(k)), REFERENCE_WATER) / 10;
    }

    public double waterPerMm() {
        return waterPerMm;
    }

    /** Attenuation of cortical bone, cm2/g. */
    double bonePerGram() {
        return bonePerGram;
    }

    /**
     * The grams of cortical bone in a mm of the tissue's length and cm2 of its width that, with water making up the
     * rest of its attenuation, attenuate most like it over the beam; negative for fat.
     */
    public double boneGramsPerMm(Tissue tissue) {
        double water = reference(Substance.WATER);
        double bone = bonePerGram;
        double mean = attenuationPerMm(tissue) * 10;
        double[] sums = new double[2];
        spectrum.mean(
                k -> {
                    double keV = spectrum.keV(k);
                    double w = Substance.WATER.massAttenuation(keV);
                    double direction = Substance.CORTICAL_BONE.massAttenuation(keV) - w * bone / water;
                    double rest = tissue.attenuationPerCm(keV) - w * mean / water;
                    double weight = spectrum.photons(k) * keV * Math.exp(-REFERENCE_WATER * w);
                    sums[0] += weight * direction * rest;
                    sums[1] += weight * direction * direction;
                    return 0;
                },
                0);
        return sums[0] / sums[1] / 10;
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
        return COUNTS_PER_MAS_MM * effectiveMas * thicknessMm * quanta;
    }
}
