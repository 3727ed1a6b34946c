package org.farfield.rendering.engine;

import java.util.Arrays;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/** One picture in the making: draws any of its rows, on any thread, given that thread's {@link RowBuffer}. */
final class Reformatter {

    private static final int BLACK = 0xff000000;

    private final ReformatRequest request;
    private final VoxelSource source;
    private final LineSampler sampler;
    private final GreyScale grey;
    private final VoxelLine firstRow;
    private final VoxelPosition down;
    private final VoxelPosition depthPerMm;
    private final SlabSampling slab;

    Reformatter(ReformatRequest request) {
        this.request = request;
        this.source = new VoxelSource(request.volume());
        this.sampler = LineSampler.of(request.interpolation());
        this.grey = GreyScale.of(request);
        VolumeGeometry geometry = source.geometry;
        ImagePlane plane = request.plane();
        PatientVector normal = plane.normal();
        this.firstRow = VoxelLine.of(
                geometry.toVoxel(plane.toPatient(0, 0, request.width(), request.height())),
                geometry.toVoxel(plane.right()));
        this.down = geometry.toVoxel(plane.down());
        this.depthPerMm = geometry.toVoxel(normal);
        this.slab = SlabSampling.of(request.slab(), geometry, normal);
    }

    void draw(int row, RowBuffer buffer, int[] argb) {
        VoxelLine line = firstRow.shifted(down, row);
        float[] values = buffer.values;
        if (slab.samples() == 1) {
            plane(line, values);
        } else if (request.slab().projection() == Projection.MEAN) {
            mean(line, buffer);
        } else {
            extreme(line, buffer, request.slab().projection() == Projection.MIP);
        }
        int at = row * request.width();
        for (int i = 0; i < request.width(); i++) {
            float value = values[i];
            argb[at + i] = Float.isNaN(value) ? BLACK : grey.argb(value);
        }
    }

    private void plane(VoxelLine line, float[] values) {
        SampleRun run = line.touching(source.geometry, request.width());
        Arrays.fill(values, 0, run.isEmpty() ? request.width() : run.from(), Float.NaN);
        if (!run.isEmpty()) {
            sampler.sample(source, line, run, values);
            Arrays.fill(values, run.to(), request.width(), Float.NaN);
        }
    }

    private void extreme(VoxelLine middle, RowBuffer buffer, boolean highest) {
        float[] values = buffer.values;
        float[] layer = buffer.layer;
        Arrays.fill(values, 0, request.width(), Float.NaN);
        for (int k = 0; k < slab.samples(); k++) {
            VoxelLine line = middle.shifted(depthPerMm, slab.offsetMm(k));
            SampleRun run = line.touching(source.geometry, request.width());
            if (!run.isEmpty()) {
                sampler.sample(source, line, run, layer);
                keep(values, layer, run.from(), run.to(), highest);
            }
        }
    }

    /** Comparisons with NaN are false, which is what absent samples need. */
    private static void keep(float[] values, float[] layer, int from, int to, boolean highest) {
        for (int i = from; i < to; i++) {
            float v = layer[i];
            float held = values[i];
            boolean better = highest ? v > held : v < held;
            if (better || Float.isNaN(held)) {
                values[i] = v;
            }
        }
    }

    private void mean(VoxelLine middle, RowBuffer buffer) {
        float[] sums = buffer.values;
        float[] weights = buffer.weights;
        float[] layer = buffer.layer;
        Arrays.fill(sums, 0, request.width(), 0);
        Arrays.fill(weights, 0, request.width(), 0);
        for (int k = 0; k < slab.samples(); k++) {
            VoxelLine line = middle.shifted(depthPerMm, slab.offsetMm(k));
            SampleRun run = line.touching(source.geometry, request.width());
            if (slab.weight(k) > 0 && !run.isEmpty()) {
                sampler.sample(source, line, run, layer);
                add(sums, weights, layer, run, (float) slab.weight(k));
            }
        }
        for (int i = 0; i < request.width(); i++) {
            sums[i] = weights[i] == 0 ? Float.NaN : sums[i] / weights[i];
        }
    }

    private static void add(float[] sums, float[] weights, float[] layer, SampleRun run, float weight) {
        for (int i = run.from(); i < run.to(); i++) {
            float v = layer[i];
            if (!Float.isNaN(v)) {
                sums[i] += weight * v;
                weights[i] += weight;
            }
        }
    }
}
