package org.farfield.remote.twin.xray;

/**
 * The substances whose mass attenuation the twin knows, with the coefficients of NIST Standard Reference Database 126
 * (Hubbell and Seltzer, NISTIR 5632, Table 4; total attenuation with coherent scattering) in cm2/g at
 * {@link #ENERGIES_KEV}.
 */
final class Substance {
    static final Substance AIR = new Substance(0.3538, 0.2485, 0.2080, 0.1875, 0.1662, 0.1541, 0.1356);
    static final Substance WATER = new Substance(0.3756, 0.2683, 0.2269, 0.2059, 0.1837, 0.1707, 0.1505);
    static final Substance ADIPOSE = new Substance(0.3063, 0.2396, 0.2123, 0.1974, 0.1800, 0.1688, 0.1500);
    static final Substance MUSCLE = new Substance(0.3783, 0.2685, 0.2262, 0.2048, 0.1823, 0.1693, 0.1492);
    static final Substance CORTICAL_BONE = new Substance(1.331, 0.6655, 0.4242, 0.3148, 0.2229, 0.1855, 0.1480);

    private static final double[] ENERGIES_KEV = {30, 40, 50, 60, 80, 100, 150};

    private final double[] massAttenuation;

    private Substance(double... massAttenuation) {
        this.massAttenuation = massAttenuation;
    }

    /**
     * Mass attenuation coefficient in cm2/g at an energy in keV from 30 to 150, interpolated log-log as the tables ask
     * for.
     */
    double massAttenuation(double keV) {
        int last = ENERGIES_KEV.length - 1;
        if (!(keV >= ENERGIES_KEV[0] && keV <= ENERGIES_KEV[last])) {
            throw new IllegalArgumentException("energy " + keV + " keV is outside the table");
        }
        int k = 0;
        while (k < last - 1 && keV > ENERGIES_KEV[k + 1]) {
            k++;
        }
        double t = Math.log(keV / ENERGIES_KEV[k]) / Math.log(ENERGIES_KEV[k + 1] / ENERGIES_KEV[k]);
        return Math.exp(Math.log(massAttenuation[k]) * (1 - t) + Math.log(massAttenuation[k + 1]) * t);
    }
}
