package org.farfield.workstation.reading.structures;

import java.util.Optional;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;

/** Where to look for a structure: in its slice with the most voxels, the voxel nearest to their centre. */
final class Middle {
    private Middle() {}

    static Optional<PatientPoint> of(Volume labels, int number) {
        VolumeGeometry grid = labels.geometry();
        int best = -1;
        long most = 0;
        double[] centre = new double[2];
        for (int k = 0; k < grid.slices(); k++) {
            short[] stored = labels.copyOfSlice(k);
            long count = 0;
            double columns = 0;
            double rows = 0;
            for (int at = 0; at < stored.length; at++) {
                if ((stored[at] & 0xFFFF) == number) {
                    count++;
                    int row = at / grid.columns();
                    columns += at - row * grid.columns();
                    rows += row;
                }
            }
            if (count > most) {
                most = count;
                best = k;
                centre[0] = columns / count;
                centre[1] = rows / count;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(nearest(labels, number, best, centre));
    }

    private static PatientPoint nearest(Volume labels, int number, int slice, double... centre) {
        VolumeGeometry grid = labels.geometry();
        short[] stored = labels.copyOfSlice(slice);
        double least = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int at = 0; at < stored.length; at++) {
            int row = at / grid.columns();
            double away = Math.hypot(at - row * grid.columns() - centre[0], row - centre[1]);
            if ((stored[at] & 0xFFFF) == number && away < least) {
                least = away;
                nearest = at;
            }
        }
        int row = nearest / grid.columns();
        return grid.toPatient(nearest - row * grid.columns(), row, slice);
    }
}
