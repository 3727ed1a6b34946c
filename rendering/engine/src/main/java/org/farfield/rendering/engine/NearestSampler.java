package org.farfield.rendering.engine;

/**
 * The nearest voxel's value. Within the volume places are stepped in fixed point; near its faces the careful way
 * decides.
 */
final class NearestSampler implements LineSampler {

    private final VoxelSource source;
    private final FixedPoint fixed;

    NearestSampler(VoxelSource source) {
        this.source = source;
        this.fixed = FixedPoint.of(source.geometry);
    }

    @Override
    public boolean sample(VoxelLine line, SampleRun run, float[] out) {
        SampleRun inner = line.inside(source.geometry, run, fixed.error());
        if (inner.isEmpty()) {
            return careful(line, run.from(), run.to(), out);
        }
        boolean whole = careful(line, run.from(), inner.from(), out);
        for (int from = inner.from(); from < inner.to(); from += FixedPoint.CHUNK) {
            whole &= chunk(line, from, Math.min(FixedPoint.CHUNK, inner.to() - from), out);
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
        int bits = fixed.bits();
        int x = fixed.of(line.x() + from * line.dx() + VoxelSource.HALF);
        int y = fixed.of(line.y() + from * line.dy() + VoxelSource.HALF);
        int z = fixed.of(line.z() + from * line.dz() + VoxelSource.HALF);
        int dx = fixed.of(line.dx());
        int dy = fixed.of(line.dy());
        int dz = fixed.of(line.dz());
        boolean whole = true;
        for (int i = 0; i < count; i++) {
            float value = source.within(x >> bits, y >> bits, z >> bits);
            out[from + i] = value;
            whole &= !Float.isNaN(value);
            x += dx;
            y += dy;
            z += dz;
        }
        return whole;
    }
}
