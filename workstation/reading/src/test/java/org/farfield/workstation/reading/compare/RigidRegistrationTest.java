package org.farfield.workstation.reading.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.PixelPadding;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeGeometry;
import org.farfield.rendering.volume.VoxelType;
import org.junit.jupiter.api.Test;

/** A body of ellipsoids seen twice, the second time lying elsewhere: where each place went is known. */
class RigidRegistrationTest {
    private static final PatientVector NOWHERE = new PatientVector(0, 0, 0);

    /** Centre, half axes (mm) and value (HU) of what the body is made of, later over earlier. */
    private static final List<double[]> BODY = List.of(
            new double[] {0, 0, 0, 150, 100, 400, 40},
            new double[] {-70, -10, 20, 55, 70, 110, -850},
            new double[] {70, -10, 30, 50, 70, 100, -850},
            new double[] {15, -20, 0, 45, 40, 50, 60},
            new double[] {0, 75, 0, 18, 16, 400, 250},
            new double[] {-80, 10, -140, 60, 70, 60, 80},
            new double[] {60, 30, 60, 9, 9, 9, 30});

    private static Volume scan(RigidTransform lies, double low, double high, double sliceMm) {
        int slices = (int) Math.round((high - low) / sliceMm);
        VolumeGeometry geometry = new VolumeGeometry(
                100,
                80,
                slices,
                new PatientPoint(-198, -158, low),
                new PatientVector(4, 0, 0),
                new PatientVector(0, 4, 0),
                new PatientVector(0, 0, sliceMm),
                new FrameOfReference("2.25." + slices));
        Volume volume =
                new Volume(geometry, VoxelType.INT16, ModalityTransform.IDENTITY, PixelPadding.NONE, "HU", List.of());
        for (int k = 0; k < slices; k++) {
            short[] voxels = new short[8000];
            for (int i = 0; i < voxels.length; i++) {
                voxels[i] = (short) value(lies.unapply(geometry.toPatient(i % 100, Math.floorDiv(i, 100), k)));
            }
            volume.put(k, voxels);
        }
        return volume;
    }

    private static double value(PatientPoint p) {
        double value = -1000;
        for (double[] part : BODY) {
            double x = (p.x() - part[0]) / part[3];
            double y = (p.y() - part[1]) / part[4];
            double z = (p.z() - part[2]) / part[5];
            if (x * x + y * y + z * z < 1) {
                value = part[6];
            }
        }
        return value;
    }

    private static void assertSamePlaces(RigidTransform expected, RigidTransform found, double mm) {
        for (double[] part : BODY.subList(1, BODY.size())) {
            PatientPoint place = new PatientPoint(part[0], part[1], Math.clamp(part[2], -120, 120));
            double away = expected.apply(place).distanceTo(found.apply(place));
            assertTrue(away < mm, () -> place + " is " + away + " mm from where it went");
        }
    }

    @Test
    void aBodyThatLiesElsewhereIsFound() {
        RigidTransform lies = new RigidTransform(PatientPoint.ORIGIN, 0, 0, 0, new PatientVector(13, -9, 71));
        Volume first = scan(RigidTransform.IDENTITY, -150, 150, 5);
        Volume second = scan(lies, -50, 200, 2.5);
        RigidTransform found =
                RigidRegistration.find(first, second, () -> false).orElseThrow();
        assertSamePlaces(lies, found, 1.5);
    }

    @Test
    void aBodyThatIsTurnedIsFound() {
        RigidTransform lies = new RigidTransform(PatientPoint.ORIGIN, 2, -3, 5, new PatientVector(-8, 6, -22));
        RigidTransform found = RigidRegistration.find(
                        scan(RigidTransform.IDENTITY, -150, 150, 5), scan(lies, -170, 130, 5), () -> false)
                .orElseThrow();
        assertSamePlaces(lies, found, 2);
        assertEquals(5, found.aboutZ(), 0.75);
    }

    @Test
    void airIsLikeNoBody() {
        Volume air = scan(RigidTransform.moved(new PatientVector(2000, 0, 0)), -100, 100, 5);
        assertTrue(RigidRegistration.find(scan(RigidTransform.IDENTITY, -100, 100, 5), air, () -> false)
                .isEmpty());
    }

    @Test
    void whoCancelsGetsNothing() {
        Volume volume = scan(RigidTransform.IDENTITY, -50, 50, 5);
        assertTrue(RigidRegistration.find(volume, volume, () -> true).isEmpty());
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        RigidTransform lies = new RigidTransform(new PatientPoint(3, -40, 10), 12, -7, 30, new PatientVector(5, 6, -7));
        PatientPoint place = new PatientPoint(31, -12, 77);
        assertTrue(lies.unapply(lies.apply(place)).distanceTo(place) < 1e-9);
        assertEquals(NOWHERE.length(), lies.turn(NOWHERE).length());
        assertEquals(1, lies.turn(PatientVector.LEFT).length(), 1e-12);
    }
}
