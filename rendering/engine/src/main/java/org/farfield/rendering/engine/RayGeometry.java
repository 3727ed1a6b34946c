package org.farfield.rendering.engine;

import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * The rays of a picture in voxels, and what bounds them. Both engines take their numbers from here, so that they agree.
 *
 * @param column voxel column of a ray's sample; {@code row} and {@code slice} likewise
 * @param within a ray is drawn only where all of these are 0 or less
 * @param stepMm from sample to sample
 * @param perMm how many voxels along each axis a millimetre along the rays is
 */
public record RayGeometry(
        LinearForm column,
        LinearForm row,
        LinearForm slice,
        List<LinearForm> within,
        double stepMm,
        VoxelPosition perMm) {

    /** A trifle by which rays stay inside the outermost voxels' centres, so that rounding leads no sample outside. */
    private static final double INSIDE = 0x1p-16;

    /** Shorter pieces of a step are not worth a sample; the engines' roundings are far below. */
    public static final double LEAST_PIECE = 1e-3;

    public static RayGeometry of(VolumeRequest request) {
        VolumeGeometry g = request.volume().geometry();
        ImagePlane plane = request.plane();
        VoxelPosition perMm = g.toVoxel(plane.normal());
        double stepMm = request.stepVoxels() / Math.hypot(Math.hypot(perMm.column(), perMm.row()), perMm.slice());
        VoxelPosition first = g.toVoxel(plane.toPatient(0, 0, request.width(), request.height()));
        VoxelPosition right = g.toVoxel(plane.right());
        VoxelPosition down = g.toVoxel(plane.down());
        LinearForm column = new LinearForm(first.column(), right.column(), down.column(), perMm.column() * stepMm);
        LinearForm row = new LinearForm(first.row(), right.row(), down.row(), perMm.row() * stepMm);
        LinearForm slice = new LinearForm(first.slice(), right.slice(), down.slice(), perMm.slice() * stepMm);
        List<LinearForm> within = new ArrayList<>();
        between(within, column, g.columns());
        between(within, row, g.rows());
        between(within, slice, g.slices());
        request.crop().ifPresent(box -> box(request, stepMm, box, within));
        for (HalfSpace half : request.keep()) {
            within.add(outsideMm(request, stepMm, half));
        }
        return new RayGeometry(column, row, slice, List.copyOf(within), stepMm, perMm);
    }

    private static void between(List<LinearForm> within, LinearForm axis, int voxels) {
        within.add(axis.negated().plus(INSIDE));
        within.add(axis.plus(-(voxels - 1 - INSIDE)));
    }

    private static void box(VolumeRequest request, double stepMm, PatientBox box, List<LinearForm> within) {
        for (PatientVector axis : List.of(PatientVector.LEFT, PatientVector.POSTERIOR, PatientVector.HEAD)) {
            within.add(outsideMm(request, stepMm, new HalfSpace(box.low(), axis.negated())));
            within.add(outsideMm(request, stepMm, new HalfSpace(box.high(), axis)));
        }
    }

    /** How far outside a half-space a ray's sample lies, mm. */
    public static LinearForm outsideMm(VolumeRequest request, double stepMm, HalfSpace half) {
        ImagePlane plane = request.plane();
        PatientVector n = half.outward();
        PatientPoint first = plane.toPatient(0, 0, request.width(), request.height());
        return new LinearForm(
                half.outsideMm(first), n.dot(plane.right()), n.dot(plane.down()), n.dot(plane.normal()) * stepMm);
    }
}
