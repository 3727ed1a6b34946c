package org.farfield.workstation.reading;

import java.util.Arrays;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.rendering.volume.Volume;

/** A window for images that bring none. */
final class Windows {
    private static final double LOW = 0.01;
    private static final double HIGH = 0.99;

    private Windows() {}

    /** From the 1st to the 99th percentile of the values of the slice nearest to the middle that has come. */
    static Window spanning(Volume volume) {
        int slices = volume.geometry().slices();
        int nearest = slices / 2;
        for (int away = 0; away <= slices; away++) {
            int below = Math.max(0, slices / 2 - away);
            int above = Math.min(slices - 1, slices / 2 + away);
            if (volume.has(below) || volume.has(above)) {
                nearest = volume.has(below) ? below : above;
                break;
            }
        }
        short[] voxels = volume.copyOfSlice(nearest);
        int[] stored = new int[voxels.length];
        int count = 0;
        for (short voxel : voxels) {
            int value = volume.type().value(voxel);
            if (!volume.padding().holds(value)) {
                stored[count++] = value;
            }
        }
        if (count == 0) {
            return new Window(0, 1);
        }
        int[] sorted = Arrays.copyOf(stored, count);
        Arrays.sort(sorted);
        double low = volume.modality().apply(sorted[(int) (LOW * (count - 1))]);
        double high = volume.modality().apply(sorted[(int) (HIGH * (count - 1))]);
        return new Window(Math.rint((low + high) / 2), Math.max(1, Math.rint(Math.abs(high - low))));
    }
}
