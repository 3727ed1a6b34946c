package org.farfield.workstation.reading;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;

/**
 * The positions a plane stops at when it is scrolled: from the first to the last voxel centres that it meets on its
 * way, one voxel apart. The step is that of the voxel axis which lies closest to the way, measured along the way.
 *
 * @param forward the way in which numbers grow, length 1
 * @param firstMm the first position along the way
 * @param stepMm from position to position
 * @param count how many there are
 */
public record SliceSteps(PatientVector forward, double firstMm, double stepMm, int count) {

    static SliceSteps of(VolumeGeometry volume, PatientVector forward) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 8; corner++) {
            double at = along(
                    forward,
                    volume.toPatient(
                            (corner & 1) == 0 ? 0 : volume.columns() - 1,
                            (corner & 2) == 0 ? 0 : volume.rows() - 1,
                            (corner & 4) == 0 ? 0 : volume.slices() - 1));
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        double step = step(volume, forward);
        return new SliceSteps(forward, low, step, (int) Math.round((high - low) / step) + 1);
    }

    private static double step(VolumeGeometry volume, PatientVector forward) {
        double closest = -1;
        double step = 1;
        for (PatientVector axis : new PatientVector[] {volume.columnStep(), volume.rowStep(), volume.sliceStep()}) {
            double cosine = Math.abs(axis.normalized().dot(forward));
            if (cosine > closest + 1e-9) {
                closest = cosine;
                step = Math.abs(axis.dot(forward));
            }
        }
        return step;
    }

    /** The number of the position nearest to a point, from 0. */
    public int index(PatientPoint point) {
        return Math.clamp(Math.round((along(forward, point) - firstMm) / stepMm), 0, count - 1);
    }

    /** The point moved straight along the way to position {@code index}, held within the first and the last. */
    public PatientPoint at(PatientPoint point, int index) {
        double to = firstMm + Math.clamp(index, 0, count - 1) * stepMm;
        return point.plus(forward.times(to - along(forward, point)));
    }

    private static double along(PatientVector forward, PatientPoint point) {
        return point.minus(PatientPoint.ORIGIN).dot(forward);
    }
}
