package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** A ball is where it is, round, upright and unmirrored, to a tenth of a voxel. */
class ReformatPositionTest {

    private static final CpuEngine ENGINE = new CpuEngine(2);
    private static final PatientPoint BALL = new PatientPoint(6.2, -4.7, 9.1);
    private static final double RADIUS = 11;

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    static Stream<Arguments> planes() {
        VolumeGeometry straight = Phantom.straight(72, 72, 60, 1, 1.2);
        VolumeGeometry tilted = Phantom.leaning(72, 90, 60, 1, new PatientVector(0, 0.4, 1.2));
        return Stream.of(straight, tilted)
                .flatMap(g -> Stream.of(
                                ImagePlane.axial(BALL, 0.5),
                                ImagePlane.coronal(BALL, 0.5),
                                ImagePlane.sagittal(BALL, 0.5),
                                ImagePlane.oblique(BALL, 30, 30, 0.5),
                                ImagePlane.oblique(BALL, 20, -50, 0.5))
                        .map(plane -> Arguments.of(g, plane)));
    }

    @ParameterizedTest
    @MethodSource("planes")
    void theBallIsFoundInPlaceAndToScale(VolumeGeometry geometry, ImagePlane throughBall) {
        Volume volume = Phantom.fill(geometry, Phantom.ball(BALL, RADIUS, 200));
        ImagePlane plane = throughBall.at(BALL.plus(throughBall.right().times(7.25))
                .plus(throughBall.down().times(-4.5)));
        int edge = 80;
        int[] grey =
                Phantom.grey(ENGINE, Phantom.request(volume, plane, edge, Slab.NONE, Phantom.levelPerHounsfield(0)));
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < grey.length; i++) {
            sum += grey[i];
            x += grey[i] * (double) (i % edge);
            y += grey[i] * Math.floorDiv(i, edge);
        }
        PlanePosition expected = plane.toPicture(BALL, edge, edge);
        assertEquals(expected.px(), x / sum, 0.1, "column of the ball's middle, half-voxel pixels");
        assertEquals(expected.py(), y / sum, 0.1, "row of the ball's middle");
        double areaMm2 = sum / 200 * 0.25;
        double cap = Math.PI * (RADIUS * RADIUS + 4.0 * 4.0 / 12);
        assertEquals(Math.sqrt(cap / Math.PI), Math.sqrt(areaMm2 / Math.PI), 0.1, "radius in mm");
    }

    @Test
    void coronalHasTheHeadAtTheTopAndTheLeftAtTheRight() {
        VolumeGeometry g = Phantom.straight(40, 40, 40, 1, 1);
        Volume volume = Phantom.fill(g, p -> (p.z() > 10 ? 100 : 0) + (p.x() > 10 ? 50 : 0) + (p.y() > 10 ? 25 : 0));
        int edge = 31;
        int last = edge - 1;
        int[] coronal = Phantom.grey(
                ENGINE,
                Phantom.request(
                        volume, ImagePlane.coronal(g.center(), 1), edge, Slab.NONE, Phantom.levelPerHounsfield(0)));
        assertEquals(100, coronal[0], "head, right");
        assertEquals(150, coronal[last], "head, left");
        assertEquals(0, coronal[last * edge], "foot, right");
        int[] sagittal = Phantom.grey(
                ENGINE,
                Phantom.request(
                        volume, ImagePlane.sagittal(g.center(), 1), edge, Slab.NONE, Phantom.levelPerHounsfield(0)));
        assertEquals(125, sagittal[last], "head, back");
        assertEquals(100, sagittal[0], "head, front");
        int[] axial = Phantom.grey(
                ENGINE,
                Phantom.request(
                        volume, ImagePlane.axial(g.center(), 1), edge, Slab.NONE, Phantom.levelPerHounsfield(0)));
        assertEquals(75, axial[edge * edge - 1], "left, back");
        assertEquals(0, axial[0], "right, front");
    }

    @Test
    void aStraightRodComesOutStraightFromATiltedGantry() {
        VolumeGeometry tilted = Phantom.leaning(60, 90, 50, 1, new PatientVector(0, 0.7, 1.5));
        Volume volume =
                Phantom.fill(tilted, p -> 200 * Math.clamp((5 - Math.hypot(p.x() - 3, p.y() + 2)) / 4 + 0.5, 0, 1));
        int edge = 61;
        int[] grey = Phantom.grey(
                ENGINE,
                Phantom.request(
                        volume,
                        ImagePlane.sagittal(new PatientPoint(3, 0, 0), 1),
                        edge,
                        Slab.NONE,
                        Phantom.levelPerHounsfield(0)));
        for (int row = 5; row < edge - 5; row++) {
            double sum = 0;
            double at = 0;
            for (int x = 0; x < edge; x++) {
                sum += grey[row * edge + x];
                at += x * (double) grey[row * edge + x];
            }
            assertTrue(sum > 1000, "the rod runs through row " + row);
            assertEquals(28, at / sum, 0.1, "row " + row);
        }
    }
}
