package org.farfield.rendering.engine;

/** How a value between voxel centres is found. */
public enum Interpolation {
    /** The nearest voxel's value. */
    NEAREST,
    /** Trilinear between the eight voxels around. */
    LINEAR
}
