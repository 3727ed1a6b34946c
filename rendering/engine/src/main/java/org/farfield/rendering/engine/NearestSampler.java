package org.farfield.rendering.engine;

/** The nearest voxel's value. */
final class NearestSampler implements LineSampler {

    @Override
    public void sample(VoxelSource source, VoxelLine line, SampleRun run, float[] out) {
        for (int i = run.from(); i < run.to(); i++) {
            out[i] = source.nearest(line.x() + i * line.dx(), line.y() + i * line.dy(), line.z() + i * line.dz());
        }
    }
}
