package org.farfield.rendering.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.junit.jupiter.api.Test;

class EdgeLettersTest {

    private static final PatientPoint O = PatientPoint.ORIGIN;

    @Test
    void theThreeMainPlanesAreSeenAsRadiologistsSeeThem() {
        assertEquals(new EdgeLetters("R", "L", "A", "P"), EdgeLetters.of(ImagePlane.axial(O, 1)));
        assertEquals(new EdgeLetters("R", "L", "H", "F"), EdgeLetters.of(ImagePlane.coronal(O, 1)));
        assertEquals(new EdgeLetters("A", "P", "H", "F"), EdgeLetters.of(ImagePlane.sagittal(O, 1)));
    }

    @Test
    void anObliqueEdgeNamesItsLargestPartFirst() {
        assertEquals("LPH", EdgeLetters.letters(new PatientVector(0.8, 0.5, 0.33)));
        assertEquals("FA", EdgeLetters.letters(new PatientVector(0, -0.3, -0.9)));
    }

    @Test
    void obliqueTurnsAboutXThenY() {
        ImagePlane plane = ImagePlane.oblique(O, 90, 0, 1);
        assertEquals(new EdgeLetters("R", "L", "F", "H"), EdgeLetters.of(plane));
        assertEquals(new EdgeLetters("H", "F", "A", "P"), EdgeLetters.of(ImagePlane.oblique(O, 0, 90, 1)));
    }

    @Test
    void aPointGoesToThePictureAndBack() {
        ImagePlane plane = ImagePlane.oblique(new PatientPoint(3, 4, 5), 30, 20, 0.7);
        PlanePosition at = plane.toPicture(plane.shifted(6).toPatient(12.5, 7.25, 100, 80), 100, 80);
        assertEquals(12.5, at.px(), 1e-9);
        assertEquals(7.25, at.py(), 1e-9);
        assertEquals(6, at.depthMm(), 1e-9);
    }
}
