package org.farfield.remote.twin.recon;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.farfield.remote.twin.xray.Hardening;
import org.farfield.remote.twin.xray.NormalNoise;

/**
 * What the detector makes of the patient's line integrals: the hardened beam's reading, the noise of counting quanta,
 * and the correction that the scanner learnt in water. A cell that would count N on the mean counts N + sqrt(N + e^2)
 * g, with g normal and e the detector's electronic noise in counts; N is what the tube gives through the bow-tie filter
 * and what the patient lets through. The deviates belong to layers of half a slice thickness, so that overlapping
 * slices share noise as they share quanta. Keyed by seed, layer and view: the same on any number of threads. Immutable;
 * any thread.
 */
final class QuantumNoise {
    private static final double ELECTRONIC_COUNTS = 8;
    private static final double LEAST_COUNTS = 1;

    /** exp(-k / STEPS) for what a patient lets through; between its nodes it is linear within 2 parts in a million. */
    private static final int STEPS = 256;

    private static final int LARGEST_READING = 24;
    private static final double[] LET_THROUGH = IntStream.rangeClosed(0, LARGEST_READING * STEPS)
            .mapToDouble(k -> Math.exp(-(double) k / STEPS))
            .toArray();
    /** Deviations smaller than this part of the mean are taken by the logarithm's series, the others exactly. */
    private static final double SMALL = 0.1;

    private final Calibration calibration;
    private final int cells;
    private final long seed;
    private final double layerMm;
    private final double thicknessMm;
    private final float[] openCounts;

    QuantumNoise(ParallelBeam geometry, Exposure exposure, long seed) {
        this.cells = geometry.cells();
        this.calibration = new Calibration(exposure.beam(), geometry);
        this.seed = seed;
        this.thicknessMm = exposure.thicknessMm();
        this.layerMm = thicknessMm / 2;
        double open = exposure.beam().unattenuatedCounts(exposure.effectiveMas(), thicknessMm);
        openCounts = new float[cells];
        for (int cell = 0; cell < cells; cell++) {
            openCounts[cell] = (float) (open * Math.exp(-calibration.open(cell)));
        }
    }

    /**
     * Turns one view of straight line integrals into measured ones. {@code bone} holds the bone in this view, g/cm2;
     * {@code deviates} is scratch of one view.
     */
    void apply(float[] sinogram, float[] bone, int view, double z, float[] deviates) {
        Arrays.fill(deviates, 0f);
        double low = (z - thicknessMm / 2) / layerMm;
        double high = (z + thicknessMm / 2) / layerMm;
        int first = (int) Math.floor(low + 1e-9);
        int last = (int) Math.ceil(high - 1e-9);
        double squares = 0;
        for (int layer = first; layer < last; layer++) {
            double part = Math.min(high, layer + 1) - Math.max(low, layer);
            squares += part * part;
        }
        for (int layer = first; layer < last; layer++) {
            double part = Math.min(high, layer + 1) - Math.max(low, layer);
            NormalNoise.add(
                    deviates, 0, cells, (float) (part / Math.sqrt(squares)), NormalNoise.key(seed, layer, view));
        }
        float electronic = (float) (ELECTRONIC_COUNTS * ELECTRONIC_COUNTS);
        int base = view * cells;
        for (int cell = 0; cell < cells; cell++) {
            double reading = calibration.reading(cell, sinogram[base + cell], bone[cell]);
            double mean = openCounts[cell] * letThrough(reading);
            double counted = mean + Math.sqrt(mean + electronic) * deviates[cell];
            reading -= Math.abs(counted - mean) < SMALL * mean
                    ? logarithm((counted - mean) / mean)
                    : Math.log(Math.max(counted, LEAST_COUNTS) / mean);
            sinogram[base + cell] = (float) calibration.corrected(cell, reading);
        }
    }

    private static double letThrough(double reading) {
        double at = Hardening.within(reading * STEPS, LARGEST_READING * STEPS - 1);
        int k = (int) at;
        return LET_THROUGH[k] + (at - k) * (LET_THROUGH[k + 1] - LET_THROUGH[k]);
    }

    /** ln(1 + x) for small x, within 1e-7. */
    private static double logarithm(double x) {
        return x * (1 - x * (1 / 2.0 - x * (1 / 3.0 - x * (1 / 4.0 - x * (1 / 5.0 - x / 6)))));
    }
}
