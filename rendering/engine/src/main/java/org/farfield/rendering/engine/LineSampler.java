package org.farfield.rendering.engine;

/** Reads stored values along lines; the inner loop of every reformat. Holds scratch: one a thread. */
interface LineSampler {

    /**
     * Writes the values of the samples in {@code run}, each to its own number in {@code out}; {@link Float#NaN} where
     * absent.
     *
     * @param run samples within {@link VoxelLine#touching} the volume
     * @return whether every sample is present
     */
    boolean sample(VoxelLine line, SampleRun run, float[] out);

    static LineSampler of(Interpolation interpolation, VoxelSource source) {
        return switch (interpolation) {
            case NEAREST -> new NearestSampler(source);
            case LINEAR -> new LinearSampler(source);
            case CUBIC -> new CubicSampler(source);
        };
    }
}
