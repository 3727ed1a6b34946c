package org.farfield.rendering.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;

/**
 * Times an engine on the work that is compared with other renderers: planes through the middle of a volume, turned by
 * 30 degrees about two axes and by another tenth of a degree each frame, 358.4 mm wide, from stored voxels to display
 * grey.
 */
public final class ReformatBench {

    /** Milliseconds a frame in {@code n} frames. */
    public record Timing(String name, double medianMs, double minMs, double maxMs, int n) {}

    private static final double FIELD_MM = 358.4;
    private static final int WARM_UP = 12;
    private static final VoiTransform VOI = new VoiTransform.Window(40, 400);

    private final RenderEngine engine;
    private final Volume volume;

    public ReformatBench(RenderEngine engine, Volume volume) {
        this.engine = engine;
        this.volume = volume;
    }

    /**
     * A volume from a headerless file of signed 16-bit little-endian voxels in HU, column by column, row by row, slice
     * by slice.
     */
    public static Volume raw(Path file, int columns, int rows, int slices, PatientVector spacingMm) throws IOException {
        Volume volume = empty(columns, rows, slices, spacingMm);
        try (FileChannel channel = FileChannel.open(file)) {
            long expected = 2L * columns * rows * slices;
            if (channel.size() != expected) {
                throw new IOException(file + " has " + channel.size() + " bytes where " + columns + "x" + rows + "x"
                        + slices + " voxels need " + expected);
            }
            ByteBuffer bytes = ByteBuffer.allocate(2 * columns * rows).order(ByteOrder.LITTLE_ENDIAN);
            for (int k = 0; k < slices; k++) {
                bytes.clear();
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // A read may be short.
                }
                short[] voxels = new short[columns * rows];
                bytes.flip().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(voxels);
                volume.put(k, voxels);
            }
        }
        return volume;
    }

    /** A body-like ellipse with lungs and noise; the same each time. */
    public static Volume synthetic(int columns, int rows, int slices, PatientVector spacingMm) {
        Volume volume = empty(columns, rows, slices, spacingMm);
        for (int k = 0; k < slices; k++) {
            SplittableRandom noise = new SplittableRandom(k);
            short[] voxels = new short[columns * rows];
            for (int i = 0; i < voxels.length; i++) {
                double x = (i % columns) * 2.0 / columns - 1;
                double y = Math.floorDiv(i, columns) * 2.0 / rows - 1;
                double z = k * 2.0 / slices - 1;
                boolean body = x * x / 0.8 + y * y / 0.5 < 1;
                boolean lung = Math.hypot((Math.abs(x) - 0.4) / 0.3, Math.hypot(y / 0.5, z / 0.8)) < 1;
                int tissue = lung ? -850 : body ? 40 : -1000;
                voxels[i] = (short) (tissue + noise.nextInt(-30, 31));
            }
            volume.put(k, voxels);
        }
        return volume;
    }

    private static Volume empty(int columns, int rows, int slices, PatientVector spacing) {
        VolumeGeometry geometry = new VolumeGeometry(
                columns,
                rows,
                slices,
                PatientPoint.ORIGIN,
                PatientVector.LEFT.times(spacing.x()),
                PatientVector.POSTERIOR.times(spacing.y()),
                PatientVector.HEAD.times(spacing.z()),
                FrameOfReference.UNSTATED);
        return new Volume(geometry, VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "HU");
    }

    /** Runs every case for {@code frames} timed frames after a warm-up. */
    public List<Timing> run(int frames) {
        Slab mip = new Slab(20, Projection.MIP);
        Slab mean = new Slab(20, Projection.MEAN);
        Slab minip = new Slab(20, Projection.MINIP);
        List<Timing> timings = new ArrayList<>();
        timings.add(time("oblique512_linear", frames, f -> oblique(512, Slab.NONE, Interpolation.LINEAR, f)));
        timings.add(time("oblique1024_linear", frames, f -> oblique(1024, Slab.NONE, Interpolation.LINEAR, f)));
        timings.add(time("oblique1024_nearest", frames, f -> oblique(1024, Slab.NONE, Interpolation.NEAREST, f)));
        timings.add(time("slabMIP20mm_oblique512", frames, f -> oblique(512, mip, Interpolation.LINEAR, f)));
        timings.add(time("slabMIP20mm_oblique1024", frames, f -> oblique(1024, mip, Interpolation.LINEAR, f)));
        timings.add(time("slabMean20mm_oblique1024", frames, f -> oblique(1024, mean, Interpolation.LINEAR, f)));
        timings.add(time("slabMinIP20mm_oblique1024", frames, f -> oblique(1024, minip, Interpolation.LINEAR, f)));
        timings.add(time("axial_native", frames, f -> nativeGrid(0, f)));
        timings.add(time("coronal_native", frames, f -> nativeGrid(1, f)));
        timings.add(time("sagittal_native", frames, f -> nativeGrid(2, f)));
        return timings;
    }

    private ReformatRequest oblique(int edge, Slab slab, Interpolation interpolation, int frame) {
        double degrees = 30 + 0.1 * (frame % 50);
        ImagePlane plane = ImagePlane.oblique(volume.geometry().center(), degrees, degrees, FIELD_MM / edge);
        return new ReformatRequest(volume, plane, edge, edge, slab, interpolation, VOI, false);
    }

    /** A plane along the grid with a pixel for each voxel, half-way between two layers of voxels. */
    private ReformatRequest nativeGrid(int axis, int frame) {
        VolumeGeometry g = volume.geometry();
        double shift = frame % 41 - 20 + 0.5;
        PatientVector normal = axis == 0 ? g.sliceStep() : axis == 1 ? g.rowStep() : g.columnStep();
        PatientVector right = axis == 2 ? g.rowStep() : g.columnStep();
        PatientVector down = axis == 0 ? g.rowStep() : g.sliceStep().negated();
        int width = axis == 2 ? g.rows() : g.columns();
        int height = axis == 0 ? g.rows() : g.slices();
        ImagePlane plane = new ImagePlane(g.center().plus(normal.times(shift)), right, down);
        return new ReformatRequest(volume, plane, width, height, Slab.NONE, Interpolation.LINEAR, VOI, false);
    }

    private Timing time(String name, int frames, IntFunction<ReformatRequest> work) {
        double[] ms = new double[frames];
        int[] argb = new int[0];
        for (int f = -WARM_UP; f < frames; f++) {
            ReformatRequest request = work.apply(f + WARM_UP);
            if (argb.length != request.pixels()) {
                argb = new int[request.pixels()];
            }
            long start = System.nanoTime();
            engine.render(request, argb);
            if (f >= 0) {
                ms[f] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(ms);
        return new Timing(name, ms[frames / 2], ms[0], ms[frames - 1], frames);
    }
}
