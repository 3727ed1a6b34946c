package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tubes along a ring and along a helix: straight in the straightened picture, and as long as they are. */
class CurvedReformatTest {

    /** Millimetres: a voxel of the phantoms is 1 mm. */
    private static final double TENTH_OF_A_VOXEL = 0.1;

    private static final double RING = 30;
    private static final double TUBE = 6;
    private static final double HELIX = 20;
    private static final double RISE = 5;

    private static final CpuEngine ENGINE = new CpuEngine(2);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** Three quarters of a ring in the axial plane through the origin. */
    private static CurvePath ring() {
        List<PatientPoint> points = new ArrayList<>();
        for (int degrees = 0; degrees <= 270; degrees += 15) {
            double a = Math.toRadians(degrees);
            points.add(new PatientPoint(RING * Math.cos(a), RING * Math.sin(a), 0));
        }
        return new CurvePath(points);
    }

    /** One and a half turns, rising by 2 pi {@link #RISE} a turn. */
    private static CurvePath helix() {
        List<PatientPoint> points = new ArrayList<>();
        for (int degrees = -270; degrees <= 270; degrees += 15) {
            double a = Math.toRadians(degrees);
            points.add(new PatientPoint(HELIX * Math.cos(a), HELIX * Math.sin(a), RISE * a));
        }
        return new CurvePath(points);
    }

    /** Falls by 100 HU over 4 mm, half-way on the surface of the torus. */
    private static double torus(PatientPoint p) {
        return edge(TUBE - Math.hypot(Math.hypot(p.x(), p.y()) - RING, p.z()));
    }

    private static double edge(double inside) {
        return 100 * Math.clamp(inside / 4 + 0.5, 0, 1);
    }

    private static CurvedRequest request(
            Volume volume,
            CurvePath path,
            CurvedLayout layout,
            PatientVector across,
            double mm,
            int width,
            int height) {
        return new CurvedRequest(
                volume,
                path,
                layout,
                across,
                mm,
                width,
                height,
                Interpolation.LINEAR,
                Phantom.levelPerHounsfield(0),
                false);
    }

    @Test
    void pathGoesThroughItsPointsAndHasTheLengthOfTheCurve() {
        CurvePath ring = ring();
        assertEquals(2 * Math.PI * RING * 0.75, ring.lengthMm(), TENTH_OF_A_VOXEL);
        assertEquals(3 * Math.PI * Math.hypot(HELIX, RISE), helix().lengthMm(), TENTH_OF_A_VOXEL);
        for (double share = 0; share <= 1; share += 0.01) {
            PatientPoint p = ring.at(ring.lengthMm() * share);
            assertEquals(RING, Math.hypot(p.x(), p.y()), 0.02);
            assertEquals(0, p.z(), 1e-9);
        }
    }

    @Test
    void ringComesOutStraightWithItsOwnWidthAndLength() {
        Volume torus = Phantom.fill(Phantom.straight(90, 90, 41, 1, 1), CurvedReformatTest::torus);
        CurvePath path = ring();
        for (PatientVector across : List.of(PatientVector.HEAD, PatientVector.LEFT)) {
            CurvedRequest request = request(torus, path, CurvedLayout.STRAIGHTENED, across, 0.5, 64, 320);
            int[] argb = new int[request.pixels()];
            ENGINE.render(request, argb);
            int rows = 0;
            for (int y = 0; y < 320; y++) {
                double left = crossing(argb, y, 64, 1);
                if (!Double.isNaN(left)) {
                    double right = crossing(argb, y, 64, -1);
                    assertEquals(2 * TUBE, (right - left) * 0.5, 2 * TENTH_OF_A_VOXEL, "width in row " + y);
                    assertEquals(31.5, (right + left) / 2, TENTH_OF_A_VOXEL / 0.5, "middle in row " + y);
                    rows++;
                }
            }
            assertEquals(path.lengthMm(), rows * 0.5, 0.75, "as many rows as the ring is long");
        }
    }

    /** Where a row rises through 50 from the left (+1) or from the right (-1), in pixels; NaN for an empty row. */
    private static double crossing(int[] argb, int row, int width, int step) {
        int x = step > 0 ? 0 : width - 1;
        while (x >= 0 && x < width && (argb[row * width + x] & 0xff) < 50) {
            x += step;
        }
        if (x < 0 || x >= width) {
            return Double.NaN;
        }
        double here = argb[row * width + x] & 0xff;
        double before = argb[row * width + x - step] & 0xff;
        return x - step * (here - 50) / (here - before);
    }

    @Test
    void everyRowOfAHelixIsPerpendicularToItAndDoesNotTurnAboutIt() {
        CurvePath path = helix();
        CurvedRequest request = request(
                Phantom.fill(Phantom.straight(10, 10, 10, 6, 6), p -> 0),
                path,
                CurvedLayout.STRAIGHTENED,
                PatientVector.HEAD,
                0.5,
                41,
                400);
        CurvedSheet sheet = request.sheet();
        double previous = 0;
        for (int i = 1; i + 1 < path.even().size(); i++) {
            double s = i * path.stepMm();
            assertEquals(0, sheet.directions().get(i).dot(path.direction(s)), 1e-3);
            // A rotation minimising direction moves only along the path: its derivative has no part across.
            PatientVector change =
                    sheet.directions().get(i).minus(sheet.directions().get(i - 1));
            PatientVector aside = path.direction(s).cross(sheet.directions().get(i));
            previous = Math.max(previous, Math.abs(change.dot(aside)));
        }
        assertTrue(previous < 3e-4, "turns by " + previous + " radians a step");
    }

    @Test
    void stretchedPictureKeepsLengthsAndTheSwayAlongItsDirection() {
        // Seen along z the helix is a circle: as long as the circle, and swaying by its rise.
        CurvePath path = helix();
        CurvedRequest request = request(
                Phantom.fill(Phantom.straight(10, 10, 10, 6, 6), p -> 0),
                path,
                CurvedLayout.STRETCHED,
                PatientVector.HEAD,
                0.5,
                200,
                500);
        assertEquals(3 * Math.PI * HELIX, request.sheet().heightMm(), TENTH_OF_A_VOXEL);
        PlanePosition from = request.toPicture(path.at(0));
        PlanePosition to = request.toPicture(path.at(path.lengthMm()));
        double length = Math.hypot(to.px() - from.px(), to.py() - from.py()) * 0.5;
        assertEquals(path.lengthMm(), length, TENTH_OF_A_VOXEL, "the helix itself is straight when it is rolled out");
        assertEquals(3 * Math.PI * RISE, (to.px() - from.px()) * 0.5, TENTH_OF_A_VOXEL);
    }

    @Test
    void pictureKnowsWhereItsPixelsAreAndBack() {
        Volume torus = Phantom.fill(Phantom.straight(10, 10, 10, 6, 6), p -> 0);
        for (CurvedLayout layout : CurvedLayout.values()) {
            CurvedRequest request = request(torus, ring(), layout, PatientVector.HEAD, 0.5, 60, 280);
            PlanePosition back = request.toPicture(request.toPatient(20, 100));
            assertEquals(20, back.px(), 0.3);
            assertEquals(100, back.py(), 0.3);
            assertEquals(0, back.depthMm(), 0.2);
            double along = request.path().lengthMm() / 3;
            assertEquals(request.toPicture(request.path().at(along)).py(), request.rowOf(along), 0.3, "the mark's row");
        }
    }

    @Test
    void crossSectionIsPerpendicularToThePathAndRoundWhereTheTubeIs() {
        Volume torus = Phantom.fill(Phantom.straight(90, 90, 41, 1, 1), CurvedReformatTest::torus);
        CurvePath path = ring();
        CurvedRequest request = request(torus, path, CurvedLayout.STRAIGHTENED, PatientVector.HEAD, 0.5, 64, 320);
        ImagePlane plane = request.crossSection(path.lengthMm() * 0.4, 0.5);
        assertEquals(1, plane.normal().dot(path.direction(path.lengthMm() * 0.4)), 1e-6);
        int[] grey = Phantom.grey(ENGINE, Phantom.request(torus, plane, 64, Slab.NONE, Phantom.levelPerHounsfield(0)));
        double across = crossing(grey, 32, 64, -1) - crossing(grey, 32, 64, 1);
        int[] turned = new int[grey.length];
        for (int i = 0; i < grey.length; i++) {
            turned[i % 64 * 64 + i / 64] = grey[i];
        }
        double along = crossing(turned, 32, 64, -1) - crossing(turned, 32, 64, 1);
        assertEquals(2 * TUBE, across * 0.5, 2 * TENTH_OF_A_VOXEL);
        assertEquals(2 * TUBE, along * 0.5, 2 * TENTH_OF_A_VOXEL);
    }

    @Test
    void pathThatIsNoneIsRefusedWithTheReason() {
        PatientPoint p = new PatientPoint(1, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> new CurvePath(List.of(p, p)));
        CurvePath straight = new CurvePath(List.of(p, p.plus(PatientVector.HEAD.times(50))));
        Volume volume = Phantom.fill(Phantom.straight(4, 4, 4, 1, 1), q -> 0);
        assertThrows(
                IllegalArgumentException.class,
                () -> request(volume, straight, CurvedLayout.STRETCHED, PatientVector.HEAD, 1, 8, 8));
        request(volume, straight, CurvedLayout.STRAIGHTENED, PatientVector.HEAD, 1, 8, 8);
    }
}
