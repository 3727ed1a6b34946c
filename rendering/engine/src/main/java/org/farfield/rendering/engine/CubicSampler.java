package org.farfield.rendering.engine;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.farfield.rendering.volume.FlatVoxels;

/**
 * Catmull-Rom interpolation along a line, from 64 voxels.
 *
 * <p>Where all 64 lie in the volume the samples are taken in chunks as {@link LinearSampler} does: four voxels of a row
 * are read as one number, a layer's 16 are weighed into one value, and the four layers added up. A chunk with a missing
 * slice or padding around is done the careful way ({@link VoxelSource#cubic}); beyond, where that way is linear, by the
 * linear sampler.
 */
final class CubicSampler implements LineSampler {

    private static final int CHUNK = FixedPoint.CHUNK;
    private static final int TAPS = 4;

    /** w = ((a f + b) f + c) f + d of each of the four voxels: Catmull and Rom 1974, tension a half. */
    private static final float[][] WEIGHTS = {
        {-0.5f, 1, -0.5f, 0}, {1.5f, -2.5f, 0, 1}, {-1.5f, 2, 0.5f, 0}, {0.5f, -0.5f, 0, 0}
    };

    private final VoxelSource source;
    private final FlatVoxels flat;
    private final LinearSampler linear;
    private final NearestSampler onVoxels;
    private final FixedPoint fixed;
    private final int[] at = new int[CHUNK];
    private final float[] fraction = new float[CHUNK];
    private final float[][] wx = new float[TAPS][CHUNK];
    private final float[][] wy = new float[TAPS][CHUNK];
    private final float[][] wz = new float[TAPS][CHUNK];
    private final int[][] left = new int[TAPS][CHUNK];
    private final int[][] right = new int[TAPS][CHUNK];
    private final float[][] rows = new float[TAPS][CHUNK];
    private final float[] layer = new float[CHUNK];
    private final float[] sum = new float[CHUNK];

    CubicSampler(VoxelSource source) {
        this.source = source;
        this.flat = source.flat;
        this.linear = new LinearSampler(source);
        this.onVoxels = new NearestSampler(source);
        this.fixed = FixedPoint.of(source.geometry);
    }

    @Override
    public boolean sample(VoxelLine line, SampleRun run, float[] out) {
        if (line.onVoxelCentres()) {
            return onVoxels.sample(line, run, out);
        }
        SampleRun possible = line.amid(source.geometry, run, -fixed.error());
        SampleRun inner = line.amid(source.geometry, run, fixed.error());
        if (possible.isEmpty()) {
            return linear.sample(line, run, out);
        }
        if (inner.isEmpty()) {
            inner = new SampleRun(possible.to(), possible.to());
        }
        boolean whole = outside(line, run.from(), possible.from(), out);
        whole &= careful(line, possible.from(), inner.from(), out);
        for (int from = inner.from(); from < inner.to(); from += CHUNK) {
            whole &= chunk(line, from, Math.min(CHUNK, inner.to() - from), out);
        }
        whole &= careful(line, inner.to(), possible.to(), out);
        return outside(line, possible.to(), run.to(), out) && whole;
    }

    private boolean outside(VoxelLine line, int from, int to, float[] out) {
        return from >= to || linear.sample(line, new SampleRun(from, to), out);
    }

    private boolean careful(VoxelLine line, int from, int to, float[] out) {
        boolean whole = true;
        for (int i = from; i < to; i++) {
            out[i] = source.cubic(line.x() + i * line.dx(), line.y() + i * line.dy(), line.z() + i * line.dz());
            whole &= !Float.isNaN(out[i]);
        }
        return whole;
    }

    private boolean chunk(VoxelLine line, int from, int count, float[] out) {
        FixedLine places = new FixedLine(fixed, line, from, count, VoxelSource.NEXT, 1);
        if (!source.hasSlices(places.firstLayer - 2, places.lastLayer + 1)) {
            return careful(line, from, from + count, out);
        }
        Passes.index(places, source.columns, flat.layerVoxels(), at, count);
        weigh(places.x, places.dx, wx, count);
        weigh(places.y, places.dy, wy, count);
        weigh(places.z, places.dz, wz, count);
        Arrays.fill(sum, 0, count, flat.bias());
        boolean clear = true;
        for (int k = 0; k < TAPS; k++) {
            long first = (places.firstLayer + k - 1) * flat.layerBytes() - Short.BYTES;
            for (int j = 0; j < TAPS; j++) {
                fetch(first + (j - 1) * flat.rowBytes(), left[j], right[j], count);
                Passes.weighedRow(left[j], right[j], wx, rows[j], count);
                clear &= !source.padded || (clear(left[j], count) && clear(right[j], count));
            }
            Passes.weighed(rows, wy, layer, count);
            Passes.addWeighed(layer, wz[k], sum, count);
        }
        if (!clear) {
            return careful(line, from, from + count, out);
        }
        System.arraycopy(sum, 0, out, from, count);
        return true;
    }

    private void weigh(int start, int step, float[][] weights, int count) {
        Passes.fraction(start, step, fixed.bits(), fraction, count);
        Passes.add(fraction, (float) -VoxelSource.NEXT, count);
        for (int t = 0; t < TAPS; t++) {
            Passes.polynomial(fraction, WEIGHTS[t], weights[t], count);
        }
    }

    private void fetch(long first, int[] lefts, int[] rights, int count) {
        MemorySegment voxels = flat.memory();
        for (int i = 0; i < count; i++) {
            long four = voxels.get(FlatVoxels.FOUR, first + 2L * at[i]);
            lefts[i] = (int) four;
            rights[i] = (int) (four >>> 32);
        }
    }

    private boolean clear(int[] pairs, int count) {
        return Passes.clear(pairs, source.paddingFirst - flat.bias(), source.paddingSpan, count);
    }
}
