package org.farfield.rendering.engine;

import org.farfield.rendering.volume.VolumeGeometry;

/**
 * Voxel positions as 32-bit fixed-point numbers, for loops that the compiler can do many samples at a time.
 *
 * <p>As many fraction bits as the longest axis leaves: 21 for 512 voxels. A line is restarted from double precision
 * every {@link #CHUNK} samples, so that a step's rounding adds up to no more than CHUNK / 2 units: 1e-4 voxel at 512.
 */
record FixedPoint(int bits) {

    /** Samples that are worked on together; their scratch stays in the first-level cache. */
    static final int CHUNK = 256;

    static FixedPoint of(VolumeGeometry g) {
        int longest = Math.max(g.columns(), Math.max(g.rows(), g.slices())) + 2;
        return new FixedPoint(31 - (32 - Integer.numberOfLeadingZeros(longest)));
    }

    int of(double position) {
        return (int) Math.rint(position * (1L << bits));
    }

    /** How far, in voxels, a position may be from the truth. */
    double error() {
        return (CHUNK + 2.0) / (1L << bits);
    }
}
