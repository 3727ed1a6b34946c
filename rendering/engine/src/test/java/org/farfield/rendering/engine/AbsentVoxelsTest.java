package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Padding, slices that have not come and the outside are black and stain nothing. */
class AbsentVoxelsTest {

    private static final CpuEngine ENGINE = new CpuEngine(2);
    private static final VolumeGeometry G = Phantom.straight(20, 20, 20, 1, 1);
    private static final VoiTransform VOI = Phantom.levelPerHounsfield(0);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** 150 HU for x < 0, padding beyond. */
    private static Volume halfPadded(PixelPadding padding) {
        Volume volume = Phantom.empty(G, padding);
        for (int k = 0; k < 20; k++) {
            volume.put(k, Phantom.slice(G, k, p -> p.x() < 0 ? 150 : -3000 - 1024));
        }
        return volume;
    }

    @Test
    void paddingNeverBlendsIntoTissue() {
        Volume volume = halfPadded(PixelPadding.of(-30000));
        int[] grey = Phantom.grey(
                ENGINE, Phantom.request(volume, ImagePlane.oblique(G.center(), 10, 0, 0.11), 81, Slab.NONE, VOI));
        for (int i = 0; i < grey.length; i++) {
            int x = i % 81;
            if (x != 40) {
                assertEquals(x < 40 ? 150 : 0, grey[i], "pixel " + x);
            }
        }
    }

    @Test
    void aPaddingRangeIsPaddingToItsLimits() {
        Volume volume = halfPadded(PixelPadding.range(-29990, -30010));
        int[] grey =
                Phantom.grey(ENGINE, Phantom.request(volume, ImagePlane.axial(G.center(), 0.11), 41, Slab.NONE, VOI));
        assertEquals(150, grey[20 * 41 + 19]);
        assertEquals(0, grey[20 * 41 + 21]);
    }

    @ParameterizedTest
    @EnumSource(Projection.class)
    void inASlabOnlyPresentSamplesCount(Projection projection) {
        Volume volume = halfPadded(PixelPadding.of(-30000));
        ImagePlane plane = ImagePlane.sagittal(new PatientPoint(-0.3, 0, 0), 1);
        int[] grey = Phantom.grey(ENGINE, Phantom.request(volume, plane, 9, new Slab(10, projection), VOI));
        assertEquals(150, grey[40]);
    }

    @Test
    void aSliceThatHasNotComeIsBlackAndItsNeighboursAreWhole() {
        Volume volume = Phantom.empty(G, PixelPadding.NONE);
        for (int k = 0; k < 20; k++) {
            if (k != 10) {
                volume.put(k, Phantom.slice(G, k, p -> 150));
            }
        }
        ImagePlane plane = ImagePlane.coronal(new PatientPoint(0, 0.2, 0.5), 0.25);
        int[] grey = Phantom.grey(ENGINE, Phantom.request(volume, plane, 17, Slab.NONE, VOI));
        for (int row = 0; row < 17; row++) {
            double mmFromSlice = Math.abs(row - 8) * 0.25;
            if (mmFromSlice != 0.5) {
                assertEquals(mmFromSlice < 0.5 ? 0 : 150, grey[row * 17 + 8], "row " + row);
            }
        }
        volume.put(10, Phantom.slice(G, 10, p -> 150));
        grey = Phantom.grey(ENGINE, Phantom.request(volume, plane, 17, Slab.NONE, VOI));
        assertEquals(150, grey[8 * 17 + 8]);
    }

    @Test
    void theVolumeReachesHalfAVoxelBeyondItsOuterCentresAndIsBlackOutside() {
        Volume volume = Phantom.fill(G, p -> 150);
        int[] grey =
                Phantom.grey(ENGINE, Phantom.request(volume, ImagePlane.axial(G.center(), 0.4), 61, Slab.NONE, VOI));
        for (int x = 0; x < 61; x++) {
            double mm = Math.abs(x - 30) * 0.4;
            if (Math.abs(mm - 10) > 0.01) {
                assertEquals(mm < 10 ? 150 : 0, grey[30 * 61 + x], "at " + mm + " mm");
            }
        }
    }

    @Test
    void anInvertedPictureIsStillBlackOutside() {
        Volume volume = Phantom.fill(G, p -> 100);
        ReformatRequest request = new ReformatRequest(
                volume, ImagePlane.axial(G.center(), 1), 41, 41, Slab.NONE, Interpolation.LINEAR, VOI, true);
        int[] grey = Phantom.grey(ENGINE, request);
        assertEquals(155, grey[20 * 41 + 20]);
        assertEquals(0, grey[0]);
    }

    @Test
    void aPlaneBesideTheVolumeIsBlack() {
        Volume volume = Phantom.fill(G, p -> 100);
        int[] grey = Phantom.grey(
                ENGINE, Phantom.request(volume, ImagePlane.axial(new PatientPoint(0, 0, 50), 1), 8, Slab.NONE, VOI));
        for (int g : grey) {
            assertEquals(0, g);
        }
    }
}
