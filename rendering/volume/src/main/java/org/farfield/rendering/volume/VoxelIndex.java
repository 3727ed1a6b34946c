package org.farfield.rendering.volume;

/** One voxel of a volume, counted from 0. */
public record VoxelIndex(int column, int row, int slice) {}
