package org.farfield.rendering.engine;

import java.util.Arrays;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/** Rows of one plane or slab through a volume as stored values, absent ones NaN. One thread's own. */
final class PlaneRows {

    private final ReformatRequest plane;
    private final VoxelSource source;
    private final LineSampler sampler;
    private final VoxelLine firstRow;
    private final VoxelPosition down;
    private final VoxelPosition depthPerMm;
    private final SlabSampling slab;
    private final float[] layer;
    private final float[] weights;

    /** @param plane where; its own volume is not looked at */
    PlaneRows(ReformatRequest plane, VoxelSource source, Interpolation interpolation, Slab thickness) {
        this.plane = plane;
        this.source = source;
        this.sampler = LineSampler.of(interpolation, source);
        VolumeGeometry g = source.geometry;
        PatientVector normal = plane.plane().normal();
        this.firstRow = VoxelLine.of(
                g.toVoxel(plane.toPatient(0, 0)), g.toVoxel(plane.plane().right()));
        this.down = g.toVoxel(plane.plane().down());
        this.depthPerMm = g.toVoxel(normal);
        this.slab = SlabSampling.of(thickness, g, normal);
        this.layer = new float[plane.width()];
        this.weights = new float[plane.width()];
    }

    void row(int row, float[] values) {
        int width = plane.width();
        Arrays.fill(values, 0, width, Float.NaN);
        Arrays.fill(weights, 0, width, 0);
        VoxelLine middle = firstRow.shifted(down, row);
        for (int k = 0; k < slab.samples(); k++) {
            VoxelLine line = slab.samples() == 1 ? middle : middle.shifted(depthPerMm, slab.offsetMm(k));
            SampleRun run = line.touching(source.geometry, width);
            if (!run.isEmpty()) {
                sampler.sample(line, run, layer);
                add(values, run, (float) slab.weight(k));
            }
        }
        if (plane.slab().projection() == Projection.MEAN) {
            for (int i = 0; i < width; i++) {
                values[i] /= weights[i];
            }
        }
    }

    private void add(float[] values, SampleRun run, float weight) {
        for (int i = run.from(); i < run.to(); i++) {
            float v = layer[i];
            if (!Float.isNaN(v)) {
                boolean first = Float.isNaN(values[i]);
                values[i] = switch (plane.slab().projection()) {
                    case MIP -> first ? v : Math.max(values[i], v);
                    case MINIP -> first ? v : Math.min(values[i], v);
                    case MEAN -> (first ? 0 : values[i]) + weight * v;
                };
                weights[i] += weight;
            }
        }
    }
}
