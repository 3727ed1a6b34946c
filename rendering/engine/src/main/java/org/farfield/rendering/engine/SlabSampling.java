package org.farfield.rendering.engine;

import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * Where along the normal a slab is sampled.
 *
 * <p>The step is what moves one voxel's length through the grid in the normal's direction, so that a slab along a grid
 * axis meets voxel centres and its MIP holds their own values. Samples lie symmetrically about the plane; the outermost
 * are drawn in to the slab's faces. In a mean each counts by how much of the slab lies nearer to it than to the next,
 * which makes the mean of a linear field exact.
 *
 * @param samples odd; 1 = the plane alone
 * @param stepMm from sample to sample
 * @param halfMm half of the slab's thickness
 */
public record SlabSampling(int samples, double stepMm, double halfMm) {

    /** Thicker slabs than this many voxels are sampled more coarsely. */
    private static final int MAX_SAMPLES = 4097;

    public static SlabSampling of(Slab slab, VolumeGeometry geometry, PatientVector normal) {
        double half = slab.thicknessMm() / 2;
        VoxelPosition perMm = geometry.toVoxel(normal);
        double step = 1 / Math.hypot(Math.hypot(perMm.column(), perMm.row()), perMm.slice());
        double eachSide = Math.ceil(half / step - 1e-9);
        int bounded = (int) Math.clamp(eachSide, 0, (MAX_SAMPLES - 1) / 2.0);
        return new SlabSampling(2 * bounded + 1, bounded < eachSide ? half / bounded : step, half);
    }

    /** Distance of sample {@code i} from the plane, positive away from the viewer. */
    public double offsetMm(int i) {
        return Math.clamp((i - samples / 2) * stepMm, -halfMm, halfMm);
    }

    /** How much sample {@code i} counts in a mean: 1 within, less at the faces. */
    public double weight(int i) {
        if (samples == 1) {
            return 1;
        }
        double middle = Math.abs(i - samples / 2) * stepMm;
        return Math.clamp((halfMm - middle) / stepMm + 0.5, 0, 1);
    }
}
