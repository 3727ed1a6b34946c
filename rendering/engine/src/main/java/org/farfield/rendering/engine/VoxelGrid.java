package org.farfield.rendering.engine;

import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.jspecify.annotations.Nullable;

/** The slices of a volume that have come by now, for casting rays. */
final class VoxelGrid {

    final int columns;
    final int rows;
    final int slices;
    final int mask;
    final boolean padded;
    final PixelPadding padding;
    final short[] @Nullable [] present;

    VoxelGrid(Volume volume) {
        VolumeGeometry g = volume.geometry();
        columns = g.columns();
        rows = g.rows();
        slices = g.slices();
        mask = volume.type().mask();
        padding = volume.padding();
        present = new short[slices][];
        for (int k = 0; k < slices; k++) {
            present[k] = volume.has(k) ? volume.slice(k) : null;
        }
        padded = volume.padded();
    }

    /** The stored value of a voxel of the volume, NaN where it is absent. */
    float voxel(int column, int row, int slice) {
        short[] voxels = present[slice];
        if (voxels == null) {
            return Float.NaN;
        }
        int value = voxels[row * columns + column] & mask;
        return padded && padding.holds(value) ? Float.NaN : value;
    }
}
