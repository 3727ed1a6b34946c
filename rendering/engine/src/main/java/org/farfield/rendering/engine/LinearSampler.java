package org.farfield.rendering.engine;

/**
 * Trilinear interpolation along a line.
 *
 * <p>The line is clipped once: samples near the volume's faces take the careful way ({@link VoxelSource#sample}), the
 * run between is surrounded by voxels and needs no test of its place. There each sample reads its eight voxels, and
 * goes the careful way only where its cell has a slice missing or one of the eight is padding.
 */
final class LinearSampler implements LineSampler {

    @Override
    public void sample(VoxelSource source, VoxelLine line, SampleRun run, float[] out) {
        SampleRun inner = line.surrounded(source.geometry, run);
        if (inner.isEmpty()) {
            careful(source, line, run.from(), run.to(), out);
            return;
        }
        careful(source, line, run.from(), inner.from(), out);
        if (source.padded) {
            padded(source, line, inner.from(), inner.to(), out);
        } else {
            plain(source, line, inner.from(), inner.to(), out);
        }
        careful(source, line, inner.to(), run.to(), out);
    }

    private static void careful(VoxelSource source, VoxelLine line, int from, int to, float[] out) {
        for (int i = from; i < to; i++) {
            out[i] = source.sample(line.x() + i * line.dx(), line.y() + i * line.dy(), line.z() + i * line.dz());
        }
    }

    private static void plain(VoxelSource source, VoxelLine line, int from, int to, float[] out) {
        short[][] lower = source.lower;
        short[][] upper = source.upper;
        int columns = source.columns;
        int mask = source.mask;
        double dx = line.dx();
        double dy = line.dy();
        double dz = line.dz();
        double x = line.x() + from * dx;
        double y = line.y() + from * dy;
        double z = line.z() + from * dz + 1;
        for (int i = from; i < to; i++) {
            int c = (int) x;
            int r = (int) y;
            int s = (int) z;
            short[] low = lower[s];
            if (low == null) {
                out[i] = source.sample(x, y, z - 1);
            } else {
                short[] high = upper[s];
                float fx = (float) (x - c);
                float fy = (float) (y - r);
                float fz = (float) (z - s);
                int at = r * columns + c;
                int below = at + columns;
                float a = mix(low[at] & mask, low[at + 1] & mask, fx);
                float b = mix(low[below] & mask, low[below + 1] & mask, fx);
                float d = mix(high[at] & mask, high[at + 1] & mask, fx);
                float e = mix(high[below] & mask, high[below + 1] & mask, fx);
                float near = a + (b - a) * fy;
                float far = d + (e - d) * fy;
                out[i] = near + (far - near) * fz;
            }
            x += dx;
            y += dy;
            z += dz;
        }
    }

    private static void padded(VoxelSource source, VoxelLine line, int from, int to, float[] out) {
        short[][] lower = source.lower;
        short[][] upper = source.upper;
        int columns = source.columns;
        int mask = source.mask;
        int first = source.paddingFirst;
        int span = source.paddingSpan;
        double dx = line.dx();
        double dy = line.dy();
        double dz = line.dz();
        double x = line.x() + from * dx;
        double y = line.y() + from * dy;
        double z = line.z() + from * dz + 1;
        for (int i = from; i < to; i++) {
            int c = (int) x;
            int r = (int) y;
            int s = (int) z;
            short[] low = lower[s];
            if (low == null) {
                out[i] = source.sample(x, y, z - 1);
            } else {
                short[] high = upper[s];
                int at = r * columns + c;
                int below = at + columns;
                int v0 = low[at] & mask;
                int v1 = low[at + 1] & mask;
                int v2 = low[below] & mask;
                int v3 = low[below + 1] & mask;
                int v4 = high[at] & mask;
                int v5 = high[at + 1] & mask;
                int v6 = high[below] & mask;
                int v7 = high[below + 1] & mask;
                int clear = outside(v0 - first, span)
                        & outside(v1 - first, span)
                        & outside(v2 - first, span)
                        & outside(v3 - first, span)
                        & outside(v4 - first, span)
                        & outside(v5 - first, span)
                        & outside(v6 - first, span)
                        & outside(v7 - first, span);
                if (clear >= 0) {
                    out[i] = source.sample(x, y, z - 1);
                } else {
                    float fx = (float) (x - c);
                    float fy = (float) (y - r);
                    float fz = (float) (z - s);
                    float a = mix(v0, v1, fx);
                    float b = mix(v2, v3, fx);
                    float d = mix(v4, v5, fx);
                    float e = mix(v6, v7, fx);
                    float near = a + (b - a) * fy;
                    float far = d + (e - d) * fy;
                    out[i] = near + (far - near) * fz;
                }
            }
            x += dx;
            y += dy;
            z += dz;
        }
    }

    /** Negative where the distance above the first padding value is outside 0 to span. */
    private static int outside(int distance, int span) {
        return distance | (span - distance);
    }

    private static float mix(int a, int b, float share) {
        return a + (b - a) * share;
    }
}
