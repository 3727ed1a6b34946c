package org.farfield.rendering.volume;

/** A continuous place in a volume, in voxels; whole numbers are voxel centres. */
public record VoxelPosition(double column, double row, double slice) {

    /** The voxel whose centre is nearest; may lie outside the volume. */
    public VoxelIndex nearest() {
        return new VoxelIndex(
                (int) Math.floor(column + 0.5), (int) Math.floor(row + 0.5), (int) Math.floor(slice + 0.5));
    }
}
