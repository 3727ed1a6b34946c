package org.farfield.remote.twin.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.farfield.remote.twin.phantom.Loft.Outline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static double @Nullable [] chord(Shape shape, double y, double z) {
        CrossSection section = shape.at(z);
        double[] chord = new double[2];
        return section != null && y >= section.yMin() && y <= section.yMax() && section.chord(y, chord) ? chord : null;
    }

    @Test
    void theChordOfASphereIsPythagoras() {
        Shape sphere = Ellipsoid.sphere(new Point(10, -5, 3), 5);
        assertArrayEquals(new double[] {6, 14}, chord(sphere, -2, 3), 1e-12);
        assertArrayEquals(new double[] {7, 13}, chord(sphere, -5, 7), 1e-12);
        assertNull(chord(sphere, -5, 8.01));
        assertNull(chord(sphere, 0.1, 3));
    }

    @Test
    void aTurnedEllipsoidKeepsItsExtent() {
        Shape egg = Ellipsoid.along(new Point(0, 0, 0), new Point(0, 0, 1), new Point(1, 1, 0), 9, 4, 2);
        assertEquals(9, egg.zMax(), 1e-12);
        double along = 4 * Math.sqrt(0.5) - 1e-6;
        assertTrue(egg.contains(new Point(along, along, 0)));
        double across = 2 * Math.sqrt(0.5);
        assertFalse(egg.contains(new Point(across + 1e-6, -across - 1e-6, 0)));
        assertTrue(egg.contains(new Point(across - 1e-6, -across + 1e-6, 0)));
    }

    @Test
    void aCapsuleHoldsExactlyThePointsNearItsAxis() {
        Point from = new Point(-8, 3, -4);
        Point to = new Point(6, -5, 9);
        Capsule capsule = new Capsule(from, to, 3);
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 20_000; k++) {
            Point p = new Point(random.nextDouble(-14, 14), random.nextDouble(-12, 12), random.nextDouble(-10, 14));
            double t = Math.clamp(
                    p.minus(from).dot(to.minus(from)) / to.minus(from).dot(to.minus(from)), 0, 1);
            double distance = p.distanceTo(from.towards(to, t));
            if (Math.abs(distance - 3) > 1e-9) {
                assertEquals(distance < 3, capsule.contains(p), () -> "at " + p);
            }
        }
    }

    @Test
    void aTallCapsuleIsStretchedAlongZOnly() {
        Capsule band = new Capsule(new Point(-5, 0, 0), new Point(5, 0, 0), 2, 3);
        assertTrue(band.contains(new Point(0, 0, 5.9)));
        assertFalse(band.contains(new Point(0, 0, 6.1)));
        assertFalse(band.contains(new Point(0, 2.1, 0)));
    }

    @Test
    void aLoftPassesThroughItsOutlinesAndNeverBulgesBeyondThem() {
        Loft loft = new Loft(
                List.of(Outline.of(0, 0, 0, 10, 5, 2), Outline.of(10, 4, 0, 20, 5, 2), Outline.of(20, 4, 0, 20, 8, 2)));
        assertArrayEquals(new double[] {-16, 24}, chord(loft, 0, 10), 1e-9);
        for (double z = 0; z <= 20; z += 0.25) {
            double[] c = assertNotNull2(chord(loft, 0, z));
            assertTrue(c[1] - c[0] <= 40 + 1e-9 && c[1] - c[0] >= 20 - 1e-9);
        }
        assertNull(loft.at(20.5));
    }

    private static double[] assertNotNull2(double @Nullable [] value) {
        assertNotNull(value);
        return value;
    }

    @Test
    void aClippedSolidEndsAtItsLevels() {
        Shape bowl = new Clipped(Ellipsoid.sphere(new Point(0, 0, 0), 10), 2, 100);
        assertFalse(bowl.contains(new Point(0, 1.9, 0)));
        assertTrue(bowl.contains(new Point(0, 2.1, 0)));
        assertTrue(bowl.contains(new Point(0, 9.9, 0)));
    }
}
