package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;
import org.farfield.workstation.reading.measure.DrawingPlane;
import org.farfield.workstation.reading.measure.Measured;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.MeasurementKind;
import org.farfield.workstation.reading.measure.RegionStatistics;
import org.junit.jupiter.api.Test;

/**
 * The phantom holds 2 (column + 10 slice) - 1000 HU; voxels are 1 x 2 x 4 mm, the first centred on (-100, -100, 1000).
 */
class MeasurementValueTest {
    private static final PatientVector X = PatientVector.LEFT;
    private static final PatientVector Y = PatientVector.POSTERIOR;
    private static final PatientVector DOWN = PatientVector.HEAD.negated();

    private final Volume volume = Phantoms.full(Phantoms.CUBE);
    private final DrawingPlane axial = new DrawingPlane(new PatientPoint(0, 0, 1080), X, Y);
    private final DrawingPlane coronal = new DrawingPlane(new PatientPoint(0, -40, 1100), X, DOWN);

    private static PatientPoint point(double x, double y, double z) {
        return new PatientPoint(x, y, z);
    }

    private Measured of(MeasurementKind kind, DrawingPlane plane, PatientPoint... points) {
        return Measured.of(new Measurement(kind, List.of(points), plane), volume);
    }

    @Test
    void aDistanceIsMeasuredInSpace() {
        Measured measured = of(MeasurementKind.DISTANCE, axial, point(1, 2, 3), point(3, 5, 9));
        assertEquals(7, measured.lengthMm().orElseThrow(), 1e-12);
    }

    @Test
    void anAngleIsTakenAtItsMiddlePoint() {
        Measured right = of(MeasurementKind.ANGLE, axial, point(3, 0, 0), point(0, 0, 0), point(0, 4, 0));
        assertEquals(90, right.degrees().orElseThrow(), 1e-9);
        Measured blunt = of(MeasurementKind.ANGLE, axial, point(3, 0, 0), point(0, 0, 0), point(-1, 1, 0));
        assertEquals(135, blunt.degrees().orElseThrow(), 1e-9);
    }

    @Test
    void aCobbAngleIsTheSmallerOneWhicheverWayTheLinesAreDrawn() {
        double rise = Math.tan(Math.toRadians(30));
        PatientPoint[] lines = {point(0, 0, 0), point(10, 0, 0), point(0, 50, 0), point(10, 50 + 10 * rise, 0)};
        assertEquals(30, of(MeasurementKind.COBB, axial, lines).degrees().orElseThrow(), 1e-9);
        Measured turned = of(MeasurementKind.COBB, axial, lines[1], lines[0], lines[2], lines[3]);
        assertEquals(30, turned.degrees().orElseThrow(), 1e-9);
    }

    @Test
    void aRectangleCountsTheVoxelsWhoseCentresLieWithin() {
        // columns 50 to 59, rows 20 to 24 of slice 20
        Measured measured = of(MeasurementKind.RECTANGLE, axial, point(-50.5, -61, 1080), point(-40.5, -51, 1080));
        assertEquals(100, measured.areaMm2().orElseThrow(), 1e-9);
        assertEquals(40, measured.lengthMm().orElseThrow(), 1e-9);
        RegionStatistics inside = measured.inside().orElseThrow();
        assertEquals(50, inside.count());
        assertEquals(2 * (54.5 + 200) - 1000, inside.mean(), 1e-9);
        assertEquals(2 * (50 + 200) - 1000, inside.lowest());
        assertEquals(2 * (59 + 200) - 1000, inside.highest());
        // five times ten values 2 apart: squares of the distances from the mean add up to 5 x 4 x 82.5
        assertEquals(Math.sqrt(5 * 4 * 82.5 / 49), inside.deviation(), 1e-9);
    }

    @Test
    void theOrderOfTheCornersDoesNotMatter() {
        Measured one = of(MeasurementKind.RECTANGLE, axial, point(-50.5, -61, 1080), point(-40.5, -51, 1080));
        Measured other = of(MeasurementKind.RECTANGLE, axial, point(-40.5, -61, 1080), point(-50.5, -51, 1080));
        assertEquals(one, other);
    }

    @Test
    void aCoronalRectangleTakesColumnsAndSlicesOfTheNearestRow() {
        // columns 100 to 103, slices 25 to 29
        Measured measured = of(MeasurementKind.RECTANGLE, coronal, point(-0.5, -40, 1098), point(3.5, -40, 1118));
        RegionStatistics inside = measured.inside().orElseThrow();
        assertEquals(20, inside.count());
        assertEquals(2 * (101.5 + 10 * 27) - 1000, inside.mean(), 1e-9);
    }

    @Test
    void anEllipseIsAsLargeAsItsFormulaAndItsMeanIsThatOfItsMiddle() {
        Measured measured = of(MeasurementKind.ELLIPSE, axial, point(-30, -50, 1080), point(30, 10, 1080));
        assertEquals(Math.PI * 30 * 30, measured.areaMm2().orElseThrow(), 1e-9);
        assertEquals(2 * Math.PI * 30, measured.lengthMm().orElseThrow(), 1e-9);
        RegionStatistics inside = measured.inside().orElseThrow();
        assertEquals(2 * (100 + 200) - 1000, inside.mean(), 1e-9);
        assertEquals(measured.areaMm2().orElseThrow() / 2, inside.count(), 30);
    }

    @Test
    void aFreehandTriangleHasHalfTheAreaOfItsBox() {
        Measured measured =
                of(MeasurementKind.FREEHAND, axial, point(0.5, 1, 1080), point(40.5, 1, 1080), point(0.5, 31, 1080));
        assertEquals(600, measured.areaMm2().orElseThrow(), 1e-9);
        assertEquals(40 + 30 + 50, measured.lengthMm().orElseThrow(), 1e-9);
        assertEquals(600 / 2.0, measured.inside().orElseThrow().count(), 20);
    }

    @Test
    void aRegionOnATurnedPlaneHasTheMeanOfItsMiddle() {
        PatientVector down = Y.plus(PatientVector.HEAD).normalized();
        DrawingPlane turned = new DrawingPlane(new PatientPoint(0, 0, 1100), X, down);
        Measured measured = of(MeasurementKind.RECTANGLE, turned, turned.at(-20, -20), turned.at(20, 20));
        assertEquals(1600, measured.areaMm2().orElseThrow(), 1e-9);
        assertEquals(2 * (100 + 250) - 1000, measured.inside().orElseThrow().mean(), 0.01);
    }

    @Test
    void aPointSaysItsVoxel() {
        Measured measured = of(MeasurementKind.POINT, axial, point(-50.3, -60.4, 1081));
        assertEquals(2 * (50 + 200) - 1000, measured.inside().orElseThrow().mean(), 1e-9);
    }

    @Test
    void slicesThatHaveNotComeAreNotCounted() {
        Volume growing = Phantoms.empty(Phantoms.CUBE);
        Measurement square = new Measurement(
                MeasurementKind.RECTANGLE, List.of(point(-50.5, -61, 1080), point(-40.5, -51, 1080)), axial);
        assertTrue(Measured.of(square, growing).inside().isEmpty());
        growing.put(20, Phantoms.slice(Phantoms.CUBE, 20));
        assertEquals(50, Measured.of(square, growing).inside().orElseThrow().count());
    }

    @Test
    void aRegionBesideTheVolumeHasNoValues() {
        Measured measured = of(MeasurementKind.RECTANGLE, axial, point(300, 0, 1080), point(340, 30, 1080));
        assertEquals(1200, measured.areaMm2().orElseThrow(), 1e-9);
        assertTrue(measured.inside().isEmpty());
    }

    @Test
    void whatIsNotCompleteHasNoNumbers() {
        assertTrue(of(MeasurementKind.ANGLE, axial, point(0, 0, 0), point(1, 0, 0))
                .degrees()
                .isEmpty());
    }
}
