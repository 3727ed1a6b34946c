package org.farfield.remote.twin.phantom;

/**
 * A square grid of {@code size} x {@code size} pixels of {@code pixelMm}, its middle on the axis of rotation (x = y =
 * 0).
 */
public record PlaneGrid(int size, double pixelMm) {
    /** The coordinate in mm of a pixel's centre (x of a column, y of a row). */
    public double coordinate(double index) {
        return (index - (size - 1) / 2.0) * pixelMm;
    }

    /** The index, whole at a pixel's centre, of a coordinate in mm. */
    public double index(double coordinate) {
        return coordinate / pixelMm + (size - 1) / 2.0;
    }
}
