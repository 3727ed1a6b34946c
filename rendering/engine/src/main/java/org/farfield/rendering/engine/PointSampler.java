package org.farfield.rendering.engine;

import java.util.OptionalDouble;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VoxelPosition;

/**
 * Values at single places, interpolated as pictures are: trilinear among the voxels that are present. Sees the slices
 * that have come when it is made. Any thread.
 */
public final class PointSampler {
    private final Volume volume;
    private final VoxelSource source;

    /** For the volume as it stands now. */
    public PointSampler(Volume volume) {
        this.volume = volume;
        this.source = new VoxelSource(volume);
    }

    /** The value in the volume's unit; empty outside, in padding, and in a slice that has not come. */
    public OptionalDouble at(PatientPoint point) {
        VoxelPosition at = volume.geometry().toVoxel(point);
        float stored = source.sample(at.column(), at.row(), at.slice());
        return Float.isNaN(stored)
                ? OptionalDouble.empty()
                : OptionalDouble.of(volume.modality().apply(stored));
    }
}
