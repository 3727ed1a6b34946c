package org.farfield.rendering.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.FallbackEngine;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.ReformatRequest;
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
import org.junit.jupiter.api.Test;

class GpuFallbackTest {

    private static Volume volume(int slices) {
        VolumeGeometry g = new VolumeGeometry(
                4,
                4,
                slices,
                PatientPoint.ORIGIN,
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                PatientVector.HEAD,
                FrameOfReference.UNSTATED);
        Volume volume = new Volume(g, VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "");
        for (int k = 0; k < slices; k++) {
            short[] voxels = new short[16];
            Arrays.fill(voxels, (short) 100);
            volume.put(k, voxels);
        }
        return volume;
    }

    private static ReformatRequest request(Volume volume) {
        return new ReformatRequest(
                volume,
                ImagePlane.axial(new PatientPoint(1, 1, 1), 1),
                3,
                3,
                Slab.NONE,
                Interpolation.LINEAR,
                new VoiTransform.LinearExact(127.5, 255),
                false);
    }

    @Test
    void aVolumeBeyondTheDevicesLimitIsDrawnByTheProcessorWithAReason() {
        GpuAttempt attempt = GpuEngine.tryCreate();
        assumeTrue(attempt instanceof GpuAttempt.Ready, () -> "no GPU on this machine: " + attempt);
        List<String> reasons = new ArrayList<>();
        GpuAttempt.Ready ready = (GpuAttempt.Ready) attempt;
        try (FallbackEngine engine = new FallbackEngine(ready.engine(), new CpuEngine(1), reasons::add)) {
            int[] argb = new int[9];
            engine.render(request(volume(3)), argb);
            assertEquals(0xff646464, argb[4]);
            assertTrue(engine.name().startsWith("GPU ("), engine.name());
            engine.render(request(volume(40_000)), argb);
            engine.render(request(volume(3)), argb);
            assertEquals(0xff646464, argb[4]);
        }
        assertEquals(1, reasons.size(), reasons.toString());
        assertTrue(
                reasons.getFirst().contains("4x4x40000 voxels is larger than this device's limit"), reasons.getFirst());
    }
}
