package org.farfield.rendering.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SliceResamplerTest {

    private static final double[] Z = {9, 0, 2, 14, 4};
    private static final PixelPadding PADDING = PixelPadding.of(-2000);

    private static Stacking.Uneven stacking() {
        return (Stacking.Uneven) SliceStacking.stack(Slices.axialAt(Z));
    }

    private static Volume volume(Stacking.Uneven uneven) {
        return new Volume(uneven.geometry(), VoxelType.INT16, ModalityTransform.IDENTITY, PADDING, "HU");
    }

    private static short[] flat(double value) {
        short[] voxels = new short[48];
        Arrays.fill(voxels, (short) Math.round(value));
        return voxels;
    }

    @Test
    void aFieldThatIsLinearAlongTheStackIsKeptExactly() {
        Stacking.Uneven uneven = stacking();
        Volume volume = volume(uneven);
        SliceResampler resampler = new SliceResampler(uneven, volume);
        for (int input = 0; input < Z.length; input++) {
            resampler.put(input, flat(100 * Z[input]));
        }
        assertTrue(volume.complete());
        for (int k = 0; k < volume.geometry().slices(); k++) {
            double z = volume.geometry().toPatient(0, 0, k).z();
            assertEquals(100 * z, volume.value(3, 3, k), 0.5, "slice " + k);
        }
    }

    @Test
    void aGridSliceComesAsSoonAsItsTwoNeighboursHave() {
        Stacking.Uneven uneven = stacking();
        Volume volume = volume(uneven);
        SliceResampler resampler = new SliceResampler(uneven, volume);
        resampler.put(3, flat(1400));
        assertEquals(0, volume.arrived());
        resampler.put(0, flat(900));
        assertFalse(volume.has(4), "8 mm lies between 4 and 9 mm, and 4 mm has not come");
        assertTrue(volume.has(5) && volume.has(6) && volume.has(7));
        assertEquals(1000, volume.sample(0, 0, 5));
    }

    @Test
    void paddingTakesNoPart() {
        Stacking.Uneven uneven = stacking();
        Volume volume = volume(uneven);
        SliceResampler resampler = new SliceResampler(uneven, volume);
        resampler.put(4, flat(-2000));
        resampler.put(0, flat(500));
        assertEquals(-2000, volume.sample(0, 0, 3), "6 mm is nearer to 4 mm");
        assertEquals(500, volume.sample(0, 0, 4), "8 mm is nearer to 9 mm");
    }

    @Test
    void aVolumeOnAnotherGridIsRefused() {
        Stacking.Even other = (Stacking.Even) SliceStacking.stack(Slices.axialAt(0, 1));
        Volume volume = new Volume(other.geometry(), VoxelType.INT16, ModalityTransform.IDENTITY, PADDING, "HU");
        assertThrows(IllegalArgumentException.class, () -> new SliceResampler(stacking(), volume));
    }
}
