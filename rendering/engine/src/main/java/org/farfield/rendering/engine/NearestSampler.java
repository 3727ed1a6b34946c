package org.farfield.rendering.engine;

import java.lang.foreign.MemorySegment;
import org.farfield.rendering.volume.FlatVoxels;

/**
 * The nearest voxel's value. Within the volume places are stepped in fixed point, and a line along a row of voxels is
 * copied; near the volume's faces the careful way decides, and so it does where a slice is missing.
 */
final class NearestSampler implements LineSampler {

    private static final int CHUNK = FixedPoint.CHUNK;

    private final VoxelSource source;
    private final FlatVoxels flat;
    private final FixedPoint fixed;
    private final int[] at = new int[CHUNK];
    private final int[] fetched = new int[CHUNK];
    private final short[] row = new short[CHUNK];
    private final float[] values = new float[CHUNK];

    NearestSampler(VoxelSource source) {
        this.source = source;
        this.flat = source.flat;
        this.fixed = FixedPoint.of(source.geometry);
    }

    @Override
    public boolean sample(VoxelLine line, SampleRun run, float[] out) {
        SampleRun inner = line.inside(source.geometry, run, fixed.error());
        if (inner.isEmpty()) {
            return careful(line, run.from(), run.to(), out);
        }
        boolean whole = careful(line, run.from(), inner.from(), out);
        for (int from = inner.from(); from < inner.to(); from += CHUNK) {
            whole &= chunk(line, from, Math.min(CHUNK, inner.to() - from), out);
        }
        return careful(line, inner.to(), run.to(), out) && whole;
    }

    private boolean careful(VoxelLine line, int from, int to, float[] out) {
        boolean whole = true;
        for (int i = from; i < to; i++) {
            out[i] = source.nearest(line.x() + i * line.dx(), line.y() + i * line.dy(), line.z() + i * line.dz());
            whole &= !Float.isNaN(out[i]);
        }
        return whole;
    }

    private boolean chunk(VoxelLine line, int from, int count, float[] out) {
        FixedLine places = new FixedLine(fixed, line, from, count, VoxelSource.HALF, 1);
        if (!source.hasSlices(places.firstLayer - 1, places.lastLayer - 1)) {
            return careful(line, from, from + count, out);
        }
        Passes.index(places, source.columns, flat.layerVoxels(), at, count);
        long first = places.firstLayer * flat.layerBytes();
        if (at[count - 1] - at[0] == count - 1 && places.dy == 0 && places.dz == 0) {
            MemorySegment.copy(flat.memory(), FlatVoxels.VOXEL, first + 2L * at[0], row, 0, count);
            Passes.toFloat(row, values, count);
        } else {
            fetch(first, count);
            Passes.toFloat(fetched, values, count);
        }
        if (flat.bias() != 0) {
            Passes.add(values, flat.bias(), count);
        }
        boolean whole = !source.padded || blankPadding(count);
        System.arraycopy(values, 0, out, from, count);
        return whole;
    }

    private void fetch(long first, int count) {
        MemorySegment voxels = flat.memory();
        for (int i = 0; i < count; i++) {
            fetched[i] = voxels.get(FlatVoxels.VOXEL, first + 2L * at[i]);
        }
    }

    private boolean blankPadding(int count) {
        int low = source.paddingFirst;
        int high = low + source.paddingSpan;
        boolean whole = true;
        for (int i = 0; i < count; i++) {
            if (values[i] >= low && values[i] <= high) {
                values[i] = Float.NaN;
                whole = false;
            }
        }
        return whole;
    }
}
