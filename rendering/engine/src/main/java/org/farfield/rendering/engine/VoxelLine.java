package org.farfield.rendering.engine;

import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/** Evenly spaced samples on a straight line through a volume, in voxels: sample i lies at start + i * step. */
record VoxelLine(double x, double y, double z, double dx, double dy, double dz) {

    /** A sample farther than this from the next border is safely within, whatever rounding does. */
    private static final double SLACK = 1e-7;

    static VoxelLine of(VoxelPosition start, VoxelPosition step) {
        return new VoxelLine(start.column(), start.row(), start.slice(), step.column(), step.row(), step.slice());
    }

    VoxelLine shifted(VoxelPosition by, double times) {
        return new VoxelLine(x + by.column() * times, y + by.row() * times, z + by.slice() * times, dx, dy, dz);
    }

    /**
     * The samples 0 to {@code count} that may lie in the volume to its outer faces: a superset by at most one each
     * side.
     */
    SampleRun touching(VolumeGeometry g, int count) {
        return SampleRun.all(count)
                .within(x, dx, -VoxelSource.HALF - SLACK, g.columns() - 0.5 + SLACK)
                .within(y, dy, -VoxelSource.HALF - SLACK, g.rows() - 0.5 + SLACK)
                .within(z, dz, -VoxelSource.HALF - SLACK, g.slices() - 0.5 + SLACK);
    }

    /**
     * Those of {@code run} that have voxel centres on every side within the slice, and lie between the outer faces of
     * the stack, even if their places are wrong by {@code slack} voxels.
     */
    SampleRun surrounded(VolumeGeometry g, SampleRun run, double slack) {
        return run.within(x, dx, slack, g.columns() - 1 - slack)
                .within(y, dy, slack, g.rows() - 1 - slack)
                .within(z, dz, -0.5 + slack, g.slices() - VoxelSource.HALF - slack);
    }

    /**
     * Those of {@code run} whose nearest voxel lies in the volume, even if their places are wrong by {@code slack}
     * voxels.
     */
    SampleRun inside(VolumeGeometry g, SampleRun run, double slack) {
        return run.within(x, dx, -0.5 + slack, g.columns() - VoxelSource.HALF - slack)
                .within(y, dy, -0.5 + slack, g.rows() - VoxelSource.HALF - slack)
                .within(z, dz, -0.5 + slack, g.slices() - VoxelSource.HALF - slack);
    }

    /**
     * Those of {@code run} that have two voxels before and two behind on every axis ({@link VoxelSource#cubic}), even
     * if their places are wrong by {@code slack} voxels.
     */
    SampleRun amid(VolumeGeometry g, SampleRun run, double slack) {
        double low = 1 - VoxelSource.NEXT + slack;
        double beyond = 2 + VoxelSource.NEXT + slack;
        return run.within(x, dx, low, g.columns() - beyond)
                .within(y, dy, low, g.rows() - beyond)
                .within(z, dz, low, g.slices() - beyond);
    }

    /** Whether every sample is a voxel's centre, as in native planes: then the voxel alone is the value. */
    boolean onVoxelCentres() {
        return whole(x) && whole(y) && whole(z) && whole(dx) && whole(dy) && whole(dz);
    }

    private static boolean whole(double voxels) {
        return Math.abs(voxels - Math.rint(voxels)) < SLACK;
    }
}
