package org.farfield.rendering.engine;

import java.lang.foreign.MemorySegment;
import org.farfield.rendering.volume.FlatVoxels;

/**
 * Finds the highest value on rays, on one thread. Samples lie as those of {@link CompositeRay} do.
 *
 * <p>The search begins where the ray before had its highest value, as it is most likely near there again; from then on
 * cubes of blocks, and blocks, whose highest value is not above what was found are left at one stride. The answer is
 * the maximum of the same samples in whatever order they are taken.
 */
final class MaximumRay {

    /** No sample on the ray was present. */
    static final float NOTHING = Float.NEGATIVE_INFINITY;

    private static final int FRACTION = 32;
    private static final double ONE = 0x1p32;
    private static final float UNIT = 0x1p-24f;
    /** A place of which less than this is present is left out. */
    static final float LEAST_COVERAGE = 0.25f;

    private final RayGeometry rays;
    private final VoxelGrid grid;
    private final BlockPeaks peaks;
    private final RaySampler sampler;
    private final long dx;
    private final long dy;
    private final long dz;
    private final float inverseX;
    private final float inverseY;
    private final float inverseZ;
    private float best;
    private double bestAt;

    MaximumRay(RayGeometry rays, VoxelGrid grid, BlockPeaks peaks) {
        this.rays = rays;
        this.grid = grid;
        this.peaks = peaks;
        this.sampler = new RaySampler(grid);
        dx = fixed(rays.column().along());
        dy = fixed(rays.row().along());
        dz = fixed(rays.slice().along());
        inverseX = (float) (ONE / dx);
        inverseY = (float) (ONE / dy);
        inverseZ = (float) (ONE / dz);
    }

    private static long fixed(double voxels) {
        return Math.round(voxels * ONE);
    }

    /** The highest stored value on a pixel's ray, or {@link #NOTHING}. */
    float cast(double px, double py, RayPieces pieces, int count) {
        best = NOTHING;
        double x = rays.column().start(px, py);
        double y = rays.row().start(px, py);
        double z = rays.slice().start(px, py);
        for (int i = 0; i < count; i++) {
            piece(x, y, z, pieces.from(i), pieces.to(i));
        }
        return best;
    }

    private void piece(double x, double y, double z, double from, double to) {
        double first = Math.ceil(from + 0.5);
        double last = Math.floor(to - 0.5);
        if (first > last + 1) {
            part(x, y, z, from, to);
            return;
        }
        if (bestAt >= first && bestAt <= last) {
            double guess = bestAt;
            at(x, y, z, guess);
            if (guess > first) {
                at(x, y, z, guess - 1);
            }
            if (guess < last) {
                at(x, y, z, guess + 1);
            }
        }
        int count = (int) (last - first + 1);
        if (count > 0) {
            march(
                    fixed(x + first * rays.column().along()),
                    fixed(y + first * rays.row().along()),
                    fixed(z + first * rays.slice().along()),
                    count,
                    first);
        }
        part(x, y, z, from, first - 0.5);
        part(x, y, z, last + 0.5, to);
    }

    private void part(double x, double y, double z, double from, double to) {
        if (to - from > RayGeometry.LEAST_PIECE) {
            at(x, y, z, (from + to) / 2);
        }
    }

    private void at(double x, double y, double z, double at) {
        take(
                fixed(x + at * rays.column().along()),
                fixed(y + at * rays.row().along()),
                fixed(z + at * rays.slice().along()),
                at);
    }

    /** One sample anywhere. */
    private void take(long x, long y, long z, double at) {
        sampler.sample(
                (int) (x >> FRACTION),
                (int) (y >> FRACTION),
                (int) (z >> FRACTION),
                ((int) x >>> 8) * UNIT,
                ((int) y >>> 8) * UNIT,
                ((int) z >>> 8) * UNIT);
        if (sampler.coverage >= LEAST_COVERAGE && sampler.value > best) {
            best = sampler.value;
            bestAt = Math.floor(at + 0.5);
        }
    }

    private void march(long startX, long startY, long startZ, int count, double first) {
        VolumeBlocks blocks = peaks.blocks;
        float[] fine = peaks.fine;
        float[] coarse = peaks.coarse;
        long x = startX;
        long y = startY;
        long z = startZ;
        int left = count;
        while (left > 0) {
            int bx = (int) (x >> (FRACTION + BlockPeaks.COARSE_BITS));
            int by = (int) (y >> (FRACTION + BlockPeaks.COARSE_BITS));
            int bz = (int) (z >> (FRACTION + BlockPeaks.COARSE_BITS));
            int steps;
            if (coarse[(bz * peaks.coarseAlong + by) * peaks.coarseAcross + bx] <= best) {
                steps = Math.min(left, steps(x, y, z, bx, by, bz, BlockPeaks.COARSE_BITS));
            } else {
                bx = (int) (x >> (FRACTION + VolumeBlocks.BITS));
                by = (int) (y >> (FRACTION + VolumeBlocks.BITS));
                bz = (int) (z >> (FRACTION + VolumeBlocks.BITS));
                int block = (bz * blocks.along + by) * blocks.across + bx;
                steps = Math.min(left, steps(x, y, z, bx, by, bz, VolumeBlocks.BITS));
                if (fine[block] > best) {
                    if (blocks.mixed[block]) {
                        for (int i = 0; i < steps; i++) {
                            take(x + i * dx, y + i * dy, z + i * dz, first + count - left + i);
                        }
                    } else {
                        run(x, y, z, steps, first + count - left);
                    }
                }
            }
            x += steps * dx;
            y += steps * dy;
            z += steps * dz;
            left -= steps;
        }
    }

    /** How many samples from here on lie in the same block. */
    private int steps(long x, long y, long z, int bx, int by, int bz, int bits) {
        float tx = (((inverseX > 0 ? bx + 1 : bx) << bits) - (float) (x * 0x1p-32)) * inverseX;
        float ty = (((inverseY > 0 ? by + 1 : by) << bits) - (float) (y * 0x1p-32)) * inverseY;
        float tz = (((inverseZ > 0 ? bz + 1 : bz) << bits) - (float) (z * 0x1p-32)) * inverseZ;
        return Math.max(1, (int) Math.min(tx, Math.min(ty, tz)) + 1);
    }

    /** Whole steps where every voxel around is present. */
    private void run(long startX, long startY, long startZ, int steps, double first) {
        FlatVoxels flat = grid.flat;
        MemorySegment voxels = flat.memory();
        long rowBytes = flat.rowBytes();
        long layerBytes = flat.layerBytes();
        int bias = flat.bias();
        long x = startX;
        long y = startY;
        long z = startZ;
        float highest = best;
        int where = -1;
        for (int i = 0; i < steps; i++) {
            float fx = ((int) x >>> 8) * UNIT;
            float fy = ((int) y >>> 8) * UNIT;
            float fz = ((int) z >>> 8) * UNIT;
            long at = ((z >> FRACTION) + 1) * layerBytes + (y >> FRACTION) * rowBytes + 2 * (x >> FRACTION);
            float a = along(voxels.get(FlatVoxels.PAIR, at), fx);
            float b = along(voxels.get(FlatVoxels.PAIR, at + rowBytes), fx);
            float d = along(voxels.get(FlatVoxels.PAIR, at + layerBytes), fx);
            float e = along(voxels.get(FlatVoxels.PAIR, at + layerBytes + rowBytes), fx);
            a += (b - a) * fy;
            d += (e - d) * fy;
            float value = a + (d - a) * fz + bias;
            if (value > highest) {
                highest = value;
                where = i;
            }
            x += dx;
            y += dy;
            z += dz;
        }
        if (where >= 0) {
            best = highest;
            bestAt = first + where;
        }
    }

    /** Between the two voxels of a pair. */
    static float along(int pair, float share) {
        float first = (short) pair;
        return first + ((pair >> 16) - first) * share;
    }
}
