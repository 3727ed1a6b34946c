package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled value chain is the standard's, for every stored value. */
class GreyScaleTest {

    private static final VolumeGeometry G = Phantom.straight(2, 2, 2, 1, 1);

    static Stream<VoiTransform> transforms() {
        return Stream.of(
                new VoiTransform.Window(-600, 1500),
                new VoiTransform.Window(40, 80),
                new VoiTransform.Window(40.5, 2),
                new VoiTransform.LinearExact(50, 350),
                new VoiTransform.Sigmoid(50, 350));
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void everyStoredValueGetsTheStandardsGrey(VoiTransform voi) {
        Volume volume = Phantom.fill(G, p -> 0);
        for (boolean inverted : new boolean[] {false, true}) {
            GreyScale grey = GreyScale.of(new ReformatRequest(
                    volume, ImagePlane.axial(G.center(), 1), 1, 1, Slab.NONE, Interpolation.LINEAR, voi, inverted));
            for (int stored = -2000; stored < 30_000; stored++) {
                double white = voi.apply(Phantom.HU.apply(stored));
                double expected = 255 * (inverted ? 1 - white : white);
                assertEquals(expected, grey.argb(stored) & 0xff, 0.51, voi + " at " + stored);
            }
        }
    }

    @Test
    void windowOfWidthOneIsAStep() {
        GreyScale grey = greyOf(new VoiTransform.Window(100, 1), new ModalityTransform.Linear(1, -1024));
        assertEquals(0, grey.argb(1024 + 99) & 0xff);
        assertEquals(0, grey.argb(1024 + 99.5f) & 0xff);
        assertEquals(255, grey.argb(1024 + 99.51f) & 0xff);
        assertEquals(255, grey.argb(1024 + 100) & 0xff);
    }

    @Test
    void aFallingRescaleSlopeTurnsTheGreyRound() {
        GreyScale grey = greyOf(new VoiTransform.LinearExact(0, 200), new ModalityTransform.Linear(-1, 0));
        assertEquals(255, grey.argb(-100) & 0xff);
        assertEquals(0, grey.argb(100) & 0xff);
    }

    private static GreyScale greyOf(VoiTransform voi, ModalityTransform modality) {
        Volume volume = new Volume(G, VoxelType.INT16, modality, PixelPadding.NONE, "HU");
        return GreyScale.of(Phantom.request(volume, ImagePlane.axial(G.center(), 1), 1, Slab.NONE, voi));
    }
}
