package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.farfield.rendering.engine.TransferFunction.ColourPoint;
import org.farfield.rendering.engine.TransferFunction.OpacityPoint;
import org.farfield.rendering.volume.PatientBox;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Volumes whose picture is known in closed form. */
class VolumePictureTest {

    private static final RenderEngine CPU = new CpuEngine(2);
    private static final int EDGE = 81;
    private static final List<ColourPoint> WHITE = List.of(new ColourPoint(0, 1, 1, 1));
    private static final VoiTransform LEVEL = new VoiTransform.LinearExact(127.5, 255);

    @AfterAll
    static void close() {
        CPU.close();
    }

    private static VolumeLook even(double opacity) {
        return new VolumeLook.Shaded(
                new TransferFunction(List.of(new OpacityPoint(0, opacity), new OpacityPoint(1000, opacity)), WHITE),
                Lighting.NONE);
    }

    private static VolumeRequest front(Volume volume, VolumeLook look) {
        return new VolumeRequest(
                volume, VolumeView.ANTERIOR.through(volume.geometry().center(), 1), EDGE, EDGE, look);
    }

    private static int[] draw(VolumeRequest request) {
        int[] argb = new int[request.pixels()];
        CPU.render(request, argb);
        return argb;
    }

    private static int middle(int[] argb) {
        return argb[(EDGE / 2) * EDGE + EDGE / 2] & 0xff;
    }

    private static VolumeGeometry cube() {
        return Phantom.straight(41, 41, 41, 1, 1);
    }

    @Test
    void aThicknessOfEvenTissueTakesTheLightThatItsMillimetresTakeWhateverTheStep() {
        Volume volume = Phantom.fill(cube(), p -> 500);
        double expected = 255 * (1 - Math.pow(1 - 0.03, 40));
        for (double step : new double[] {0.25, 0.5, 1, 1.7, 3}) {
            assertEquals(
                    expected,
                    middle(draw(front(volume, even(0.03)).withStep(step))),
                    1,
                    "a step of " + step + " voxels");
        }
    }

    @Test
    void aBoxCutsTheThicknessToTheFractionOfAVoxel() {
        Volume volume = Phantom.fill(cube(), p -> 500);
        for (double depth : new double[] {0.3, 7.25, 13.9}) {
            PatientBox box = new PatientBox(new PatientPoint(-9, -depth, -9), new PatientPoint(9, depth, 9));
            int[] argb = draw(front(volume, even(0.03)).withCrop(Optional.of(box)));
            assertEquals(255 * (1 - Math.pow(1 - 0.03, 2 * depth)), middle(argb), 1);
            assertEquals(0, argb[(EDGE / 2) * EDGE + EDGE / 2 + 11] & 0xff, "outside the box there is nothing");
        }
    }

    @Test
    void aWedgeTakesOutWhatLiesInAllOfItsHalves() {
        Volume volume = Phantom.fill(cube(), p -> 500);
        HalfSpace front = new HalfSpace(new PatientPoint(0, 4, 0), PatientVector.POSTERIOR);
        HalfSpace left = new HalfSpace(new PatientPoint(5, 0, 0), PatientVector.LEFT.negated());
        int[] argb = draw(front(volume, even(0.03)).withCuts(List.of(new Cut.Wedge(List.of(front, left)))));
        assertEquals(255 * (1 - Math.pow(0.97, 40)), middle(argb), 1, "right of the wedge nothing is gone");
        assertEquals(255 * (1 - Math.pow(0.97, 16)), argb[(EDGE / 2) * EDGE + EDGE / 2 + 8] & 0xff, 1);
    }

    @Test
    void aScalpelCutsAlongTheSightOfItsMomentAndIsSeenFromTheSide() {
        Volume volume = Phantom.fill(cube(), p -> 500);
        ImagePlane seen = VolumeView.ANTERIOR.through(PatientPoint.ORIGIN, 1);
        Cut cut = new Cut.Scalpel(
                seen,
                List.of(new Cut.Corner(-6, -6), new Cut.Corner(6, -6), new Cut.Corner(6, 6), new Cut.Corner(-6, 6)));
        int[] fromFront = draw(front(volume, even(0.03)).withCuts(List.of(cut)));
        assertEquals(0, middle(fromFront), "a hole through the whole patient");
        assertEquals(255 * (1 - Math.pow(0.97, 40)), fromFront[(EDGE / 2) * EDGE + EDGE / 2 + 9] & 0xff, 1);
        VolumeRequest side =
                new VolumeRequest(volume, VolumeView.LEFT.through(PatientPoint.ORIGIN, 1), EDGE, EDGE, even(0.03));
        int[] fromLeft = draw(side.withCuts(List.of(cut)));
        assertEquals(255 * (1 - Math.pow(0.97, 28)), middle(fromLeft), 1, "12 mm of 40 are gone");
    }

    @Test
    void aBallsOutlineIsWhereItIsInEveryViewAlsoWithATiltedGantry() {
        PatientPoint center = new PatientPoint(3.4, -5.2, 6.1);
        VolumeLook hard = new VolumeLook.Shaded(
                new TransferFunction(List.of(new OpacityPoint(400, 0), new OpacityPoint(600, 1)), WHITE),
                Lighting.NONE);
        List<VolumeGeometry> geometries = List.of(
                Phantom.straight(61, 61, 41, 1, 1.5), Phantom.leaning(61, 75, 41, 1, new PatientVector(0, 0.5, 1.5)));
        for (VolumeGeometry g : geometries) {
            Volume volume = Phantom.fill(g, Phantom.ball(center, 14, 1000));
            for (VolumeView view : VolumeView.values()) {
                ImagePlane plane = view.through(PatientPoint.ORIGIN, 0.8).rolled(17, -9);
                VolumeRequest request = new VolumeRequest(volume, plane, EDGE, EDGE, hard).withStep(0.5);
                assertDisc(draw(request), request, center);
            }
        }
    }

    private static void assertDisc(int[] argb, VolumeRequest request, PatientPoint center) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < argb.length; i++) {
            double w = (argb[i] & 0xff) / 255.0;
            sum += w;
            x += w * (i % EDGE);
            y += w * Math.floorDiv(i, EDGE);
        }
        PlanePosition expected = request.toPicture(center);
        assertEquals(expected.px(), x / sum, 0.15, "middle of the disc");
        assertEquals(expected.py(), y / sum, 0.15, "middle of the disc");
        double radius = 0.8 * Math.sqrt(sum / Math.PI);
        assertEquals(14.2, radius, 0.5, "radius of the disc in mm");
    }

    @Test
    void aSurfaceThatFacesTheViewerIsBrightAndOneThatLeansIsDarkerByItsAngle() {
        Lighting light = new Lighting(0.1, 0.8, 0, 1, 0);
        VolumeLook look = new VolumeLook.Shaded(
                new TransferFunction(List.of(new OpacityPoint(499, 0), new OpacityPoint(500, 1)), WHITE), light);
        VolumeGeometry leaning = Phantom.leaning(61, 75, 41, 1, new PatientVector(0, 0.6, 1.2));
        for (double degrees : new double[] {0, 20, 45, 60}) {
            PatientVector normal = PatientVector.POSTERIOR.rotatedAbout(PatientVector.HEAD, degrees);
            Volume ramp = Phantom.fill(leaning, p -> 500 + 20 * normal.dot(p.minus(PatientPoint.ORIGIN)));
            double expected = 255 * (0.1 + 0.8 * Math.cos(Math.toRadians(degrees)));
            assertEquals(expected, middle(draw(front(ramp, look))), 2, degrees + " degrees");
        }
    }

    @Test
    void theHighestValueIsFoundWhereverItLiesAndBlocksAreSkipped() {
        VolumeGeometry g = cube();
        PatientPoint peak = g.toPatient(31, 9, 22);
        Volume volume =
                Phantom.fill(g, p -> p.distanceTo(peak) < 0.1 ? 200 : 20 + 10 * Math.sin(p.x()) * Math.cos(p.y()));
        VolumeRequest request = new VolumeRequest(
                volume, VolumeView.ANTERIOR.through(peak, 1), EDGE, EDGE, new VolumeLook.Mip(LEVEL, false));
        int[] argb = draw(request);
        assertEquals(200, middle(argb), 1);
        assertTrue((argb[(EDGE / 2) * EDGE + EDGE / 2 + 3] & 0xff) < 32);
    }

    @Test
    void absentSlicesAndPaddingAreTransparent() {
        VolumeGeometry g = cube();
        Volume volume = Phantom.empty(g, PixelPadding.of(-2000));
        VolumeRequest request =
                new VolumeRequest(volume, VolumeView.FEET.through(PatientPoint.ORIGIN, 1), EDGE, EDGE, even(0.03));
        assertEquals(0, middle(draw(request)), "nothing has come");
        for (int k = 0; k < 41; k++) {
            if (k < 10 || k > 29) {
                volume.put(k, Phantom.slice(g, k, p -> 500));
            }
        }
        assertEquals(255 * (1 - Math.pow(0.97, 20)), middle(draw(request)), 2, "two parts of 9 and 11 mm");
        short[] padding = new short[41 * 41];
        Arrays.fill(padding, (short) -2000);
        volume.put(5, padding);
        assertEquals(255 * (1 - Math.pow(0.97, 19)), middle(draw(request)), 2, "a slice of padding is 1 mm less");
    }

    @Test
    void aGrowingVolumeIsDrawnAsAFreshOne() {
        VolumeGeometry g = cube();
        Volume growing = Phantom.empty(g, PixelPadding.NONE);
        Volume whole = Phantom.empty(g, PixelPadding.NONE);
        for (int k = 0; k < 41; k++) {
            growing.put(k, Phantom.slice(g, k, Phantom.ball(PatientPoint.ORIGIN, 15, 1000)));
            whole.put(k, growing.copyOfSlice(k));
            if (k % 13 == 5) {
                draw(front(growing, VolumePreset.BONE.look()));
            }
        }
        assertArrayEquals(draw(front(whole, VolumePreset.BONE.look())), draw(front(growing, VolumePreset.BONE.look())));
    }

    @Test
    void theCoarserPictureCoversTheSamePlace() {
        VolumeRequest request = front(Phantom.fill(cube(), p -> 500), even(0.03));
        VolumeRequest coarser = request.coarser().orElseThrow();
        assertEquals(41, coarser.width());
        assertTrue(request.toPatient(-0.5, -0.5).distanceTo(coarser.toPatient(-0.5, -0.5)) < 1e-9);
        assertEquals(middle(draw(request)), draw(coarser)[20 * 41 + 20] & 0xff, 1);
    }
}
