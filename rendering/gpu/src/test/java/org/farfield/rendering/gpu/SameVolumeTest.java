package org.farfield.rendering.gpu;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.HalfSpace;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.VolumeLook;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.engine.VolumeView;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.Test;

/** The GPU casts a whole volume as the CPU does, within one grey level in each channel of every pixel. */
class SameVolumeTest {

    private static Volume volume(PatientVector sliceStep, PixelPadding padding, int missing) {
        VolumeGeometry g = new VolumeGeometry(
                37,
                45,
                29,
                new PatientPoint(-18, -30, -20),
                new PatientVector(0.8, 0, 0),
                new PatientVector(0, 0.9, 0),
                sliceStep,
                FrameOfReference.UNSTATED);
        Volume volume = new Volume(g, VoxelType.INT16, new ModalityTransform.Linear(1, -1024), padding, "HU");
        for (int k = 0; k < g.slices(); k++) {
            Random random = new Random(k);
            short[] voxels = new short[g.columns() * g.rows()];
            for (int i = 0; i < voxels.length; i++) {
                double wave = Math.sin(i % 37 / 4.0) * Math.cos(i / 37.0 / 5) * Math.sin(k / 3.5) / 2 + 0.5;
                voxels[i] = (short) (2200 * Math.clamp(wave + random.nextGaussian() / 60, 0, 1));
            }
            if (padding.present()) {
                Arrays.fill(voxels, 0, 5 * 37 + k % 7, (short) padding.first());
            }
            if (k != missing) {
                volume.put(k, voxels);
            }
        }
        return volume;
    }

    @Test
    void everyPresetAndTheHighestValueAreTheSame() {
        GpuAttempt attempt = GpuEngine.tryCreate();
        assumeTrue(attempt instanceof GpuAttempt.Ready, () -> "no GPU on this machine: " + attempt);
        try (RenderEngine cpu = new CpuEngine(2);
                RenderEngine gpu = ((GpuAttempt.Ready) attempt).engine()) {
            List<Volume> volumes = List.of(
                    volume(new PatientVector(0, 0, 1.5), PixelPadding.NONE, -1),
                    volume(new PatientVector(0, 0.5, 1.5), PixelPadding.of(-2000), 11));
            for (Volume volume : volumes) {
                for (VolumePreset preset : VolumePreset.values()) {
                    assertSame(cpu, gpu, request(volume, preset.look()));
                }
                assertSame(cpu, gpu, request(volume, new VolumeLook.Mip(new VoiTransform.Window(400, 1600), false)));
            }
        }
    }

    private static VolumeRequest request(Volume volume, VolumeLook look) {
        ImagePlane plane =
                VolumeView.ANTERIOR.through(volume.geometry().center(), 0.61).rolled(33, -21);
        PatientPoint c = volume.geometry().center();
        PatientBox box = new PatientBox(
                new PatientPoint(c.x() - 11.3, c.y() - 16.2, c.z() - 18.7),
                new PatientPoint(c.x() + 12.9, c.y() + 15.1, c.z() + 17.4));
        return new VolumeRequest(
                volume,
                plane,
                71,
                67,
                look,
                Optional.of(box),
                List.of(new HalfSpace(c, new PatientVector(0.3, -0.9, 0.2))),
                List.of(),
                0.7,
                0x203040);
    }

    private static void assertSame(RenderEngine cpu, RenderEngine gpu, VolumeRequest request) {
        assertTrue(gpu.draws(request));
        int[] expected = new int[request.pixels()];
        int[] actual = new int[request.pixels()];
        cpu.render(request, expected);
        gpu.render(request, actual);
        int lit = 0;
        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                worst = Math.max(worst, Math.abs((expected[i] >> shift & 0xff) - (actual[i] >> shift & 0xff)));
            }
            lit += (expected[i] & 0xffffff) == 0x203040 ? 0 : 1;
        }
        assertTrue(lit > 300, "the picture shows something");
        assertTrue(worst <= 1, "grey levels apart: " + worst + " in " + request.look());
    }
}
