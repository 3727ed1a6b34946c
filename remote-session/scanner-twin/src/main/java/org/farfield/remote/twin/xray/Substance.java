package org.farfield.remote.twin.xray;

import java.util.List;

/**
 * The substances whose mass attenuation the twin knows, in cm2/g with coherent scattering: NIST Standard Reference
 * Database 126 (Hubbell and Seltzer, NISTIR 5632), table 3 for elements and table 4 for dry air, water and the tissues
 * of ICRU-44, at 20, 30, 40, 50, 60, 80, 100 and 150 keV and at K edges, where an energy stands twice.
 */
final class Substance {
    static final Substance AIR = new Substance(0.7779, 0.3538, 0.2485, 0.2080, 0.1875, 0.1662, 0.1541, 0.1356);
    static final Substance WATER = new Substance(0.8096, 0.3756, 0.2683, 0.2269, 0.2059, 0.1837, 0.1707, 0.1505);
    static final Substance ADIPOSE = new Substance(0.5677, 0.3063, 0.2396, 0.2123, 0.1974, 0.1800, 0.1688, 0.1500);
    static final Substance MUSCLE = new Substance(0.8205, 0.3783, 0.2685, 0.2262, 0.2048, 0.1823, 0.1693, 0.1492);
    static final Substance CORTICAL_BONE = new Substance(4.001, 1.331, 0.6655, 0.4242, 0.3148, 0.2229, 0.1855, 0.1480);
    static final Substance HYDROGEN = new Substance(0.3695, 0.3570, 0.3458, 0.3355, 0.3260, 0.3091, 0.2944, 0.2651);
    static final Substance CARBON = new Substance(0.4420, 0.2562, 0.2076, 0.1871, 0.1753, 0.1610, 0.1514, 0.1347);
    static final Substance OXYGEN = new Substance(0.8651, 0.3779, 0.2585, 0.2132, 0.1907, 0.1678, 0.1551, 0.1361);
    static final Substance FLUORINE = new Substance(1.133, 0.4487, 0.2828, 0.2214, 0.1920, 0.1639, 0.1496, 0.1298);
    static final Substance ALUMINIUM = new Substance(3.441, 1.128, 0.5685, 0.3681, 0.2778, 0.2018, 0.1704, 0.1378);
    static final Substance TITANIUM = new Substance(15.85, 4.972, 2.214, 1.213, 0.7661, 0.4052, 0.2721, 0.1649);
    static final Substance IRON = new Substance(25.68, 8.176, 3.629, 1.958, 1.205, 0.5952, 0.3717, 0.1964);
    static final Substance IODINE = new Substance(
            new double[] {20, 30, 33.1694, 33.1694, 40, 50, 60, 80, 100, 150},
            25.43,
            8.561,
            6.553,
            35.82,
            22.10,
            12.32,
            7.579,
            3.510,
            1.942,
            0.6978);
    static final Substance TUNGSTEN = new Substance(
            new double[] {20, 30, 40, 50, 60, 69.525, 69.525, 80, 100, 150},
            65.73,
            22.73,
            10.67,
            5.949,
            3.713,
            2.552,
            11.23,
            7.810,
            4.438,
            1.581);

    /** All of them, in a fixed order. */
    static final List<Substance> ALL = List.of(
            AIR,
            WATER,
            ADIPOSE,
            MUSCLE,
            CORTICAL_BONE,
            HYDROGEN,
            CARBON,
            OXYGEN,
            FLUORINE,
            ALUMINIUM,
            TITANIUM,
            IRON,
            IODINE,
            TUNGSTEN);

    private final double[] energies;
    private final double[] massAttenuation;

    private Substance(double... massAttenuation) {
        this(new double[] {20, 30, 40, 50, 60, 80, 100, 150}, massAttenuation);
    }

    private Substance(double[] energies, double... massAttenuation) {
        this.energies = energies;
        this.massAttenuation = massAttenuation;
    }

    /**
     * Mass attenuation coefficient in cm2/g at an energy in keV from 20 to 150, interpolated log-log as the tables ask
     * for; at an edge that above it.
     */
    double massAttenuation(double keV) {
        int last = energies.length - 1;
        if (!(keV >= energies[0] && keV <= energies[last])) {
            throw new IllegalArgumentException("energy " + keV + " keV is outside the table");
        }
        int k = 0;
        while (k < last - 1 && keV >= energies[k + 1]) {
            k++;
        }
        double t = Math.log(keV / energies[k]) / Math.log(energies[k + 1] / energies[k]);
        return Math.exp(Math.log(massAttenuation[k]) * (1 - t) + Math.log(massAttenuation[k + 1]) * t);
    }
}
