package org.farfield.workstation.reading;

import java.util.List;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.GeometryNote;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;

/** Volumes whose every number is known in advance. */
final class Phantoms {
    /** 200 x 100 x 50 voxels of 1 x 2 x 4 mm: a cube of 200 mm, first voxel centre at (-100, -100, 1000). */
    static final VolumeGeometry CUBE = new VolumeGeometry(
            200,
            100,
            50,
            new PatientPoint(-100, -100, 1000),
            new PatientVector(1, 0, 0),
            new PatientVector(0, 2, 0),
            new PatientVector(0, 0, 4),
            new FrameOfReference("2.25.1"));

    private Phantoms() {}

    static Volume empty(VolumeGeometry geometry) {
        return new Volume(
                geometry,
                VoxelType.INT16,
                new ModalityTransform.Linear(2, -1000),
                PixelPadding.of(-2000),
                "HU",
                List.<GeometryNote>of());
    }

    /** Stored value = column + 10 slices. */
    static short[] slice(VolumeGeometry geometry, int k) {
        short[] voxels = new short[geometry.columns() * geometry.rows()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (short) (i % geometry.columns() + 10 * k);
        }
        return voxels;
    }

    static Volume full(VolumeGeometry geometry) {
        Volume volume = empty(geometry);
        for (int k = 0; k < geometry.slices(); k++) {
            volume.put(k, slice(geometry, k));
        }
        return volume;
    }

    static MprModel model() {
        return new MprModel(new DisplaySetModel(full(CUBE), SeriesLabel.NONE, new Window(40, 400), false));
    }
}
