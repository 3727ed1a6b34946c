package org.farfield.remote.twin.recon;

import java.util.Optional;

/**
 * The reconstruction kernels: the ramp of filtered back-projection times {@code (1 + boost sin2(pi f / fc)) (1 + cos(pi
 * f / fc)) / 2} up to the cut-off fc, nothing above it. The smooth ones are Hann windows, the sharp ones lift the
 * middle frequencies and so the edges, and the noise with them.
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

    /** What the ramp is multiplied with at a frequency in cycles per mm. */
    public double gain(double perMm) {
        if (perMm >= cutoffPerMm) {
            return 0;
        }
        double s = Math.sin(Math.PI * perMm / cutoffPerMm);
        return (1 + boost * s * s) * (1 + Math.cos(Math.PI * perMm / cutoffPerMm)) / 2;
    }

    /** The kernel of this name, as it stands in a scan plan and in Convolution Kernel (0018,1210). */
    public static Optional<Kernel> named(String name) {
        for (Kernel kernel : values()) {
            if (kernel.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(kernel);
            }
        }
        return Optional.empty();
    }
}
