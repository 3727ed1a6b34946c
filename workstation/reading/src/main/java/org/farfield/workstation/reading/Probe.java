package org.farfield.workstation.reading;

import java.util.OptionalDouble;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;

/**
 * What lies under the pointer.
 *
 * @param point on the plane, mm, LPS
 * @param value of the voxel that holds the point, after the modality transform; empty outside, in padding, and in a
 *     slice that has not come. With a slab the picture mixes a layer, the value is still that of the one voxel.
 * @param unit of the value, "HU"
 */
public record Probe(PatientPoint point, OptionalDouble value, String unit) {

    public static Probe at(Volume volume, PatientPoint point) {
        OptionalDouble value = volume.geometry()
                .voxelAt(point)
                .filter(v -> volume.present(v.column(), v.row(), v.slice()))
                .map(v -> OptionalDouble.of(volume.value(v.column(), v.row(), v.slice())))
                .orElse(OptionalDouble.empty());
        return new Probe(point, value, volume.unit());
    }
}
