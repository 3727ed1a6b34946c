package org.farfield.remote.twin.recon;

/**
 * The reconstruction kernels, named by what they make of a point: their modulation transfer function is {@code (1 +
 * boost sin2(pi f / fc)) (1 + cos(pi f / fc)) / 2} up to the cut-off fc or the detector's own limit, nothing above it.
 * The smooth ones are Hann windows (50 % at fc / 2, 10 % at 0.795 fc), the sharp ones lift the middle frequencies and
 * so the edges, and the noise with them.
 */
public enum Kernel {
    SMOOTH(0.50, 0),
    STANDARD(0.72, 0),
    LUNG(0.78, 0.8),
    SHARP(0.95, 1.2);

    private final double cutoffPerMm;
    private final double boost;

    Kernel(double cutoffPerMm, double boost) {
        this.cutoffPerMm = cutoffPerMm;
        this.boost = boost;
    }

    /** The modulation transfer function at a frequency in cycles per mm, below the detector's limit. */
    public double transfer(double perMm) {
        if (perMm >= cutoffPerMm) {
            return 0;
        }
        double s = Math.sin(Math.PI * perMm / cutoffPerMm);
        return (1 + boost * s * s) * (1 + Math.cos(Math.PI * perMm / cutoffPerMm)) / 2;
    }
}
