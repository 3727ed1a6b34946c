package org.farfield.rendering.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The GPU draws what the CPU draws, within one grey level in every pixel. */
class SamePictureTest {

    private static final RenderEngine CPU = new CpuEngine(2);
    private static final VolumeGeometry STRAIGHT = geometry(new PatientVector(0, 0, 1.5));
    private static final VolumeGeometry TILTED = geometry(new PatientVector(0, 0.5, 1.5));
    private static GpuAttempt attempt = new GpuAttempt.Unavailable("not tried");

    @BeforeAll
    static void create() {
        attempt = GpuEngine.tryCreate();
    }

    @AfterAll
    static void close() {
        CPU.close();
        if (attempt instanceof GpuAttempt.Ready ready) {
            ready.engine().close();
        }
    }

    private static RenderEngine gpu() {
        if (attempt instanceof GpuAttempt.Ready ready) {
            return ready.engine();
        }
        assumeTrue(false, () -> "no GPU on this machine: " + attempt);
        throw new AssertionError();
    }

    private static VolumeGeometry geometry(PatientVector sliceStep) {
        return new VolumeGeometry(
                37,
                45,
                29,
                new PatientPoint(-18, -30, -20),
                new PatientVector(0.8, 0, 0),
                new PatientVector(0, 0.9, 0),
                sliceStep,
                FrameOfReference.UNSTATED);
    }

    /** Structure at every scale, steep as bone beside air, down to noise. */
    private static short[] slice(VolumeGeometry g, int k, int low, int high) {
        Random random = new Random(k);
        short[] voxels = new short[g.columns() * g.rows()];
        for (int i = 0; i < voxels.length; i++) {
            double x = i % g.columns();
            double y = (double) i / g.columns();
            double wave = Math.sin(x / 3) * Math.cos(y / 4) * Math.sin(k / 2.5) / 2 + 0.5;
            voxels[i] = (short) (low + (high - low) * Math.clamp(wave + random.nextGaussian() / 20, 0, 1));
        }
        return voxels;
    }

    private static Volume volume(VolumeGeometry g, VoxelType type, PixelPadding padding, int missing) {
        Volume volume = new Volume(g, type, new ModalityTransform.Linear(1, -1024), padding, "HU");
        int high = type == VoxelType.UINT16 ? 60_000 : 3000;
        for (int k = 0; k < g.slices(); k++) {
            if (k != missing) {
                short[] voxels = slice(g, k, 0, high);
                if (padding.present()) {
                    Arrays.fill(voxels, 0, 5 * g.columns() + k % 7, (short) padding.first());
                    voxels[20 * g.columns() + 11] = (short) padding.last();
                }
                volume.put(k, voxels);
            }
        }
        return volume;
    }

    static Stream<Volume> volumes() {
        return Stream.of(
                volume(STRAIGHT, VoxelType.INT16, PixelPadding.NONE, -1),
                volume(TILTED, VoxelType.INT16, PixelPadding.NONE, -1),
                volume(STRAIGHT, VoxelType.UINT16, PixelPadding.NONE, -1),
                volume(STRAIGHT, VoxelType.INT16, PixelPadding.NONE, 11),
                volume(STRAIGHT, VoxelType.INT16, PixelPadding.of(-2000), -1),
                volume(TILTED, VoxelType.UINT16, PixelPadding.range(65000, 65500), 17));
    }

    private static List<ImagePlane> planes() {
        PatientPoint p = STRAIGHT.toPatient(18.37, 21.81, 14.23);
        return List.of(
                ImagePlane.axial(p, 0.31),
                ImagePlane.axial(STRAIGHT.toPatient(18, 22, 14), 0.8),
                ImagePlane.coronal(p, 0.71),
                ImagePlane.sagittal(p, 0.37),
                ImagePlane.oblique(p, 30, 30, 0.53),
                ImagePlane.oblique(p, -55, 17, 0.29),
                ImagePlane.oblique(p, 90, 45, 0.83));
    }

    @ParameterizedTest
    @MethodSource("volumes")
    void everyPlaneSlabAndWindowIsTheSame(Volume volume) {
        RenderEngine gpu = gpu();
        double scale = volume.type() == VoxelType.UINT16 ? 20 : 1;
        List<VoiTransform> windows = List.of(
                new VoiTransform.Window(400 * scale, 1800 * scale),
                new VoiTransform.Window(50 * scale, 350 * scale),
                new VoiTransform.Sigmoid(300 * scale, 900 * scale));
        List<Slab> slabs = List.of(
                Slab.NONE,
                new Slab(6.3, Projection.MIP),
                new Slab(9, Projection.MINIP),
                new Slab(7.7, Projection.MEAN));
        for (ImagePlane plane : planes()) {
            for (Slab slab : slabs) {
                for (VoiTransform window : windows) {
                    assertSame(gpu, request(volume, plane, slab, Interpolation.LINEAR, window));
                }
            }
            assertSame(gpu, request(volume, plane, Slab.NONE, Interpolation.NEAREST, windows.getFirst()));
            assertSame(gpu, request(volume, plane, Slab.NONE, Interpolation.CUBIC, windows.getFirst()));
            assertSame(gpu, request(volume, plane, slabs.get(1), Interpolation.CUBIC, windows.getFirst()));
        }
    }

    private static ReformatRequest request(
            Volume volume, ImagePlane plane, Slab slab, Interpolation interpolation, VoiTransform voi) {
        return new ReformatRequest(volume, plane, 97, 83, slab, interpolation, voi, false);
    }

    private static void assertSame(RenderEngine gpu, ReformatRequest request) {
        int[] expected = new int[request.pixels()];
        int[] actual = new int[request.pixels()];
        CPU.render(request, expected);
        gpu.render(request, actual);
        int lit = 0;
        for (int i = 0; i < expected.length; i++) {
            int pixel = i;
            assertEquals(0xff, actual[i] >>> 24, "opaque");
            assertEquals(
                    expected[i] & 0xff,
                    actual[i] & 0xff,
                    1,
                    () -> "pixel " + pixel % request.width() + "," + pixel / request.width() + " of " + request.plane()
                            + " " + request.slab() + " " + request.voi());
            lit += (expected[i] & 0xff) > 20 ? 1 : 0;
        }
        assertTrue(lit > 100, "the picture shows something");
    }

    @Test
    void slicesThatComeLaterAreUploaded() {
        RenderEngine gpu = gpu();
        Volume growing = new Volume(STRAIGHT, VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "");
        ReformatRequest request = request(
                growing,
                ImagePlane.coronal(STRAIGHT.center(), 0.5),
                Slab.NONE,
                Interpolation.LINEAR,
                new VoiTransform.Window(1500, 3000));
        for (int k = 0; k < STRAIGHT.slices(); k++) {
            growing.put(k, slice(STRAIGHT, k, 0, 3000));
            if (k == 7 || k == 8 || k == 28) {
                assertSame(gpu, request);
            }
        }
        growing.put(14, new short[37 * 45]);
        assertSame(gpu, request);
    }

    @Test
    void anotherVolumeNeverShowsTheOneBefore() {
        RenderEngine gpu = gpu();
        for (int i = 0; i < 5; i++) {
            Volume volume = volume(i % 2 == 0 ? STRAIGHT : TILTED, VoxelType.INT16, PixelPadding.NONE, 3 * i);
            assertSame(
                    gpu,
                    request(
                            volume,
                            ImagePlane.sagittal(STRAIGHT.center(), 0.61),
                            Slab.NONE,
                            Interpolation.LINEAR,
                            new VoiTransform.Window(400, 1800)));
        }
    }
}
