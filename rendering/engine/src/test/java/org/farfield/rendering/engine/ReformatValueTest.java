package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that is linear in the patient is reproduced to 1 HU by every plane through every grid. */
class ReformatValueTest {

    private static final CpuEngine ENGINE = new CpuEngine(2);
    private static final VolumeGeometry STRAIGHT = Phantom.straight(64, 56, 48, 0.9, 1.7);
    private static final VolumeGeometry TILTED = Phantom.leaning(64, 80, 48, 0.9, new PatientVector(0, 0.6, 1.7));

    private static double ramp(PatientPoint p) {
        return 100 + 0.9 * p.x() - 1.3 * p.y() + 1.1 * p.z();
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static Stream<Arguments> planes() {
        PatientPoint p = new PatientPoint(1.3, -2.1, 3.7);
        return Stream.of(STRAIGHT, TILTED)
                .flatMap(g -> Stream.of(
                                ImagePlane.axial(p, 0.45),
                                ImagePlane.coronal(p, 0.5),
                                ImagePlane.sagittal(p, 0.5),
                                ImagePlane.oblique(p, 30, 30, 0.4),
                                ImagePlane.oblique(p, -71, 18, 0.4))
                        .map(plane -> Arguments.of(g, plane)));
    }

    @ParameterizedTest
    @MethodSource("planes")
    void aRampIsReproducedToOneHounsfieldUnit(VolumeGeometry geometry, ImagePlane plane) {
        Volume volume = Phantom.fill(geometry, ReformatValueTest::ramp);
        int edge = 60;
        ReformatRequest request = Phantom.request(volume, plane, edge, Slab.NONE, Phantom.levelPerHounsfield(0));
        assertShowsRamp(request, 0);
    }

    @ParameterizedTest
    @MethodSource("planes")
    void theMeanOfASlabOfARampIsTheRamp(VolumeGeometry geometry, ImagePlane plane) {
        Volume volume = Phantom.fill(geometry, ReformatValueTest::ramp);
        ReformatRequest request =
                Phantom.request(volume, plane, 40, new Slab(7.3, Projection.MEAN), Phantom.levelPerHounsfield(0));
        assertShowsRamp(request, 0);
    }

    @ParameterizedTest
    @MethodSource("planes")
    void theMaximumOfASlabOfARampLiesOnItsHigherFace(VolumeGeometry geometry, ImagePlane plane) {
        Volume volume = Phantom.fill(geometry, ReformatValueTest::ramp);
        double rise = Math.abs(new PatientVector(0.9, -1.3, 1.1).dot(plane.normal())) * 7.3 / 2;
        assertShowsRamp(
                Phantom.request(volume, plane, 40, new Slab(7.3, Projection.MIP), Phantom.levelPerHounsfield(0)), rise);
        assertShowsRamp(
                Phantom.request(volume, plane, 40, new Slab(7.3, Projection.MINIP), Phantom.levelPerHounsfield(0)),
                -rise);
    }

    private static void assertShowsRamp(ReformatRequest request, double rise) {
        int[] grey = Phantom.grey(ENGINE, request);
        int edge = request.width();
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                PatientPoint p = request.plane().toPatient(x, y, edge, edge);
                assertEquals(ramp(p) + rise, grey[y * edge + x], 0.65, () -> "at " + p);
            }
        }
    }

    @Test
    void nearestTakesTheNearestVoxel() {
        VolumeGeometry g = Phantom.straight(9, 9, 9, 1, 2);
        Volume volume = Phantom.fill(g, p -> 100 + 10 * p.x() + p.z());
        ImagePlane plane = ImagePlane.coronal(new PatientPoint(0.3, 0.4, 0.9), 1);
        ReformatRequest request = new ReformatRequest(
                volume, plane, 3, 3, Slab.NONE, Interpolation.NEAREST, Phantom.levelPerHounsfield(0), false);
        int[] grey = Phantom.grey(ENGINE, request);
        assertEquals(100, grey[4]);
        assertEquals(110, grey[5]);
        assertEquals(102, grey[1]);
    }
}
