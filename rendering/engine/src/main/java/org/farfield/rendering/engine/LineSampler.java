package org.farfield.rendering.engine;

/** Reads stored values along a line; the inner loop of every reformat. Without state: many threads share one. */
interface LineSampler {

    /**
     * Writes the values of the samples in {@code run}, each to its own number in {@code out}; {@link Float#NaN} where
     * absent.
     *
     * @param run samples within {@link VoxelLine#touching} the volume
     */
    void sample(VoxelSource source, VoxelLine line, SampleRun run, float[] out);

    static LineSampler of(Interpolation interpolation) {
        return switch (interpolation) {
            case NEAREST -> new NearestSampler();
            case LINEAR -> new LinearSampler();
        };
    }
}
