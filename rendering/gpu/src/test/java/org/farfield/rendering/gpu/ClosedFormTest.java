package org.farfield.rendering.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.engine.Interpolation;
import org.farfield.rendering.engine.PlanePosition;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelIndex;
import org.farfield.rendering.volume.VoxelPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plane, checker, sphere and helix come out where they are, to a tenth of a voxel, and as what they are, to 1 HU: by
 * every interpolation, in every orientation, on every engine, from a straight and from a tilted gantry. The nearest
 * voxel is at best half a voxel off, and is asked for no more.
 */
class ClosedFormTest {

    private static final int EDGE = 64;
    private static final double HELIX_Z = 7.1;
    private static final Engines ENGINES = new Engines();

    @AfterAll
    static void close() {
        ENGINES.close();
    }

    static Stream<Arguments> everyWay() {
        return ENGINES.stream()
                .flatMap(engine -> Stream.of(Interpolation.values())
                        .flatMap(interpolation -> Stream.of(Fields.STRAIGHT, Fields.TILTED)
                                .map(geometry -> Arguments.of(engine, interpolation, geometry))));
    }

    private static Stream<ImagePlane> planes(PatientPoint p, double mm) {
        return Stream.of(
                ImagePlane.axial(p, mm),
                ImagePlane.coronal(p, mm),
                ImagePlane.sagittal(p, mm),
                ImagePlane.oblique(p, 30, 30, mm),
                ImagePlane.oblique(p, -71, 18, mm));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("everyWay")
    void aPlaneHasItsValuesToOneHounsfieldUnit(
            RenderEngine engine, Interpolation interpolation, VolumeGeometry geometry) {
        assertValues(engine, interpolation, geometry, Fields::plane);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("everyWay")
    void aCheckerHasItsValuesToOneHounsfieldUnit(
            RenderEngine engine, Interpolation interpolation, VolumeGeometry geometry) {
        assertValues(engine, interpolation, geometry, Fields::checker);
    }

    private static void assertValues(
            RenderEngine engine,
            Interpolation interpolation,
            VolumeGeometry geometry,
            ToDoubleFunction<PatientPoint> field) {
        Volume volume = Fields.fill(geometry, field);
        planes(new PatientPoint(1.3, -2.1, 3.7), 0.45).forEach(plane -> {
            ReformatRequest request = request(volume, plane, interpolation);
            int[] grey = Engines.grey(engine, request);
            for (int i = 0; i < grey.length; i++) {
                PatientPoint p = request.toPatient(i % EDGE, Math.floorDiv(i, EDGE));
                if (interpolation == Interpolation.NEAREST && betweenVoxels(geometry.toVoxel(p))) {
                    continue;
                }
                PatientPoint at = interpolation == Interpolation.NEAREST ? nearestCenter(geometry, p) : p;
                assertEquals(field.applyAsDouble(at), grey[i], 1.05, () -> plane + " at " + p);
            }
        });
    }

    /** Where two voxels are equally near, or so nearly that rounding may choose. */
    private static boolean betweenVoxels(VoxelPosition v) {
        return Stream.of(v.column(), v.row(), v.slice()).anyMatch(at -> Math.abs(at - Math.floor(at) - 0.5) < 0.01);
    }

    private static PatientPoint nearestCenter(VolumeGeometry geometry, PatientPoint p) {
        VoxelIndex v = geometry.toVoxel(p).nearest();
        return geometry.toPatient(v.column(), v.row(), v.slice());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("everyWay")
    void aSphereLiesWhereItIsAndIsRoundAndToScale(
            RenderEngine engine, Interpolation interpolation, VolumeGeometry geometry) {
        Volume volume = Fields.fill(geometry, Fields::ball);
        planes(Fields.BALL, 0.45).forEach(through -> {
            ImagePlane plane = through.at(Fields.BALL
                    .plus(through.right().times(5.25))
                    .plus(through.down().times(-3.5)));
            ReformatRequest request = request(volume, plane, interpolation);
            Blob blob = Blob.of(Engines.grey(engine, request), EDGE);
            PlanePosition expected = request.toPicture(Fields.BALL);
            double slack = interpolation == Interpolation.NEAREST ? 1 : 0.2;
            assertEquals(expected.px(), blob.x(), slack, () -> "column, pixels of half a voxel, in " + plane);
            assertEquals(expected.py(), blob.y(), slack, () -> "row in " + plane);
            double discMm = Math.sqrt(Fields.BALL_RADIUS * Fields.BALL_RADIUS + 4.0 * 4.0 / 12);
            assertEquals(discMm, Math.sqrt(blob.sum() / 200 * 0.45 * 0.45 / Math.PI), 0.45 * slack, "radius in mm");
        });
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("everyWay")
    void aHelixIsCutWhereItPasses(RenderEngine engine, Interpolation interpolation, VolumeGeometry geometry) {
        Volume volume = Fields.fill(geometry, Fields::helix);
        double turn = 2 * Math.PI * HELIX_Z / Fields.HELIX_PITCH;
        PatientPoint cut =
                new PatientPoint(Fields.HELIX_RADIUS * Math.cos(turn), Fields.HELIX_RADIUS * Math.sin(turn), HELIX_Z);
        ReformatRequest axial = request(volume, ImagePlane.axial(cut, 0.3), interpolation);
        Blob blob = Blob.of(Engines.grey(engine, axial), EDGE);
        // Where the slice asked for lies between two, the nearest one's cut has turned on.
        double slack = interpolation == Interpolation.NEAREST ? 5 : 0.6;
        assertEquals(31.5, blob.x(), slack, "column of the cut, pixels of a third of a voxel");
        assertEquals(31.5, blob.y(), slack, "row of the cut");
        PatientPoint crossing = new PatientPoint(Fields.HELIX_RADIUS, 0, 0);
        ReformatRequest coronal = request(volume, ImagePlane.coronal(crossing, 0.3), interpolation);
        Blob passing = Blob.of(Engines.grey(engine, coronal), EDGE);
        assertEquals(
                31.5,
                passing.y(),
                interpolation == Interpolation.NEAREST ? 2.2 : 0.4,
                "row at which the helix passes through the plane");
        assertTrue(passing.sum() > 200 * 100, "the helix passes through the coronal plane");
    }

    private static ReformatRequest request(Volume volume, ImagePlane plane, Interpolation interpolation) {
        return new ReformatRequest(
                volume, plane, EDGE, EDGE, Slab.NONE, interpolation, Fields.levelPerHounsfield(), false);
    }

    /** Where the light of a picture lies on average, and how much of it there is. */
    private record Blob(double sum, double x, double y) {

        static Blob of(int[] grey, int width) {
            double sum = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < grey.length; i++) {
                sum += grey[i];
                x += grey[i] * (double) (i % width);
                y += grey[i] * (double) Math.floorDiv(i, width);
            }
            return new Blob(sum, x / sum, y / sum);
        }
    }
}
