package org.farfield.workstation.reading.compare;

import java.util.Arrays;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * A volume on a coarser grid along its own axes, each value the mean of the voxels around it, kept within limits so
 * that a table's metal or a bolus does not outweigh the body. Slices that have not come count as the lowest value.
 * Immutable; any thread.
 */
final class CoarseVolume {
    private final VolumeGeometry geometry;
    private final int stepX;
    private final int stepY;
    private final int stepZ;
    private final int sizeX;
    private final int sizeY;
    private final int sizeZ;
    private final float[] values;

    /** @param lowest values below count as this one, and those above {@code highest} as that */
    CoarseVolume(Volume volume, double gridMm, double lowest, double highest) {
        geometry = volume.geometry();
        stepX = steps(gridMm, geometry.columnSpacingMm(), geometry.columns());
        stepY = steps(gridMm, geometry.rowSpacingMm(), geometry.rows());
        stepZ = steps(gridMm, geometry.sliceSpacingMm(), geometry.slices());
        sizeX = geometry.columns() / stepX;
        sizeY = geometry.rows() / stepY;
        sizeZ = geometry.slices() / stepZ;
        values = new float[sizeX * sizeY * sizeZ];
        double[] sums = new double[sizeX * sizeY];
        for (int z = 0; z < sizeZ; z++) {
            Arrays.fill(sums, 0);
            for (int k = z * stepZ; k < (z + 1) * stepZ; k++) {
                addSlice(volume, k, lowest, highest, sums);
            }
            double parts = (double) stepX * stepY * stepZ;
            for (int i = 0; i < sums.length; i++) {
                values[z * sums.length + i] = (float) (sums[i] / parts);
            }
        }
    }

    private static int steps(double gridMm, double spacingMm, int count) {
        return Math.clamp(Math.round(gridMm / spacingMm), 1, count);
    }

    private void addSlice(Volume volume, int k, double lowest, double highest, double[] sums) {
        boolean there = volume.has(k);
        for (int row = 0; row < sizeY * stepY; row++) {
            int base = row / stepY * sizeX;
            for (int column = 0; column < sizeX * stepX; column++) {
                double value = there && volume.present(column, row, k) ? volume.value(column, row, k) : lowest;
                sums[base + column / stepX] += Math.clamp(value, lowest, highest);
            }
        }
    }

    int sizeX() {
        return sizeX;
    }

    int sizeY() {
        return sizeY;
    }

    int sizeZ() {
        return sizeZ;
    }

    float value(int x, int y, int z) {
        return values[(z * sizeY + y) * sizeX + x];
    }

    /** How many values are above this one. */
    int countAbove(double value) {
        int count = 0;
        for (float each : values) {
            count += each > value ? 1 : 0;
        }
        return count;
    }

    /** Where a place of the grid lies in the patient. */
    PatientPoint point(double x, double y, double z) {
        return geometry.toPatient((x + 0.5) * stepX - 0.5, (y + 0.5) * stepY - 0.5, (z + 0.5) * stepZ - 0.5);
    }

    /** The place in the grid of a point of the patient. */
    VoxelPosition place(PatientPoint point) {
        VoxelPosition voxel = geometry.toVoxel(point);
        return new VoxelPosition(
                (voxel.column() + 0.5) / stepX - 0.5,
                (voxel.row() + 0.5) / stepY - 0.5,
                (voxel.slice() + 0.5) / stepZ - 0.5);
    }

    PatientVector extent() {
        return geometry.bounds().size();
    }

    PatientPoint center() {
        return geometry.center();
    }

    /** The value at a place of the grid, linear between its own; NaN outside. */
    double at(double x, double y, double z) {
        if (!(x >= 0 && y >= 0 && z >= 0 && x <= sizeX - 1 && y <= sizeY - 1 && z <= sizeZ - 1)) {
            return Double.NaN;
        }
        int i = Math.min((int) x, Math.max(0, sizeX - 2));
        int j = Math.min((int) y, Math.max(0, sizeY - 2));
        int k = Math.min((int) z, Math.max(0, sizeZ - 2));
        double below = plane(k, i, j, x - i, y - j);
        return sizeZ < 2 ? below : below + (z - k) * (plane(k + 1, i, j, x - i, y - j) - below);
    }

    private double plane(int k, int i, int j, double u, double v) {
        int at = (k * sizeY + j) * sizeX + i;
        int right = sizeX < 2 ? 0 : 1;
        int down = sizeY < 2 ? 0 : sizeX;
        double upper = values[at] + u * (values[at + right] - values[at]);
        double lower = values[at + down] + u * (values[at + down + right] - values[at + down]);
        return upper + v * (lower - upper);
    }
}
