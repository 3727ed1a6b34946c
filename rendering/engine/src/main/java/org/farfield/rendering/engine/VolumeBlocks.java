package org.farfield.rendering.engine;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.farfield.rendering.volume.FlatVoxels;
import org.farfield.rendering.volume.Volume;
import org.jspecify.annotations.Nullable;

/**
 * A volume as it stood at one revision, with the lowest and highest value of each block of 4x4x4 cells.
 *
 * <p>A block's values are those of its cells' corners, thus one voxel further than its cells: whatever is interpolated
 * in a block lies between its lowest and its highest. A block that holds absent voxels, or lies beside one that does,
 * is <i>mixed</i>: there each voxel must be asked. Layers of blocks whose slices have not changed are taken over from
 * the revision before. Immutable once made.
 */
final class VolumeBlocks {

    /** Cells along a block's edge, as a power of two. */
    static final int BITS = 2;

    private static final int EDGE = 1 << BITS;

    final long revision;
    final int across;
    final int along;
    final int layers;
    final boolean[] mixed;
    private final short[] lows;
    private final short[] highs;
    private final boolean[] hollow;
    private final int mask;
    private final boolean[] holed;
    private final long[] sliceRevisions;
    private final boolean padded;

    static VolumeBlocks of(Volume volume, @Nullable VolumeBlocks before) {
        return new VolumeBlocks(volume, before);
    }

    private VolumeBlocks(Volume volume, @Nullable VolumeBlocks before) {
        revision = volume.revision();
        sliceRevisions = new long[volume.geometry().slices()];
        for (int k = 0; k < sliceRevisions.length; k++) {
            sliceRevisions[k] = volume.sliceRevision(k);
        }
        VoxelGrid grid = new VoxelGrid(volume);
        padded = grid.padded;
        mask = volume.type().mask();
        across = blocks(grid.columns);
        along = blocks(grid.rows);
        layers = blocks(grid.slices);
        int layer = across * along;
        lows = before == null ? new short[layer * layers] : before.lows.clone();
        highs = before == null ? new short[layer * layers] : before.highs.clone();
        hollow = before == null ? new boolean[layer * layers] : before.hollow.clone();
        holed = before == null ? new boolean[layer * layers] : before.holed.clone();
        IntStream.range(0, layers)
                .parallel()
                .filter(z -> before == null || changed(before, z))
                .forEach(z -> measure(grid, z));
        mixed = besideHoles();
    }

    private static int blocks(int voxels) {
        return Math.max(1, (voxels - 1 + EDGE - 1) >> BITS);
    }

    private boolean changed(VolumeBlocks before, int z) {
        if (padded != before.padded) {
            return true;
        }
        for (int k = z << BITS; k <= Math.min(sliceRevisions.length - 1, (z + 1) << BITS); k++) {
            if (sliceRevisions[k] != before.sliceRevisions[k]) {
                return true;
            }
        }
        return false;
    }

    /** How many blocks there are. */
    int count() {
        return lows.length;
    }

    /** Whether any of a block's voxels has come and is no padding. */
    boolean holdsAny(int block) {
        return !hollow[block];
    }

    /** The lowest stored value of a block that holds any. */
    int low(int block) {
        return lows[block] & mask;
    }

    /** The highest stored value of a block that holds any. */
    int high(int block) {
        return highs[block] & mask;
    }

    private void measure(VoxelGrid grid, int z) {
        int layer = across * along;
        int[] low = new int[layer];
        int[] high = new int[layer];
        boolean[] hole = new boolean[layer];
        short[] row = new short[grid.columns];
        Arrays.fill(low, Integer.MAX_VALUE);
        Arrays.fill(high, Integer.MIN_VALUE);
        for (int k = z << BITS; k <= Math.min(grid.slices - 1, (z + 1) << BITS); k++) {
            if (grid.has(k)) {
                for (int r = 0; r < grid.rows; r++) {
                    FlatVoxels flat = grid.flat;
                    long start = (k + 1) * flat.layerBytes() + r * flat.rowBytes();
                    MemorySegment.copy(flat.memory(), FlatVoxels.VOXEL, start, row, 0, grid.columns);
                    measureRow(grid, row, r, low, high, hole);
                }
            } else {
                Arrays.fill(hole, true);
            }
        }
        for (int i = 0; i < layer; i++) {
            lows[z * layer + i] = (short) low[i];
            highs[z * layer + i] = (short) high[i];
            hollow[z * layer + i] = low[i] > high[i];
            holed[z * layer + i] = hole[i];
        }
    }

    /** A row on the border of two blocks belongs to both. */
    private void measureRow(VoxelGrid grid, short[] row, int r, int[] low, int[] high, boolean[] holes) {
        int first = Math.max(0, (r - 1) >> BITS);
        int last = Math.min(along - 1, r >> BITS);
        int bias = grid.flat.bias();
        for (int x = 0; x < across; x++) {
            int begin = x << BITS;
            int end = Math.min(grid.columns - 1, (x + 1) << BITS);
            int lowest = Integer.MAX_VALUE;
            int highest = Integer.MIN_VALUE;
            boolean hole = false;
            for (int i = begin; i <= end; i++) {
                int value = row[i] + bias;
                if (padded && grid.padding.holds(value)) {
                    hole = true;
                } else {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
            for (int y = first; y <= last; y++) {
                int block = y * across + x;
                low[block] = Math.min(low[block], lowest);
                high[block] = Math.max(high[block], highest);
                holes[block] |= hole;
            }
        }
    }

    private boolean[] besideHoles() {
        boolean[] beside = new boolean[holed.length];
        for (int z = 0; z < layers; z++) {
            for (int y = 0; y < along; y++) {
                for (int x = 0; x < across; x++) {
                    if (holed[(z * along + y) * across + x]) {
                        mark(beside, x, y, z);
                    }
                }
            }
        }
        return beside;
    }

    private void mark(boolean[] beside, int x, int y, int z) {
        for (int k = Math.max(0, z - 1); k <= Math.min(layers - 1, z + 1); k++) {
            for (int j = Math.max(0, y - 1); j <= Math.min(along - 1, y + 1); j++) {
                for (int i = Math.max(0, x - 1); i <= Math.min(across - 1, x + 1); i++) {
                    beside[(k * along + j) * across + i] = true;
                }
            }
        }
    }
}
