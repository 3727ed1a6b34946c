package org.farfield.rendering.engine;

/** One thread's scratch for the rows of one picture. */
final class RowBuffer {

    final LineSampler sampler;
    final float[] values;
    final float[] layer;
    final float[] weights;

    RowBuffer(int width, LineSampler sampler) {
        this.sampler = sampler;
        values = new float[width];
        layer = new float[width];
        weights = new float[width];
    }
}
