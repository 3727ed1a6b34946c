package org.farfield.rendering.engine;

/**
 * Trilinear interpolation along a line.
 *
 * <p>The line is clipped once: samples near the volume's faces take the careful way ({@link VoxelSource#sample}), the
 * run between is surrounded by voxels and needs no test of its place. That run is done in chunks of three simple passes
 * over flat scratch arrays: places in fixed point, fetching the eight voxels, blending. Places and blending compile to
 * vector instructions, and the fetching pass has nothing in it but loads, so that many cache misses are under way at
 * once. A sample whose cell has a slice missing, or padding among its eight, is done again the careful way.
 */
final class LinearSampler implements LineSampler {

    private static final int CHUNK = FixedPoint.CHUNK;
    private static final boolean[] NONE = {};

    private final VoxelSource source;
    private final NearestSampler onVoxels;
    private final FixedPoint fixed;
    private final int[] column = new int[CHUNK];
    private final int[] row = new int[CHUNK];
    private final int[] at = new int[CHUNK];
    private final int[] cell = new int[CHUNK];
    private final float[] fx = new float[CHUNK];
    private final float[] fy = new float[CHUNK];
    private final float[] fz = new float[CHUNK];
    private final int[] v0 = new int[CHUNK];
    private final int[] v1 = new int[CHUNK];
    private final int[] v2 = new int[CHUNK];
    private final int[] v3 = new int[CHUNK];
    private final int[] v4 = new int[CHUNK];
    private final int[] v5 = new int[CHUNK];
    private final int[] v6 = new int[CHUNK];
    private final int[] v7 = new int[CHUNK];
    private final float[] near = new float[CHUNK];
    private final float[] far = new float[CHUNK];
    private final float[] blended = new float[CHUNK];
    private final int[] doubtful = new int[CHUNK];

    LinearSampler(VoxelSource source) {
        this.source = source;
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
            int count = Math.min(CHUNK, inner.to() - from);
            place(line, from, count);
            int doubts = source.padded ? fetchPadded(count) : fetch(count);
            blend(count);
            System.arraycopy(blended, 0, out, from, count);
            for (int d = 0; d < doubts; d++) {
                int i = from + doubtful[d];
                whole &= careful(line, i, i + 1, out);
            }
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

    private void place(VoxelLine line, int from, int count) {
        Passes.split(fixed.of(line.x() + from * line.dx()), fixed.of(line.dx()), fixed, column, fx, count);
        Passes.split(fixed.of(line.y() + from * line.dy()), fixed.of(line.dy()), fixed, row, fy, count);
        Passes.split(fixed.of(line.z() + from * line.dz() + 1), fixed.of(line.dz()), fixed, cell, fz, count);
        Passes.index(column, row, source.columns, at, count);
    }

    private int fetch(int count) {
        short[][] lower = source.lower;
        short[][] upper = source.upper;
        int columns = source.columns;
        int mask = source.mask;
        int doubts = 0;
        for (int i = 0; i < count; i++) {
            int s = cell[i];
            short[] low = lower[s];
            if (low == null) {
                doubtful[doubts++] = i;
            } else {
                short[] high = upper[s];
                int a = at[i];
                int b = a + columns;
                v0[i] = low[a] & mask;
                v1[i] = low[a + 1] & mask;
                v2[i] = low[b] & mask;
                v3[i] = low[b + 1] & mask;
                v4[i] = high[a] & mask;
                v5[i] = high[a + 1] & mask;
                v6[i] = high[b] & mask;
                v7[i] = high[b + 1] & mask;
            }
        }
        return doubts;
    }

    private int fetchPadded(int count) {
        int missing = fetch(count);
        int first = source.paddingFirst;
        int span = source.paddingSpan;
        boolean[] isMissing = missing == 0 ? NONE : new boolean[count];
        for (int d = 0; d < missing; d++) {
            isMissing[doubtful[d]] = true;
        }
        int doubts = 0;
        for (int i = 0; i < count; i++) {
            int clear = outside(v0[i] - first, span)
                    & outside(v1[i] - first, span)
                    & outside(v2[i] - first, span)
                    & outside(v3[i] - first, span)
                    & outside(v4[i] - first, span)
                    & outside(v5[i] - first, span)
                    & outside(v6[i] - first, span)
                    & outside(v7[i] - first, span);
            if (clear >= 0 || (missing > 0 && isMissing[i])) {
                doubtful[doubts++] = i;
            }
        }
        return doubts;
    }

    /** Negative where the distance above the first padding value is outside 0 to span. */
    private static int outside(int distance, int span) {
        return distance | (span - distance);
    }

    private void blend(int count) {
        Passes.bilinear(v0, v1, v2, v3, fx, fy, near, count);
        Passes.bilinear(v4, v5, v6, v7, fx, fy, far, count);
        Passes.mix(near, far, fz, blended, count);
    }
}
