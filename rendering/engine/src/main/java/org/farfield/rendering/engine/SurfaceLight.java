package org.farfield.rendering.engine;

import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * How a headlight falls on a place, from the differences of stored values along the voxel axes there. The axes need
 * neither be perpendicular nor equally long: the gradient is that in the patient, so that a tilted gantry does not
 * shear the light. Both engines take their numbers from here.
 *
 * @param towards change of value in a millimetre along the rays, by each difference
 * @param squared square of the gradient in the patient: columns², rows², slices², then twice the mixed products columns
 *     x rows, columns x slices, rows x slices
 */
@SuppressWarnings("ArrayRecordComponent")
public record SurfaceLight(float[] towards, float[] squared) {

    public static SurfaceLight of(VolumeRequest request) {
        VolumeGeometry g = request.volume().geometry();
        double slope =
                request.volume().modality() instanceof ModalityTransform.Linear linear ? Math.abs(linear.slope()) : 1;
        VoxelPosition x = g.toVoxel(PatientVector.LEFT);
        VoxelPosition y = g.toVoxel(PatientVector.POSTERIOR);
        VoxelPosition z = g.toVoxel(PatientVector.HEAD);
        PatientVector columns = new PatientVector(x.column(), y.column(), z.column()).times(slope);
        PatientVector rows = new PatientVector(x.row(), y.row(), z.row()).times(slope);
        PatientVector slices = new PatientVector(x.slice(), y.slice(), z.slice()).times(slope);
        PatientVector view = request.plane().normal();
        return new SurfaceLight(
                new float[] {(float) columns.dot(view), (float) rows.dot(view), (float) slices.dot(view)}, new float[] {
                    (float) columns.dot(columns),
                    (float) rows.dot(rows),
                    (float) slices.dot(slices),
                    (float) (2 * columns.dot(rows)),
                    (float) (2 * columns.dot(slices)),
                    (float) (2 * rows.dot(slices))
                });
    }

    /** cos^shininess for 0 to 1 in equal steps, and once more the last. */
    static float[] shine(double shininess, int steps) {
        float[] table = new float[steps + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) Math.pow(Math.min(1, (double) i / steps), shininess);
        }
        return table;
    }
}
