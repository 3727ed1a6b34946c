package org.farfield.remote.twin.xray;

/**
 * Mass energy-absorption coefficient of dry air in cm2/g: NIST Standard Reference Database 126, table 4. It turns a
 * spectrum into air kerma.
 */
final class AirAbsorption {
    private static final double[] KEV = {20, 30, 40, 50, 60, 80, 100, 150};
    private static final double[] VALUES = {0.5389, 0.1537, 0.06833, 0.04098, 0.03041, 0.02407, 0.02325, 0.02496};

    private AirAbsorption() {}

    static double massEnergyAbsorption(double keV) {
        int k = 0;
        while (k < KEV.length - 2 && keV > KEV[k + 1]) {
            k++;
        }
        double t = Math.log(keV / KEV[k]) / Math.log(KEV[k + 1] / KEV[k]);
        return Math.exp(Math.log(VALUES[k]) * (1 - t) + Math.log(VALUES[k + 1]) * t);
    }
}
