package org.farfield.rendering.engine;

import org.farfield.rendering.volume.FlatVoxels;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;

/** The slices of a volume that have come by now, for casting rays. */
final class VoxelGrid {

    final int columns;
    final int rows;
    final int slices;
    final boolean padded;
    final PixelPadding padding;
    final FlatVoxels flat;
    private final boolean[] present;

    VoxelGrid(Volume volume) {
        VolumeGeometry g = volume.geometry();
        columns = g.columns();
        rows = g.rows();
        slices = g.slices();
        padding = volume.padding();
        present = new boolean[slices];
        for (int k = 0; k < slices; k++) {
            present[k] = volume.has(k);
        }
        padded = volume.padded();
        flat = volume.voxels();
    }

    boolean has(int slice) {
        return present[slice];
    }

    /** The stored value of a voxel of the volume, NaN where it is absent. */
    float voxel(int column, int row, int slice) {
        if (!present[slice]) {
            return Float.NaN;
        }
        int value = flat.value(column, row, slice);
        return padded && padding.holds(value) ? Float.NaN : value;
    }
}
