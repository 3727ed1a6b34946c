package org.farfield.workstation.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.farfield.remote.protocol.message.PointedSpot;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.workstation.reading.ViewportGeometry;
import org.junit.jupiter.api.Test;

class PointerOverlayTest {

    @Test
    void thePlaneWithinTwoMillimetresShowsTheCross() {
        double slant = Math.sqrt(0.5);
        ViewportGeometry oblique = new ViewportGeometry(
                new PatientPoint(10, 20, 30),
                new PatientVector(1, 0, 0),
                new PatientVector(0, slant, slant),
                0.5,
                400,
                300);
        PointedSpot beside = new PointedSpot("1.2", -50, 20, 30 + 2 * Math.sqrt(2) - 1e-6);
        PointedSpot beyond = new PointedSpot("1.2", -50, 20, 30 - 2 * Math.sqrt(2) - 1e-3);
        assertEquals(2, PointerOverlay.distanceMm(oblique, beside), 1e-5, "(0, 0, 2√2) on a normal of (0, ±√½, √½)");
        assertTrue(PointerOverlay.distanceMm(oblique, beside) <= PointerOverlay.NEAR_MM);
        assertTrue(PointerOverlay.distanceMm(oblique, beyond) > PointerOverlay.NEAR_MM);
    }
}
