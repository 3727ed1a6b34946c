package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.Test;

class VoxelPlanTest {
    @Test
    void agreeingImagesGoInUntouched() {
        StoredValues ct = values(12, false, 1, -1024, PixelPadding.of(0));
        VoxelPlan plan = VoxelPlan.of(List.of(ct, ct));
        short[] voxels = {0, 1, 4095};
        plan.apply(ct, voxels);
        assertArrayEquals(new short[] {0, 1, 4095}, voxels);
        assertFalse(plan.rescaled());
        assertEquals(VoxelType.UINT16, plan.type());
        assertEquals(PixelPadding.of(0), plan.padding());
    }

    @Test
    void theExtremesOfEveryImageStayApartFromPadding() {
        StoredValues a = values(16, true, 0.001, 0, PixelPadding.of(-32768));
        StoredValues b = values(16, false, 3, 500, PixelPadding.NONE);
        VoxelPlan plan = VoxelPlan.of(List.of(a, b));
        short[] fromA = {-32768, 32767};
        short[] fromB = {0, (short) 65535};
        plan.apply(a, fromA);
        plan.apply(b, fromB);
        assertTrue(plan.padding().holds(fromA[0]));
        assertFalse(plan.padding().holds(fromB[0]));
        assertEquals(32.767, plan.step().apply(fromA[1]), slope(plan) / 2);
        assertEquals(500, plan.step().apply(fromB[0]), slope(plan) / 2);
        assertEquals(500 + 3 * 65535.0, plan.step().apply(fromB[1]), slope(plan) / 2);
    }

    @Test
    void differingPaddingBecomesOne() {
        StoredValues a = values(16, true, 1, 0, PixelPadding.of(-2000));
        StoredValues b = values(16, true, 1, 0, PixelPadding.range(-3000, -2500));
        VoxelPlan plan = VoxelPlan.of(List.of(a, b));
        short[] fromA = {-2000, -2600, 7};
        short[] fromB = {-2000, -2600, 7};
        plan.apply(a, fromA);
        plan.apply(b, fromB);
        assertTrue(plan.padding().holds(fromA[0]) && plan.padding().holds(fromB[1]));
        assertFalse(plan.padding().holds(fromA[1]) || plan.padding().holds(fromB[0]));
        assertEquals(plan.step().apply(fromA[2]), plan.step().apply(fromB[2]));
    }

    private static StoredValues values(int bits, boolean signed, double slope, double intercept, PixelPadding padding) {
        return new StoredValues(
                bits, signed, false, new ModalityTransform.Linear(slope, intercept), padding, "", Optional.empty());
    }

    private static double slope(VoxelPlan plan) {
        return ((ModalityTransform.Linear) plan.step()).slope();
    }
}
