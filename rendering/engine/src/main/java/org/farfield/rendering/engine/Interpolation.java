package org.farfield.rendering.engine;

/** How a value between voxel centres is found. */
public enum Interpolation {
    /** The nearest voxel's value. */
    NEAREST,
    /** Trilinear between the eight voxels around. */
    LINEAR,
    /**
     * Catmull-Rom between the 64 voxels around, which passes through every voxel's value and may overshoot between
     * them; trilinear where one of the 64 is absent.
     */
    CUBIC
}
