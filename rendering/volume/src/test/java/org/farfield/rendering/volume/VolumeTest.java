package org.farfield.rendering.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VolumeTest {

    private static final VolumeGeometry G = new VolumeGeometry(
            4,
            3,
            200,
            new PatientPoint(1, 2, 3),
            new PatientVector(0.5, 0, 0),
            new PatientVector(0, 0.5, 0),
            new PatientVector(0, 0.25, 2),
            Slices.FRAME);

    private static Volume volume(VoxelType type, PixelPadding padding) {
        return new Volume(G, type, new ModalityTransform.Linear(2, -1024), padding, "HU");
    }

    private static short[] flat(int value) {
        short[] voxels = new short[12];
        Arrays.fill(voxels, (short) value);
        return voxels;
    }

    @Test
    void aVolumeGrowsSliceBySlice() {
        Volume volume = volume(VoxelType.INT16, PixelPadding.of(-2000));
        List<Integer> told = new ArrayList<>();
        Volume.Subscription subscription = volume.onSlice(told::add);
        assertEquals(0, volume.revision());
        assertFalse(volume.has(7));
        assertEquals(-2000, volume.sample(0, 0, 7));
        assertFalse(volume.present(0, 0, 7));
        short[] seven = flat(7);
        volume.put(7, seven);
        volume.put(3, flat(-2000));
        assertArrayEquals(flat(7), volume.copyOfSlice(7));
        assertEquals(7, volume.voxels().value(1, 1, 7));
        assertEquals(7 * 2 - 1024, volume.value(1, 1, 7));
        assertTrue(volume.present(0, 0, 7));
        assertFalse(volume.present(0, 0, 3));
        assertTrue(volume.padded());
        assertEquals(List.of(7, 3), told);
        assertEquals(2, volume.revision());
        assertEquals(1, volume.sliceRevision(7));
        volume.put(7, flat(8));
        assertEquals(2, volume.arrived());
        assertEquals(3, volume.sliceRevision(7));
        subscription.close();
        volume.put(1, flat(1));
        assertEquals(3, told.size());
    }

    @Test
    void unsignedVoxelsAreReadUnsigned() {
        Volume volume = volume(VoxelType.UINT16, PixelPadding.NONE);
        volume.put(0, flat(60_000));
        assertEquals(60_000, volume.sample(0, 0, 0));
        assertEquals(2 * 60_000 - 1024, volume.value(0, 0, 0));
    }

    @Test
    void signedPaddingGivenAsUnsignedBitsIsUnderstood() {
        Volume volume = volume(VoxelType.INT16, PixelPadding.of(63_536));
        volume.put(0, flat(-2000));
        assertTrue(volume.padded());
        assertFalse(volume.present(0, 0, 0));
    }

    @Test
    void aSliceOfTheWrongSizeIsRefusedByNumber() {
        Volume volume = volume(VoxelType.INT16, PixelPadding.NONE);
        String message = assertThrows(IllegalArgumentException.class, () -> volume.put(5, new short[11]))
                .getMessage();
        assertEquals("slice 5 has 11 voxels instead of 4x3", message);
    }

    @Test
    void manyThreadsMayPut() throws Exception {
        Volume volume = volume(VoxelType.INT16, PixelPadding.NONE);
        try (ExecutorService loaders = Executors.newFixedThreadPool(4)) {
            List<Future<?>> puts = new ArrayList<>();
            for (int k = 0; k < G.slices(); k++) {
                int slice = k;
                puts.add(loaders.submit(() -> volume.put(slice, flat(slice))));
            }
            for (Future<?> put : puts) {
                put.get();
            }
        }
        assertTrue(volume.complete());
        assertEquals(G.slices(), volume.revision());
        for (int k = 0; k < G.slices(); k++) {
            assertEquals(k, volume.sample(3, 2, k));
        }
    }

    @Test
    void patientAndVoxelAreInverseThroughAShear() {
        VoxelPosition v = G.toVoxel(G.toPatient(1.25, 2.5, 17.75));
        assertEquals(1.25, v.column(), 1e-9);
        assertEquals(2.5, v.row(), 1e-9);
        assertEquals(17.75, v.slice(), 1e-9);
        assertEquals(0.5 * 0.5 * 2, G.voxelVolumeMm3(), 1e-12);
        assertEquals(2, G.sliceSpacingMm(), 1e-12);
        assertEquals(
                new VoxelIndex(3, 0, 199),
                G.voxelAt(G.toPatient(3.4, -0.4, 199.2)).orElseThrow());
        assertTrue(G.voxelAt(G.toPatient(3.6, 0, 0)).isEmpty());
    }
}
