package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.junit.jupiter.api.Test;

class FusionTest {

    private static final FrameOfReference PATIENT = new FrameOfReference("2.25.1");
    private static final CpuEngine ENGINE = new CpuEngine(2);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** 100 HU everywhere. */
    private final Volume ct = Phantom.fill(
            new VolumeGeometry(
                    64,
                    64,
                    16,
                    new PatientPoint(-31.5, -31.5, -7.5),
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    PatientVector.HEAD,
                    PATIENT),
            p -> 100);

    /** Coarser and smaller: 20 x 20 mm in the middle, rising with x. */
    private static Volume uptake(FrameOfReference frame) {
        VolumeGeometry g = new VolumeGeometry(
                5,
                5,
                4,
                new PatientPoint(-8, -8, -6),
                new PatientVector(4, 0, 0),
                new PatientVector(0, 4, 0),
                new PatientVector(0, 0, 4),
                frame);
        Volume volume = new Volume(g, VoxelType.UINT16, new ModalityTransform.Linear(0.01, 0), PixelPadding.NONE, "");
        for (int k = 0; k < 4; k++) {
            short[] voxels = new short[25];
            for (int i = 0; i < 25; i++) {
                voxels[i] = (short) (100 * (i % 5));
            }
            volume.put(k, voxels);
        }
        return volume;
    }

    private ReformatRequest base(Slab slab) {
        return new ReformatRequest(
                ct,
                ImagePlane.axial(PatientPoint.ORIGIN, 1),
                63,
                63,
                slab,
                Interpolation.LINEAR,
                Phantom.levelPerHounsfield(0),
                false);
    }

    private static int[] draw(RenderRequest request) {
        int[] argb = new int[request.pixels()];
        ENGINE.render(request, argb);
        return argb;
    }

    @Test
    void hotIronIsTheStandardsPalette() {
        assertEquals(0x000000, Palette.HOT_IRON.rgb(0));
        assertEquals(0xfe0000, Palette.HOT_IRON.rgb(127));
        assertEquals(0xff0200, Palette.HOT_IRON.rgb(129));
        assertEquals(0xff8000, Palette.HOT_IRON.rgb(192));
        assertEquals(0xff8204, Palette.HOT_IRON.rgb(193));
        assertEquals(0xfffcf8, Palette.HOT_IRON.rgb(254));
        assertEquals(0xffffff, Palette.HOT_IRON.rgb(255));
    }

    @Test
    void secondSeriesLiesWhereItIsInThePatientAndIsMixedByItsOpacity() {
        // Value at x is 2 + x / 4; the range 0 to 4 is the whole palette.
        OverlayLayer layer =
                new OverlayLayer.Colour(uptake(PATIENT), new VoiTransform.LinearExact(2, 4), Palette.HOT_IRON, 0.5);
        int[] argb = draw(new FusedRequest(base(Slab.NONE), List.of(layer)));
        for (int x = -7; x <= 7; x++) {
            int level = (int) Math.round(255 * (2 + x / 4.0) / 4);
            int over = Palette.HOT_IRON.rgb(level);
            int at = argb[31 * 63 + 31 + x];
            assertEquals((100 + ((over >> 16) & 0xff)) / 2.0, (at >> 16) & 0xff, 2.1, "red at " + x);
            assertEquals((100 + ((over >> 8) & 0xff)) / 2.0, (at >> 8) & 0xff, 2.1, "green at " + x);
            assertEquals((100 + (over & 0xff)) / 2.0, at & 0xff, 4.1, "blue at " + x);
        }
        assertEquals(0xff646464, argb[31 * 63 + 31 + 11], "beyond the second series the first is as it was");
    }

    @Test
    void opacityOfNothingLeavesThePictureAndOfOneHidesIt() {
        Volume uptake = uptake(PATIENT);
        VoiTransform voi = new VoiTransform.LinearExact(2, 4);
        int[] plain = draw(base(Slab.NONE));
        int[] none = draw(
                new FusedRequest(base(Slab.NONE), List.of(new OverlayLayer.Colour(uptake, voi, Palette.HOT_IRON, 0))));
        int[] all = draw(
                new FusedRequest(base(Slab.NONE), List.of(new OverlayLayer.Colour(uptake, voi, Palette.HOT_IRON, 1))));
        for (int i = 0; i < plain.length; i++) {
            assertEquals(plain[i], none[i]);
        }
        assertEquals(0xff000000 | Palette.HOT_IRON.rgb(128), all[31 * 63 + 31]);
    }

    @Test
    void slabProjectsTheSecondSeriesToo() {
        Volume uptake = uptake(PATIENT);
        short[] hot = new short[25];
        java.util.Arrays.fill(hot, (short) 400);
        uptake.put(3, hot);
        OverlayLayer layer = new OverlayLayer.Colour(uptake, new VoiTransform.LinearExact(2, 4), Palette.HOT_IRON, 1);
        int[] plane = draw(new FusedRequest(base(Slab.NONE), List.of(layer)));
        int[] slab = draw(new FusedRequest(base(new Slab(14, Projection.MIP)), List.of(layer)));
        assertEquals(0xff000000 | Palette.HOT_IRON.rgb(128), plane[31 * 63 + 31]);
        assertEquals(0xffffffff, slab[31 * 63 + 31]);
    }

    @Test
    void seriesOfAnotherFrameOfReferenceOrOfNoneIsRefused() {
        ReformatRequest nowhere = new ReformatRequest(
                uptake(FrameOfReference.UNSTATED),
                base(Slab.NONE).plane(),
                9,
                9,
                Slab.NONE,
                Interpolation.LINEAR,
                base(Slab.NONE).voi(),
                false);
        OverlayLayer unstated = new OverlayLayer.Colour(
                uptake(FrameOfReference.UNSTATED), new VoiTransform.LinearExact(2, 4), Palette.HOT_IRON, 1);
        assertThrows(IllegalArgumentException.class, () -> new FusedRequest(nowhere, List.of(unstated)));
        OverlayLayer elsewhere = new OverlayLayer.Colour(
                uptake(new FrameOfReference("2.25.77")), new VoiTransform.LinearExact(2, 4), Palette.HOT_IRON, 1);
        assertThrows(IllegalArgumentException.class, () -> new FusedRequest(base(Slab.NONE), List.of(elsewhere)));
    }

    @Test
    void labelsAreFilledByTheirOpacityAndOutlinedWhole() {
        Volume map = new Volume(ct.geometry(), VoxelType.UINT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "");
        for (int k = 0; k < 16; k++) {
            short[] voxels = new short[64 * 64];
            for (int r = 20; r < 40; r++) {
                java.util.Arrays.fill(voxels, r * 64 + 20, r * 64 + 40, (short) 3);
            }
            map.put(k, voxels);
        }
        OverlayLayer layer = new OverlayLayer.Labels(map, Map.of(3, 0x00ff00), 0.25, true);
        ReformatRequest native64 = new ReformatRequest(
                ct,
                ImagePlane.axial(PatientPoint.ORIGIN, 1),
                64,
                64,
                Slab.NONE,
                Interpolation.LINEAR,
                Phantom.levelPerHounsfield(0),
                false);
        int[] argb = draw(new FusedRequest(native64, List.of(layer)));
        assertEquals(0xff646464, argb[19 * 64 + 30]);
        assertEquals(0xff00ff00, argb[20 * 64 + 30], "the border");
        assertEquals(0xff00ff00, argb[30 * 64 + 39], "the border");
        assertEquals(0xff4b8b4b, argb[30 * 64 + 30], "100 + (255 - 100) / 4 = 139, 75");
        assertEquals(0xff646464, argb[30 * 64 + 40]);
    }

    @Test
    void coarserPictureKeepsItsLayers() {
        OverlayLayer layer =
                new OverlayLayer.Colour(uptake(PATIENT), new VoiTransform.LinearExact(2, 4), Palette.HOT_IRON, 0.5);
        Optional<FusedRequest> coarse = new FusedRequest(base(Slab.NONE), List.of(layer)).coarser();
        assertEquals(32, coarse.orElseThrow().width());
        assertEquals(List.of(layer), coarse.orElseThrow().layers());
    }
}
