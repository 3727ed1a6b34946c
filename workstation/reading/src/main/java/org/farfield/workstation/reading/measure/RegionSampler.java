package org.farfield.workstation.reading.measure;

import java.util.Optional;
import org.farfield.rendering.engine.PointSampler;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * Finds the voxels of a region. Where the region lies along a layer of voxels (an axial one in an axial series, or one
 * looked at from the front or the side), they are those of the nearest layer whose centres lie within it. On any other
 * plane the values are interpolated as the picture's are, on a grid as fine as the finest voxel edge.
 */
final class RegionSampler {
    private static final int MOST_SAMPLES = 4_000_000;

    private final Volume volume;
    private final Measurement region;
    private final RegionStatistics.Sum sum;

    private RegionSampler(Volume volume, Measurement region) {
        this.volume = volume;
        this.region = region;
        this.sum = new RegionStatistics.Sum(volume);
    }

    /** Empty where no voxel with a value lies within. */
    static Optional<RegionStatistics> statistics(Volume volume, Measurement region) {
        RegionSampler sampler = new RegionSampler(volume, region);
        sampler.sample();
        RegionStatistics result = sampler.sum.result();
        return result.count() == 0 ? Optional.empty() : Optional.of(result);
    }

    private void sample() {
        VolumeGeometry g = volume.geometry();
        DrawingPlane plane = region.plane();
        VoxelPosition at = g.toVoxel(plane.origin());
        if (plane.isNormal(g.columnStep().cross(g.rowStep()))) {
            int slice = (int) Math.rint(at.slice());
            layer(g.columns(), g.rows(), 0, 1, (column, row) -> voxel(column, row, slice));
        } else if (plane.isNormal(g.columnStep().cross(g.sliceStep()))) {
            int row = (int) Math.rint(at.row());
            layer(g.columns(), g.slices(), 0, 2, (column, slice) -> voxel(column, row, slice));
        } else if (plane.isNormal(g.rowStep().cross(g.sliceStep()))) {
            int column = (int) Math.rint(at.column());
            layer(g.rows(), g.slices(), 1, 2, (row, slice) -> voxel(column, row, slice));
        } else {
            grid();
        }
    }

    /** Something done with two of a voxel's three numbers. */
    private interface Pair {
        void at(int first, int second);
    }

    private static double axis(VoxelPosition at, int which) {
        return which == 0 ? at.column() : which == 1 ? at.row() : at.slice();
    }

    /** The voxels of a layer that the region's box touches. */
    private void layer(int firsts, int seconds, int firstAxis, int secondAxis, Pair voxel) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (PatientPoint corner : region.outline()) {
            VoxelPosition at = volume.geometry().toVoxel(corner);
            low[0] = Math.min(low[0], axis(at, firstAxis));
            high[0] = Math.max(high[0], axis(at, firstAxis));
            low[1] = Math.min(low[1], axis(at, secondAxis));
            high[1] = Math.max(high[1], axis(at, secondAxis));
        }
        int firstEnd = (int) Math.min(firsts - 1.0, Math.ceil(high[0]));
        int secondEnd = (int) Math.min(seconds - 1.0, Math.ceil(high[1]));
        for (int second = (int) Math.max(0, Math.floor(low[1])); second <= secondEnd; second++) {
            for (int first = (int) Math.max(0, Math.floor(low[0])); first <= firstEnd; first++) {
                voxel.at(first, second);
            }
        }
    }

    private void voxel(int column, int row, int slice) {
        VolumeGeometry g = volume.geometry();
        if (column < 0 || row < 0 || slice < 0 || column >= g.columns() || row >= g.rows() || slice >= g.slices()) {
            return;
        }
        PatientPoint centre = g.toPatient(column, row, slice);
        if (region.encloses(region.plane().across(centre), region.plane().along(centre))) {
            sum.add(column, row, slice);
        }
    }

    private void grid() {
        VolumeGeometry g = volume.geometry();
        double step = Math.min(
                g.columnStep().length(),
                Math.min(g.rowStep().length(), g.sliceStep().length()));
        PointSampler values = new PointSampler(volume);
        Measurement.Box box = region.box();
        double wanted = box.width() / step * (box.height() / step);
        double pitch = step * Math.max(1, Math.sqrt(wanted / MOST_SAMPLES));
        for (double along = box.top() + pitch / 2; along < box.bottom(); along += pitch) {
            for (double across = box.left() + pitch / 2; across < box.right(); across += pitch) {
                if (region.encloses(across, along)) {
                    values.at(region.plane().at(across, along)).ifPresent(sum::add);
                }
            }
        }
    }
}
