package org.farfield.workstation.reading.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.farfield.remote.protocol.LocalizerView;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;
import org.junit.jupiter.api.Test;

class LocalizerScaleTest {

    private static final PatientVector LEFT = new PatientVector(1, 0, 0);
    private static final PatientVector BACK = new PatientVector(0, 1, 0);
    private static final PatientVector FEET = new PatientVector(0, 0, -1);

    private static LocalizerScale scale(PatientPoint first, PatientVector perColumn, PatientVector perRow) {
        return LocalizerScale.of(new VolumeGeometry(
                500, 400, 1, first, perColumn, perRow, perColumn.cross(perRow), new FrameOfReference("1.2.3")));
    }

    @Test
    void aFrontalViewHasTheHeadAtTheTopAndTheLeftSideAtTheRight() {
        LocalizerScale scale = scale(new PatientPoint(-250, 0, 200), LEFT, FEET);
        assertEquals(LocalizerView.AP, scale.view());
        assertEquals(200, scale.alongAt(0), 1e-9);
        assertEquals(-199, scale.alongAt(399), 1e-9);
        assertEquals(-250, scale.acrossAt(0), 1e-9);
        assertEquals(249, scale.acrossAt(499), 1e-9);
    }

    @Test
    void rowsAndColumnsGoBackToWhereTheyCameFrom() {
        LocalizerScale scale = scale(new PatientPoint(-150, 7, 90), LEFT.times(0.5), FEET.times(0.8));
        assertEquals(37.25, scale.rowAt(scale.alongAt(37.25)), 1e-9);
        assertEquals(121.5, scale.columnAt(scale.acrossAt(121.5)), 1e-9);
    }

    @Test
    void aLateralViewIsMeasuredAlongTheDepthOfThePatient() {
        LocalizerScale scale = scale(new PatientPoint(4, -150, 90), BACK, FEET);
        assertEquals(LocalizerView.LATERAL, scale.view());
        assertEquals(-150, scale.acrossAt(0), 1e-9);
    }

    @Test
    void theAspectIsThatOfThePatientNotOfThePixels() {
        LocalizerScale scale = scale(new PatientPoint(0, 0, 0), LEFT, FEET.times(0.5));
        assertEquals(2.5, scale.aspect(), 1e-9);
    }

    @Test
    void anAxialImageIsNoLocalizer() {
        assertThrows(IllegalArgumentException.class, () -> scale(new PatientPoint(0, 0, 0), LEFT, BACK));
    }
}
