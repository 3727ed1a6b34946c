package org.farfield.remote.twin.xray;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What the detector reads of the beam, keV by keV. Bremsstrahlung of a thick target after Kramers (Phil. Mag. 46, 1923:
 * photons as E0 / E - 1), the target's own absorption at a take-off angle of some 10 degrees, the K lines of tungsten,
 * and the fixed filter; the detector adds up energies. Shapes are chosen, not measured on any scanner: the half-value
 * layers that follow are in docs/twin.md. Immutable; any thread.
 */
final class Spectrum {
    static final int LOWEST_KEV = 20;

    /** Fixed filtration, g/cm2: 8 mm of aluminium. */
    private static final double FILTER = 0.8 * 2.70;

    /** What the photons cross of the target on their way out, g/cm2: some 25 um of tungsten. */
    private static final double TARGET = 0.0048 * 10;

    /** Photons in the K lines for one of bremsstrahlung behind the filter, at 120 kV. */
    private static final double LINES_AT_120 = 0.10;

    private static final double K_EDGE_KEV = 69.525;
    private static final double[][] LINES = {{59, 0.50}, {58, 0.29}, {67, 0.16}, {69, 0.05}};

    private final double[] photons;

    Spectrum(int kilovolts) {
        photons = bremsstrahlung(kilovolts);
        // Lines grow as the overvoltage less one to the power of 1.63 (Green and Cosslett 1968).
        double over = Math.max(0, kilovolts / K_EDGE_KEV - 1) / (120 / K_EDGE_KEV - 1);
        if (over > 0) {
            double lines = LINES_AT_120 * Arrays.stream(bremsstrahlung(120)).sum() * Math.pow(over, 1.63);
            for (double[] line : LINES) {
                photons[(int) line[0] - LOWEST_KEV] += lines * line[1];
            }
        }
    }

    private static double[] bremsstrahlung(int kilovolts) {
        double[] photons = new double[kilovolts - LOWEST_KEV + 1];
        Arrays.setAll(photons, k -> {
            double keV = LOWEST_KEV + k;
            double through = Substance.ALUMINIUM.massAttenuation(keV) * FILTER
                    + Substance.TUNGSTEN.massAttenuation(keV) * TARGET;
            return (kilovolts / keV - 1) * Math.exp(-through);
        });
        return photons;
    }

    int size() {
        return photons.length;
    }

    double keV(int k) {
        return LOWEST_KEV + k;
    }

    /** Photons of this energy, for one mAs, in one unit for all voltages. */
    double photons(int k) {
        return photons[k];
    }

    /** The mean of a quantity, as the detector's energy sums weigh it behind so many g/cm2 of water. */
    double mean(IntToDoubleFunction quantity, double waterGrams) {
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < photons.length; k++) {
            double w = photons[k] * keV(k) * Math.exp(-waterGrams * Substance.WATER.massAttenuation(keV(k)));
            sum += w * quantity.applyAsDouble(k);
            weight += w;
        }
        return sum / weight;
    }

    /**
     * Photons that would give the detector's sums of energies the relative noise that they have: (sum E n)2 / sum E2 n.
     */
    double quanta() {
        double first = 0;
        double second = 0;
        for (int k = 0; k < photons.length; k++) {
            first += photons[k] * keV(k);
            second += photons[k] * keV(k) * keV(k);
        }
        return first * first / second;
    }

    /** The half-value layer in mm of aluminium, for air kerma (energy absorbed by air, as mu of air less scatter). */
    double halfValueLayerMm() {
        double low = 0;
        double high = 30;
        for (int k = 0; k < 50; k++) {
            double middle = (low + high) / 2;
            if (kerma(middle) > kerma(0) / 2) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double kerma(double aluminiumMm) {
        double sum = 0;
        for (int k = 0; k < photons.length; k++) {
            double through = Math.exp(-Substance.ALUMINIUM.massAttenuation(keV(k)) * 0.270 * aluminiumMm);
            sum += photons[k] * keV(k) * AirAbsorption.massEnergyAbsorption(keV(k)) * through;
        }
        return sum;
    }
}
