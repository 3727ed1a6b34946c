package org.farfield.rendering.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class FlatVoxelsTest {

    private static VolumeGeometry geometry(int columns, int rows, int slices) {
        return new VolumeGeometry(
                columns,
                rows,
                slices,
                PatientPoint.ORIGIN,
                new PatientVector(1, 0, 0),
                new PatientVector(0, 1, 0),
                new PatientVector(0, 0, 1),
                new FrameOfReference("2.25.1"));
    }

    private static short[] counted(int from, int count) {
        short[] voxels = new short[count];
        for (int i = 0; i < count; i++) {
            voxels[i] = (short) (from + i);
        }
        return voxels;
    }

    @Test
    void theFirstAndTheLastSliceAreThereTwice() {
        FlatVoxels flat = new FlatVoxels(geometry(3, 2, 2), VoxelType.INT16);
        flat.put(0, counted(-5, 6));
        flat.put(1, counted(100, 6));
        MemorySegment memory = flat.memory();
        for (int i = 0; i < 6; i++) {
            assertEquals(-5 + i, memory.get(FlatVoxels.VOXEL, 2L * i));
            assertEquals(-5 + i, memory.get(FlatVoxels.VOXEL, flat.layerBytes() + 2L * i));
            assertEquals(100 + i, memory.get(FlatVoxels.VOXEL, 2 * flat.layerBytes() + 2L * i));
            assertEquals(100 + i, memory.get(FlatVoxels.VOXEL, 3 * flat.layerBytes() + 2L * i));
        }
        assertEquals(101 + (102 << 16), memory.get(FlatVoxels.PAIR, 2 * flat.layerBytes() + 2));
    }

    @Test
    void fourVoxelsCanBeReadAtTheVeryLast() {
        FlatVoxels flat = new FlatVoxels(geometry(3, 2, 1), VoxelType.INT16);
        flat.put(0, counted(1, 6));
        long last = 3 * flat.layerBytes() - 2;
        assertEquals(6, flat.memory().get(FlatVoxels.FOUR, last) & 0xFFFF);
    }

    @Test
    void everyUnsignedValueComesBack() {
        FlatVoxels flat = new FlatVoxels(geometry(256, 256, 1), VoxelType.UINT16);
        short[] all = counted(0, 65_536);
        flat.put(0, all);
        short[] copy = new short[65_536];
        flat.copySlice(0, copy);
        assertArrayEquals(all, copy);
        assertEquals(0, flat.value(0, 0, 0));
        assertEquals(40_000, flat.value(40_000 % 256, 40_000 / 256, 0));
        assertEquals(65_535, flat.value(255, 255, 0));
    }

    @Test
    void memoryThatCannotBeHadIsRefusedWithItsSize() {
        VolumeGeometry huge = geometry(32_768, 32_768, 1 << 30);
        VolumeMemoryException refused =
                assertThrows(VolumeMemoryException.class, () -> new FlatVoxels(huge, VoxelType.INT16));
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.startsWith("32768x32768x1073741824 voxels need"), said);
    }
}
