package org.farfield.rendering.engine;

/**
 * A chunk of a {@link VoxelLine}'s samples in fixed point: sample i lies at x + i * dx and so on, z counted in layers
 * of flat voxels from {@link #firstLayer}, so that an index within the chunk fits 32 bits.
 */
final class FixedLine {

    final int bits;
    final int x;
    final int y;
    final int z;
    final int dx;
    final int dy;
    final int dz;
    final int firstLayer;
    final int lastLayer;

    /**
     * @param shift added to every coordinate: 0 to round down to the voxel before, a half to round to the nearest
     * @param layers added to z: how far the layers are numbered ahead of the slices
     */
    FixedLine(FixedPoint fixed, VoxelLine line, int from, int count, double shift, int layers) {
        bits = fixed.bits();
        x = fixed.of(line.x() + from * line.dx() + shift);
        y = fixed.of(line.y() + from * line.dy() + shift);
        dx = fixed.of(line.dx());
        dy = fixed.of(line.dy());
        dz = fixed.of(line.dz());
        int start = fixed.of(line.z() + from * line.dz() + shift + layers);
        int end = start + (count - 1) * dz;
        firstLayer = Math.min(start, end) >> bits;
        lastLayer = Math.max(start, end) >> bits;
        z = start - (firstLayer << bits);
    }
}
