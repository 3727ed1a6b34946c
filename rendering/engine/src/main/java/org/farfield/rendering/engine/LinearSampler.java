package org.farfield.rendering.engine;

import java.lang.foreign.MemorySegment;
import org.farfield.rendering.volume.FlatVoxels;

/**
 * Trilinear interpolation along a line.
 *
 * <p>The line is clipped once: samples near the volume's faces take the careful way ({@link VoxelSource#sample}), the
 * run between is surrounded by voxels and needs no test of its place. That run is done in chunks of simple passes over
 * flat scratch arrays: places in fixed point, fetching the eight voxels as four pairs, blending. Places and blending
 * compile to vector instructions, and the fetching pass has nothing in it but loads, so that many cache misses are
 * under way at once. A sample whose cell has a slice missing, or padding among its eight, is done again the careful
 * way.
 */
final class LinearSampler implements LineSampler {

    private static final int CHUNK = FixedPoint.CHUNK;

    private final VoxelSource source;
    private final FlatVoxels flat;
    private final NearestSampler onVoxels;
    private final FixedPoint fixed;
    private final int[] at = new int[CHUNK];
    private final float[] fx = new float[CHUNK];
    private final float[] fy = new float[CHUNK];
    private final float[] fz = new float[CHUNK];
    private final int[] nearUpper = new int[CHUNK];
    private final int[] nearLower = new int[CHUNK];
    private final int[] farUpper = new int[CHUNK];
    private final int[] farLower = new int[CHUNK];
    private final float[] near = new float[CHUNK];
    private final float[] far = new float[CHUNK];
    private final float[] blended = new float[CHUNK];

    LinearSampler(VoxelSource source) {
        this.source = source;
        this.flat = source.flat;
        this.onVoxels = new NearestSampler(source);
        this.fixed = FixedPoint.of(source.geometry);
    }

    @Override
    public boolean sample(VoxelLine line, SampleRun run, float[] out) {
        if (line.onVoxelCentres()) {
            return onVoxels.sample(line, run, out);
        }
        SampleRun inner = line.surrounded(source.geometry, run, fixed.error());
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
            float value = source.sample(line.x() + i * line.dx(), line.y() + i * line.dy(), line.z() + i * line.dz());
            out[i] = value;
            whole &= !Float.isNaN(value);
        }
        return whole;
    }

    private boolean chunk(VoxelLine line, int from, int count, float[] out) {
        FixedLine at = new FixedLine(fixed, line, from, count, 0, 1);
        fetch(at, count);
        Passes.fraction(at.x, at.dx, at.bits, fx, count);
        Passes.fraction(at.y, at.dy, at.bits, fy, count);
        Passes.fraction(at.z, at.dz, at.bits, fz, count);
        Passes.bilinear(nearUpper, nearLower, fx, fy, near, count);
        Passes.bilinear(farUpper, farLower, fx, fy, far, count);
        Passes.mix(near, far, fz, blended, count);
        if (flat.bias() != 0) {
            Passes.add(blended, flat.bias(), count);
        }
        System.arraycopy(blended, 0, out, from, count);
        return whole(at, count) || again(at, line, from, count, out);
    }

    private void fetch(FixedLine line, int count) {
        Passes.index(line, source.columns, flat.layerVoxels(), at, count);
        MemorySegment voxels = flat.memory();
        long first = line.firstLayer * flat.layerBytes();
        long row = flat.rowBytes();
        long layer = flat.layerBytes();
        for (int i = 0; i < count; i++) {
            long here = first + 2L * at[i];
            nearUpper[i] = voxels.get(FlatVoxels.PAIR, here);
            nearLower[i] = voxels.get(FlatVoxels.PAIR, here + row);
            farUpper[i] = voxels.get(FlatVoxels.PAIR, here + layer);
            farLower[i] = voxels.get(FlatVoxels.PAIR, here + layer + row);
        }
    }

    /** Whether every slice of the chunk has come and none of its voxels is padding. */
    private boolean whole(FixedLine line, int count) {
        if (!source.hasCells(line.firstLayer, line.lastLayer)) {
            return false;
        }
        return !source.padded
                || (clear(nearUpper, count)
                        && clear(nearLower, count)
                        && clear(farUpper, count)
                        && clear(farLower, count));
    }

    private boolean clear(int[] pairs, int count) {
        return Passes.clear(pairs, source.paddingFirst - flat.bias(), source.paddingSpan, count);
    }

    /** Does again those samples that have an absent voxel around. */
    private boolean again(FixedLine at, VoxelLine line, int from, int count, float[] out) {
        boolean whole = true;
        for (int i = 0; i < count; i++) {
            int cell = at.firstLayer + ((at.z + i * at.dz) >> at.bits);
            boolean sound = source.hasCells(cell, cell)
                    && !(source.padded
                            && (padding(nearUpper[i])
                                    || padding(nearLower[i])
                                    || padding(farUpper[i])
                                    || padding(farLower[i])));
            if (!sound) {
                whole &= careful(line, from + i, from + i + 1, out);
            }
        }
        return whole;
    }

    private boolean padding(int pair) {
        int first = source.paddingFirst - flat.bias();
        int span = source.paddingSpan;
        int a = (short) pair - first;
        int b = (pair >> 16) - first;
        return (a >= 0 && a <= span) || (b >= 0 && b <= span);
    }
}
