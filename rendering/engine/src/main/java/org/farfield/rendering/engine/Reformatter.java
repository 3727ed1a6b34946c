package org.farfield.rendering.engine;

import java.util.Arrays;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelPosition;

/** A plane or slab, row by row. */
final class Reformatter implements PicturePainter {

    private final ReformatRequest request;
    private final VoxelSource source;
    private final GreyScale grey;
    private final VoxelLine firstRow;
    private final VoxelPosition down;
    private final VoxelPosition depthPerMm;
    private final SlabSampling slab;

    Reformatter(ReformatRequest request) {
        this.request = request;
        this.source = new VoxelSource(request.volume());
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

    private void draw(int row, RowBuffer buffer, int[] argb) {
        VoxelLine line = firstRow.shifted(down, row);
        float[] values = buffer.values;
        if (slab.samples() == 1) {
            plane(line, buffer);
        } else if (request.slab().projection() == Projection.MEAN) {
            mean(line, buffer);
        } else {
            extreme(line, buffer, request.slab().projection() == Projection.MIP);
        }
        grey.argb(values, request.width(), argb, row * request.width());
    }

    @Override
    public Brush brush() {
        RowBuffer buffer = new RowBuffer(request.width(), LineSampler.of(request.interpolation(), source));
        return (from, to, argb) -> {
            for (int row = from; row < to; row++) {
                draw(row, buffer, argb);
            }
        };
    }

    private void plane(VoxelLine line, RowBuffer buffer) {
        float[] values = buffer.values;
        SampleRun run = line.touching(source.geometry, request.width());
        Arrays.fill(values, 0, run.isEmpty() ? request.width() : run.from(), Float.NaN);
        if (!run.isEmpty()) {
            buffer.sampler.sample(line, run, values);
            Arrays.fill(values, run.to(), request.width(), Float.NaN);
        }
    }

    private void extreme(VoxelLine middle, RowBuffer buffer, boolean highest) {
        float[] values = buffer.values;
        float none = highest ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
        Arrays.fill(values, 0, request.width(), none);
        for (int k = 0; k < slab.samples(); k++) {
            VoxelLine line = middle.shifted(depthPerMm, slab.offsetMm(k));
            SampleRun run = line.touching(source.geometry, request.width());
            if (!run.isEmpty()) {
                boolean whole = buffer.sampler.sample(line, run, buffer.layer);
                if (!whole) {
                    replaceAbsent(buffer.layer, run, none);
                }
                if (highest) {
                    keepHigher(values, buffer.layer, run);
                } else {
                    keepLower(values, buffer.layer, run);
                }
            }
        }
        for (int i = 0; i < request.width(); i++) {
            if (values[i] == none) {
                values[i] = Float.NaN;
            }
        }
    }

    private static void replaceAbsent(float[] layer, SampleRun run, float by) {
        for (int i = run.from(); i < run.to(); i++) {
            if (Float.isNaN(layer[i])) {
                layer[i] = by;
            }
        }
    }

    private static void keepHigher(float[] values, float[] layer, SampleRun run) {
        int to = run.to();
        for (int i = run.from(); i < to; i++) {
            values[i] = Math.max(values[i], layer[i]);
        }
    }

    private static void keepLower(float[] values, float[] layer, SampleRun run) {
        int to = run.to();
        for (int i = run.from(); i < to; i++) {
            values[i] = Math.min(values[i], layer[i]);
        }
    }

    private void mean(VoxelLine middle, RowBuffer buffer) {
        float[] sums = buffer.values;
        float[] weights = buffer.weights;
        Arrays.fill(sums, 0, request.width(), 0);
        Arrays.fill(weights, 0, request.width(), 0);
        for (int k = 0; k < slab.samples(); k++) {
            VoxelLine line = middle.shifted(depthPerMm, slab.offsetMm(k));
            SampleRun run = line.touching(source.geometry, request.width());
            float weight = (float) slab.weight(k);
            if (weight > 0 && !run.isEmpty()) {
                boolean whole = buffer.sampler.sample(line, run, buffer.layer);
                if (whole) {
                    add(sums, weights, buffer.layer, run, weight);
                } else {
                    addPresent(sums, weights, buffer.layer, run, weight);
                }
            }
        }
        for (int i = 0; i < request.width(); i++) {
            sums[i] = weights[i] == 0 ? Float.NaN : sums[i] / weights[i];
        }
    }

    private static void add(float[] sums, float[] weights, float[] layer, SampleRun run, float weight) {
        int to = run.to();
        for (int i = run.from(); i < to; i++) {
            sums[i] += weight * layer[i];
            weights[i] += weight;
        }
    }

    private static void addPresent(float[] sums, float[] weights, float[] layer, SampleRun run, float weight) {
        for (int i = run.from(); i < run.to(); i++) {
            float v = layer[i];
            if (!Float.isNaN(v)) {
                sums[i] += weight * v;
                weights[i] += weight;
            }
        }
    }
}
