package org.farfield.remote.twin.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.farfield.remote.twin.xray.Beam;
import org.farfield.remote.twin.xray.Tissue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThoraxTest {
    private static Phantom thorax;

    @BeforeAll
    static void build() {
        thorax = Thorax.adult(1);
    }

    private static Tissue at(double x, double y, double z) {
        return thorax.tissueAt(new Point(x, y, z));
    }

    @Test
    void theHeartLiesLeftAndTheLiverRight() {
        assertEquals(Tissue.BLOOD, at(50, -34, -45));
        assertTrue(at(-62, -34, -45).density() < 0.3);
        assertEquals(Tissue.LIVER, at(-70, -20, -120));
        assertEquals(Tissue.AIR, at(56, -40, -132), "the stomach's bubble, at the front");
    }

    @Test
    void theSpineLiesBehindAndTheBreastboneInFront() {
        assertEquals(Tissue.SPONGY_BONE, at(0, 55, 2));
        assertEquals(Tissue.CORD, at(0, 55 + 14.5 + 8, 2));
        assertEquals(Tissue.RIB_MARROW, at(0, -88, 15));
    }

    @Test
    void theWindpipeForksAboveTheHeart() {
        assertEquals(Tissue.AIR, at(0, 12, 90));
        assertEquals(Tissue.AIR, at(-33, 22, 38));
        assertEquals(Tissue.AIR, at(40, 26, 34));
    }

    @Test
    void everyNoduleIsWhereItIsSaidToBeInsideLung() {
        for (Nodule nodule : thorax.nodules()) {
            Point c = nodule.center();
            assertEquals(nodule.tissue(), thorax.tissueAt(c), nodule.name());
            double r = nodule.diameterMm() / 2 + 0.1;
            for (Point way : new Point[] {new Point(r, 0, 0), new Point(0, r, 0), new Point(0, 0, r)}) {
                Tissue beside = thorax.tissueAt(c.plus(way));
                assertTrue(Beam.of(120).hounsfield(beside) < -300, nodule.name() + " touches " + beside);
            }
        }
    }

    @Test
    void theSameSeedGrowsTheSameBranches() {
        assertEquals(
                thorax.parts().stream()
                        .filter(p -> p.shape() instanceof Capsule)
                        .toList(),
                Thorax.adult(1).parts().stream()
                        .filter(p -> p.shape() instanceof Capsule)
                        .toList());
    }
}
