package org.farfield.rendering.engine;

import java.lang.foreign.MemorySegment;
import org.farfield.rendering.volume.FlatVoxels;

/**
 * Casts rays through a shaded volume on one thread.
 *
 * <p>A ray's samples lie at whole steps from the picture's plane, so that pictures of neighbouring pixels and of the
 * next frame sample alike; a piece of a ray that begins or ends within a step gets one sample in the middle of what is
 * left there, with the opacity of that length. So what bounds a volume is sharp and moves smoothly, whatever the step.
 *
 * <p>Positions run in fixed point with 32 bits of fraction. In a block where nothing can be seen the ray leaves, at one
 * stride, the cube round it that {@link EmptySpace} vouches for; in others it takes each sample. A sample is trilinear
 * in the stored values; its gradient is that of central differences, interpolated alike, which needs the 32 voxels
 * around. A ray ends where less than a thousandth of its light is left; a sample that adds less than half a grey level
 * is not lit, which could not be seen.
 */
final class CompositeRay {

    private static final int FRACTION = 32;
    private static final double ONE = 0x1p32;
    private static final float UNIT = 0x1p-24f;
    private static final float DONE = 1f / 1024;
    private static final int BITS = VolumeBlocks.BITS;

    private final CompositeScene scene;
    private final RaySampler sampler;
    private final VoxelGrid grid;
    private final long dx;
    private final long dy;
    private final long dz;
    private final float inverseX;
    private final float inverseY;
    private final float inverseZ;
    private float red;
    private float green;
    private float blue;
    private float through;
    private float cos;
    private float perMm;

    CompositeRay(CompositeScene scene) {
        this.scene = scene;
        this.grid = scene.grid;
        this.sampler = new RaySampler(scene.grid);
        dx = fixed(scene.rays.column().along());
        dy = fixed(scene.rays.row().along());
        dz = fixed(scene.rays.slice().along());
        inverseX = (float) (ONE / dx);
        inverseY = (float) (ONE / dy);
        inverseZ = (float) (ONE / dz);
    }

    private static long fixed(double voxels) {
        return Math.round(voxels * ONE);
    }

    /** The colour of a pixel, opaque ARGB. */
    int cast(double px, double py, RayPieces pieces, int count) {
        red = 0;
        green = 0;
        blue = 0;
        through = 1;
        double x = scene.rays.column().start(px, py);
        double y = scene.rays.row().start(px, py);
        double z = scene.rays.slice().start(px, py);
        for (int i = 0; i < count && through >= DONE; i++) {
            piece(x, y, z, pieces.from(i), pieces.to(i));
        }
        int back = scene.background;
        return 0xff000000
                | (level(red + through * ((back >> 16) & 0xff)) << 16)
                | (level(green + through * ((back >> 8) & 0xff)) << 8)
                | level(blue + through * (back & 0xff));
    }

    private static int level(float colour) {
        return (int) (Math.min(255f, colour) + 0.5f);
    }

    private void piece(double x, double y, double z, double from, double to) {
        double first = Math.ceil(from + 0.5);
        double last = Math.floor(to - 0.5);
        if (first > last + 1) {
            part(x, y, z, from, to);
            return;
        }
        part(x, y, z, from, first - 0.5);
        int count = (int) (last - first + 1);
        if (count > 0) {
            march(
                    fixed(x + first * scene.rays.column().along()),
                    fixed(y + first * scene.rays.row().along()),
                    fixed(z + first * scene.rays.slice().along()),
                    count);
        }
        if (through >= DONE) {
            part(x, y, z, last + 0.5, to);
        }
    }

    /** Less than a step, with one sample in its middle. */
    private void part(double x, double y, double z, double from, double to) {
        double length = to - from;
        if (length > RayGeometry.LEAST_PIECE) {
            double at = (from + to) / 2;
            one(
                    fixed(x + at * scene.rays.column().along()),
                    fixed(y + at * scene.rays.row().along()),
                    fixed(z + at * scene.rays.slice().along()),
                    (float) length);
        }
    }

    private void march(long startX, long startY, long startZ, int count) {
        int across = scene.blocks.across;
        int along = scene.blocks.along;
        byte[] distance = scene.distance;
        boolean[] mixed = scene.blocks.mixed;
        long x = startX;
        long y = startY;
        long z = startZ;
        int left = count;
        while (left > 0) {
            int bx = (int) (x >> (FRACTION + BITS));
            int by = (int) (y >> (FRACTION + BITS));
            int bz = (int) (z >> (FRACTION + BITS));
            int block = (bz * along + by) * across + bx;
            int far = distance[block];
            int reach = Math.max(1, far);
            float tx = (((inverseX > 0 ? bx + reach : bx - reach + 1) << BITS) - (float) (x * 0x1p-32)) * inverseX;
            float ty = (((inverseY > 0 ? by + reach : by - reach + 1) << BITS) - (float) (y * 0x1p-32)) * inverseY;
            float tz = (((inverseZ > 0 ? bz + reach : bz - reach + 1) << BITS) - (float) (z * 0x1p-32)) * inverseZ;
            int steps = Math.min(left, (int) Math.min(tx, Math.min(ty, tz)) + 1);
            steps = Math.max(1, steps);
            if (far == 0) {
                if (mixed[block]) {
                    for (int i = 0; i < steps && through >= DONE; i++) {
                        one(x + i * dx, y + i * dy, z + i * dz, 1);
                    }
                } else {
                    run(x, y, z, steps);
                }
                if (through < DONE) {
                    return;
                }
            }
            x += steps * dx;
            y += steps * dy;
            z += steps * dz;
            left -= steps;
        }
    }

    /** Whole steps where every voxel around is present. */
    private void run(long startX, long startY, long startZ, int steps) {
        FlatVoxels flat = grid.flat;
        MemorySegment voxels = flat.memory();
        long rowBytes = flat.rowBytes();
        long layerBytes = flat.layerBytes();
        int bias = flat.bias();
        TransferTable table = scene.table;
        float[] opacity = table.opacity;
        float scale = table.scale;
        float offset = table.offset;
        long x = startX;
        long y = startY;
        long z = startZ;
        for (int i = 0; i < steps; i++) {
            int c = (int) (x >> FRACTION);
            int r = (int) (y >> FRACTION);
            int s = (int) (z >> FRACTION);
            float fx = ((int) x >>> 8) * UNIT;
            float fy = ((int) y >>> 8) * UNIT;
            float fz = ((int) z >>> 8) * UNIT;
            long at = (s + 1) * layerBytes + r * rowBytes + 2L * c;
            float a = MaximumRay.along(voxels.get(FlatVoxels.PAIR, at), fx);
            float b = MaximumRay.along(voxels.get(FlatVoxels.PAIR, at + rowBytes), fx);
            float d = MaximumRay.along(voxels.get(FlatVoxels.PAIR, at + layerBytes), fx);
            float e = MaximumRay.along(voxels.get(FlatVoxels.PAIR, at + layerBytes + rowBytes), fx);
            a += (b - a) * fy;
            d += (e - d) * fy;
            float value = a + (d - a) * fz + bias;
            int entry = (int) Math.max(0f, Math.min(TransferTable.SIZE - 1f, value * scale + offset));
            float alpha = opacity[entry];
            if (alpha > 0) {
                boolean lit = through * alpha > scene.leastLit;
                if (lit) {
                    gradient(c, r, at, fx, fy, fz);
                }
                add(entry, alpha, lit);
                if (through < DONE) {
                    return;
                }
            }
            x += dx;
            y += dy;
            z += dz;
        }
    }

    /** One sample anywhere, of some length in steps. */
    private void one(long x, long y, long z, float length) {
        int c = (int) (x >> FRACTION);
        int r = (int) (y >> FRACTION);
        int s = (int) (z >> FRACTION);
        float fx = ((int) x >>> 8) * UNIT;
        float fy = ((int) y >>> 8) * UNIT;
        float fz = ((int) z >>> 8) * UNIT;
        sampler.sample(c, r, s, fx, fy, fz);
        float piece = sampler.coverage * length;
        if (!(piece > 0)) {
            return;
        }
        int entry = scene.table.entry(sampler.value);
        float alpha = scene.table.opacity[entry];
        if (alpha > 0) {
            float opacity = piece > 0.9999f ? alpha : (float) (1 - Math.pow(1 - alpha, piece));
            boolean lit = through * opacity > scene.leastLit;
            if (lit) {
                sampler.gradient(c, r, s, fx, fy, fz);
                towards(sampler.alongColumns, sampler.alongRows, sampler.alongSlices);
            }
            add(entry, opacity, lit);
        }
    }

    private void add(int entry, float opacity, boolean lit) {
        CompositeScene s = scene;
        float share = through * opacity;
        float bright = 1;
        float shine = 0;
        if (lit) {
            if (s.perEdge > 0) {
                share *= Math.min(1, perMm * s.perEdge);
            }
            float at = cos * CompositeScene.SHINE_STEPS;
            int i = (int) at;
            float surface = Math.min(1, perMm * s.perSurface);
            bright += (s.ambient + s.diffuse * cos - 1) * surface;
            shine = s.specular * surface * (s.shine[i] + (s.shine[i + 1] - s.shine[i]) * (at - i));
        }
        TransferTable table = s.table;
        red += share * (table.red[entry] * bright + shine);
        green += share * (table.green[entry] * bright + shine);
        blue += share * (table.blue[entry] * bright + shine);
        through -= share;
    }

    /** Sets {@link #cos} and {@link #perMm} from the differences of stored values along the axes. */
    private void towards(float gx, float gy, float gz) {
        float[] t = scene.light.towards();
        float[] q = scene.light.squared();
        float square = gx * (q[0] * gx + q[3] * gy + q[4] * gz) + gy * (q[1] * gy + q[5] * gz) + q[2] * gz * gz;
        perMm = (float) Math.sqrt(Math.max(0, square));
        float along = Math.abs(gx * t[0] + gy * t[1] + gz * t[2]);
        cos = perMm > 1e-6f ? Math.min(1, along / perMm) : 0;
    }

    private void gradient(int c, int r, long at, float fx, float fy, float fz) {
        FlatVoxels flat = grid.flat;
        MemorySegment voxels = flat.memory();
        long row = flat.rowBytes();
        long layer = flat.layerBytes();
        long front = r > 0 ? at - row : at;
        long back = r + 2 < grid.rows ? at + 2 * row : at + row;
        long lower = four(voxels, at, c);
        long lowerNext = four(voxels, at + row, c);
        long upper = four(voxels, at + layer, c);
        long upperNext = four(voxels, at + layer + row, c);
        float a = MaximumRay.along((int) (lower >> 16), fx);
        float b = MaximumRay.along((int) (lowerNext >> 16), fx);
        float d = MaximumRay.along((int) (upper >> 16), fx);
        float e = MaximumRay.along((int) (upperNext >> 16), fx);
        float ux = mix(across(lower, fx), across(lowerNext, fx), fy);
        float vx = mix(across(upper, fx), across(upperNext, fx), fy);
        float uy = mix(b - pair(voxels, front, fx), pair(voxels, back, fx) - a, fy);
        float vy = mix(e - pair(voxels, front + layer, fx), pair(voxels, back + layer, fx) - d, fy);
        float uz = mix(d - pair(voxels, at - layer, fx), e - pair(voxels, at - layer + row, fx), fy);
        float vz = mix(pair(voxels, at + 2 * layer, fx) - a, pair(voxels, at + 2 * layer + row, fx) - b, fy);
        towards(0.5f * mix(ux, vx, fz), 0.5f * mix(uy, vy, fz), 0.5f * mix(uz, vz, fz));
    }

    private static float pair(MemorySegment voxels, long at, float fx) {
        return MaximumRay.along(voxels.get(FlatVoxels.PAIR, at), fx);
    }

    /** A voxel, the one before it and the two after it; beyond the volume's border the border goes on. */
    private long four(MemorySegment voxels, long at, int c) {
        long four = voxels.get(FlatVoxels.FOUR, at - Short.BYTES);
        if (c == 0) {
            four = (four & ~0xFFFFL) | ((four >>> 16) & 0xFFFF);
        }
        if (c + 2 >= grid.columns) {
            four = (four & 0xFFFF_FFFF_FFFFL) | ((four << 16) & (0xFFFFL << 48));
        }
        return four;
    }

    /** Differences along a row at the two middle ones of four voxels, brought together. */
    private static float across(long four, float fx) {
        float first = (short) (four >> 32) - (short) four;
        float second = (short) (four >> 48) - (short) (four >> 16);
        return mix(first, second, fx);
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
