package org.farfield.rendering.engine;

/** One thread's scratch for one row of a picture. */
final class RowBuffer {

    final float[] values;
    final float[] layer;
    final float[] weights;

    RowBuffer(int width) {
        values = new float[width];
        layer = new float[width];
        weights = new float[width];
    }
}
