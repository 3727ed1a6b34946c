package org.farfield.remote.twin.recon;

import java.util.Arrays;
import org.farfield.remote.twin.xray.NormalNoise;

/**
 * The noise of counting quanta. A cell that would count N on the mean counts N + sqrt(N + e^2) g, with g normal and e
 * the detector's electronic noise in counts; N is what the tube gives through a bow-tie filter and what the patient
 * lets through. The deviates belong to layers of half a slice thickness, so that overlapping slices share noise as they
 * share quanta. Keyed by seed, layer and view: the same on any number of threads. Immutable; any thread.
 */
final class QuantumNoise {
    private static final double ELECTRONIC_COUNTS = 8;
    private static final double LEAST_COUNTS = 1;

    /** How much of the beam the bow-tie takes away at the edge of the field, as a line integral. */
    private static final double BOW_TIE_EDGE = 1.2;

    private final ParallelBeam geometry;
    private final long seed;
    private final double layerMm;
    private final double thicknessMm;
    private final float[] openCounts;

    QuantumNoise(ParallelBeam geometry, Exposure exposure, long seed) {
        this.geometry = geometry;
        this.seed = seed;
        this.thicknessMm = exposure.thicknessMm();
        this.layerMm = thicknessMm / 2;
        double open = exposure.beam().unattenuatedCounts(exposure.effectiveMas(), thicknessMm);
        openCounts = new float[geometry.cells()];
        for (int cell = 0; cell < openCounts.length; cell++) {
            double edge = geometry.offset(cell) / (geometry.fieldMm() / 2);
            openCounts[cell] = (float) (open * Math.exp(-BOW_TIE_EDGE * edge * edge));
        }
    }

    /** Makes one view of line integrals noisy. {@code deviates} is scratch of one view. */
    void apply(float[] sinogram, int view, double z, float[] deviates) {
        int cells = geometry.cells();
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
            float open = openCounts[cell];
            double mean = open * Math.exp(-sinogram[base + cell]);
            double counted = mean + Math.sqrt(mean + electronic) * deviates[cell];
            sinogram[base + cell] = (float) Math.log(open / Math.max(counted, LEAST_COUNTS));
        }
    }
}
