package org.farfield.rendering.volume;

import java.util.Optional;

/**
 * Where the voxels of a volume lie in the patient: an affine map from voxel to millimetres, LPS (PS3.3 C.7.6.2.1.1).
 *
 * <p>{@code origin} is the centre of voxel (0, 0, 0); each step leads to the next voxel's centre. The steps need not be
 * perpendicular: with a tilted gantry the slice step is sheared against the slice normal, and everything that goes
 * through {@link #toVoxel} comes out straight without touching a voxel.
 */
public record VolumeGeometry(
        int columns,
        int rows,
        int slices,
        PatientPoint origin,
        PatientVector columnStep,
        PatientVector rowStep,
        PatientVector sliceStep,
        FrameOfReference frameOfReference) {

    public VolumeGeometry {
        if (columns < 1 || rows < 1 || slices < 1) {
            throw new IllegalArgumentException("a volume of " + columns + "x" + rows + "x" + slices + " voxels");
        }
        double volume = columnStep.cross(rowStep).dot(sliceStep);
        if (!origin.isFinite() || !Double.isFinite(volume) || volume == 0) {
            throw new IllegalArgumentException(
                    "the steps " + columnStep + ", " + rowStep + ", " + sliceStep + " do not span a volume");
        }
    }

    /** The centre of a voxel, or any place between. */
    public PatientPoint toPatient(double column, double row, double slice) {
        return origin.plus(columnStep.times(column)).plus(rowStep.times(row)).plus(sliceStep.times(slice));
    }

    /** Where in the volume a point of the patient lies; may be outside. */
    public VoxelPosition toVoxel(PatientPoint point) {
        return toVoxel(point.minus(origin));
    }

    /** How many voxels along each axis a displacement in the patient spans. */
    public VoxelPosition toVoxel(PatientVector mm) {
        double volume = columnStep.cross(rowStep).dot(sliceStep);
        return new VoxelPosition(
                rowStep.cross(sliceStep).dot(mm) / volume,
                sliceStep.cross(columnStep).dot(mm) / volume,
                columnStep.cross(rowStep).dot(mm) / volume);
    }

    /** The voxel that holds the point, empty outside. A voxel reaches half a step to each side of its centre. */
    public Optional<VoxelIndex> voxelAt(PatientPoint point) {
        VoxelIndex v = toVoxel(point).nearest();
        boolean inside = v.column() >= 0
                && v.column() < columns
                && v.row() >= 0
                && v.row() < rows
                && v.slice() >= 0
                && v.slice() < slices;
        return inside ? Optional.of(v) : Optional.empty();
    }

    public boolean contains(PatientPoint point) {
        return voxelAt(point).isPresent();
    }

    public PatientPoint center() {
        return toPatient((columns - 1) / 2.0, (rows - 1) / 2.0, (slices - 1) / 2.0);
    }

    /** The box along the patient's axes that holds every voxel to its outer face. */
    public PatientBox bounds() {
        PatientBox box = PatientBox.at(toPatient(-0.5, -0.5, -0.5));
        for (int corner = 1; corner < 8; corner++) {
            box = box.with(toPatient(
                    (corner & 1) == 0 ? -0.5 : columns - 0.5,
                    (corner & 2) == 0 ? -0.5 : rows - 0.5,
                    (corner & 4) == 0 ? -0.5 : slices - 0.5));
        }
        return box;
    }

    /** Perpendicular to the slices, length 1, towards higher slice numbers. */
    public PatientVector normal() {
        PatientVector n = columnStep.cross(rowStep).normalized();
        return n.dot(sliceStep) < 0 ? n.negated() : n;
    }

    public double columnSpacingMm() {
        return columnStep.length();
    }

    public double rowSpacingMm() {
        return rowStep.length();
    }

    /** From slice to slice, measured along the normal (not along a sheared step). */
    public double sliceSpacingMm() {
        return Math.abs(sliceStep.dot(normal()));
    }

    /** The smallest of the three spacings. */
    public double finestSpacingMm() {
        return Math.min(Math.min(columnSpacingMm(), rowSpacingMm()), sliceSpacingMm());
    }

    public double voxelVolumeMm3() {
        return Math.abs(columnStep.cross(rowStep).dot(sliceStep));
    }

    public long voxels() {
        return (long) columns * rows * slices;
    }
}
