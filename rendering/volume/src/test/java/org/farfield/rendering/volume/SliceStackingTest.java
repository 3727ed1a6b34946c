package org.farfield.rendering.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceStackingTest {

    @Test
    void slicesInAnyOrderAreStackedAlongTheNormal() {
        Stacking.Even even = even(Slices.axialAt(5, 2.5, 10, 7.5));
        assertEquals(List.of(1, 0, 3, 2), even.order());
        assertEquals(new PatientPoint(-2, -1, 2.5), even.geometry().origin());
        assertEquals(2.5, even.geometry().sliceSpacingMm(), 1e-12);
        assertFalse(even.tilted());
        assertEquals(new PatientPoint(-1.5, 0, 7.5), even.geometry().toPatient(1, 2, 2));
    }

    @Test
    void columnSpacingGoesAlongTheRowAndRowSpacingDownTheColumn() {
        SlicePlane first = new SlicePlane(
                8, 6, PatientPoint.ORIGIN, PatientVector.LEFT, PatientVector.POSTERIOR, 0.4, 0.9, Slices.FRAME);
        SlicePlane second = new SlicePlane(
                8, 6, new PatientPoint(0, 0, 1), PatientVector.LEFT, PatientVector.POSTERIOR, 0.4, 0.9, Slices.FRAME);
        assertEquals(
                new PatientPoint(0.4, 1.8, 0),
                even(List.of(first, second)).geometry().toPatient(1, 2, 0));
    }

    @Test
    void sagittalSlicesStackFromRightToLeftOrLeftToRightAsTheirNormalSays() {
        List<SlicePlane> sagittal = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sagittal.add(Slices.plane(
                    new PatientPoint(3.0 * i, 0, 0), PatientVector.POSTERIOR, PatientVector.HEAD.negated()));
        }
        Stacking.Even even = even(sagittal);
        assertEquals(List.of(2, 1, 0), even.order());
        assertEquals(-3, even.geometry().sliceStep().x(), 1e-12);
    }

    @Test
    void aTiltedGantryGivesAShearedGridThatKeepsEveryPlace() {
        double tilt = Math.toRadians(18.5);
        PatientVector column = new PatientVector(0, Math.cos(tilt), -Math.sin(tilt));
        List<SlicePlane> slices = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            slices.add(Slices.plane(new PatientPoint(-2, -1, 4.22 * i), PatientVector.LEFT, column));
        }
        Stacking.Even even = even(slices);
        assertTrue(even.tilted());
        assertEquals(18.5, even.tiltDegrees(), 1e-9);
        assertEquals(4.22 * Math.cos(tilt), even.geometry().sliceSpacingMm(), 1e-9);
        for (int k = 0; k < 5; k++) {
            assertEquals(
                    0,
                    even.geometry().toPatient(0, 0, k).distanceTo(slices.get(k).position()),
                    1e-9);
        }
        assertEquals(List.of(new GeometryNote.Tilted(even.tiltDegrees())), GeometryNote.of(even));
    }

    @Test
    void placesRoundedInTheFileAreStillEven() {
        assertEquals(1.25, even(Slices.axialAt(0, 1.2, 2.5, 3.8, 5)).geometry().sliceSpacingMm(), 1e-9);
    }

    @Test
    void unevenSpacingIsNamedAndGetsAnEvenGridOverTheSameLength() {
        Stacking.Uneven uneven =
                assertInstanceOf(Stacking.Uneven.class, SliceStacking.stack(Slices.axialAt(0, 2, 4, 9, 14)));
        assertEquals(2, uneven.minSpacingMm(), 1e-9);
        assertEquals(5, uneven.maxSpacingMm(), 1e-9);
        assertEquals(8, uneven.geometry().slices());
        assertEquals(14, uneven.geometry().toPatient(0, 0, 7).z(), 1e-9);
        assertEquals(List.of(new GeometryNote.ResampledUneven(2, 5, 2)), GeometryNote.of(uneven));
    }

    @Test
    void aMissingSliceIsUnevenNotSilentlyEven() {
        assertInstanceOf(Stacking.Uneven.class, SliceStacking.stack(Slices.axialAt(0, 1, 2, 4, 5)));
    }

    @Test
    void twoSlicesAtOnePlaceAreRefusedWithTheirNumbers() {
        Stacking.Refused refused = refused(Slices.axialAt(0, 1, 1.005, 2));
        assertEquals(Stacking.Reason.DUPLICATE_POSITION, refused.reason());
        assertTrue(refused.message().contains("slices 2 and 3"), refused.message());
    }

    @Test
    void mixedMatricesAreRefusedWithTheirCounts() {
        List<SlicePlane> slices = new ArrayList<>(Slices.axialAt(0, 1));
        slices.add(new SlicePlane(
                16, 6, new PatientPoint(0, 0, 2), PatientVector.LEFT, PatientVector.POSTERIOR, 0.5, 0.5, Slices.FRAME));
        Stacking.Refused refused = refused(slices);
        assertEquals(Stacking.Reason.MIXED_MATRIX, refused.reason());
        assertTrue(
                refused.message().contains("2 of 8x6") && refused.message().contains("1 of 16x6"), refused.message());
    }

    @Test
    void mixedSpacingOrientationAndFrameAreRefused() {
        SlicePlane axial = Slices.axial(0, 0, 0);
        SlicePlane coarse = new SlicePlane(
                8, 6, new PatientPoint(0, 0, 1), PatientVector.LEFT, PatientVector.POSTERIOR, 0.5, 0.6, Slices.FRAME);
        SlicePlane elsewhere = new SlicePlane(
                8,
                6,
                new PatientPoint(0, 0, 1),
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                0.5,
                0.5,
                new FrameOfReference("9"));
        SlicePlane coronal = Slices.plane(new PatientPoint(0, 0, 1), PatientVector.LEFT, PatientVector.HEAD.negated());
        assertEquals(
                Stacking.Reason.MIXED_SPACING, refused(List.of(axial, coarse)).reason());
        assertEquals(
                Stacking.Reason.MIXED_FRAME_OF_REFERENCE,
                refused(List.of(axial, elsewhere)).reason());
        Stacking.Refused turned = refused(List.of(axial, coronal));
        assertEquals(Stacking.Reason.MIXED_ORIENTATION, turned.reason());
        assertTrue(turned.message().contains("90.00 degrees"), turned.message());
    }

    @Test
    void aSliceBesideTheLineIsRefused() {
        List<SlicePlane> slices =
                List.of(Slices.axial(0, 0, 0), Slices.axial(3, 0, 1), Slices.axial(0, 0, 2), Slices.axial(0, 0, 3));
        Stacking.Refused refused = refused(slices);
        assertEquals(Stacking.Reason.NOT_ON_A_LINE, refused.reason());
        assertTrue(refused.message().contains("slice 2") && refused.message().contains("3.00 mm"), refused.message());
    }

    @Test
    void aLongGapIsRefusedRatherThanFilledWithInventedAnatomy() {
        Stacking.Refused refused = refused(Slices.axialAt(0, 1, 2, 60, 61, 62));
        assertEquals(Stacking.Reason.GAP, refused.reason());
        assertTrue(refused.message().contains("58.00 mm"), refused.message());
    }

    @Test
    void brokenGeometryIsRefused() {
        SlicePlane broken = Slices.plane(PatientPoint.ORIGIN, PatientVector.LEFT, PatientVector.LEFT);
        SlicePlane nowhere = Slices.axial(Double.NaN, 0, 0);
        assertEquals(Stacking.Reason.INVALID_GEOMETRY, refused(List.of(broken)).reason());
        assertEquals(
                Stacking.Reason.INVALID_GEOMETRY,
                refused(List.of(Slices.axial(0, 0, 0), nowhere)).reason());
        assertEquals(Stacking.Reason.NOT_ENOUGH, refused(List.of()).reason());
    }

    @Test
    void oneSliceAloneIsAVolumeOfOneSlice() {
        assertEquals(1, even(Slices.axialAt(7)).geometry().slices());
    }

    private static Stacking.Even even(List<SlicePlane> slices) {
        return assertInstanceOf(Stacking.Even.class, SliceStacking.stack(slices));
    }

    private static Stacking.Refused refused(List<SlicePlane> slices) {
        return assertInstanceOf(Stacking.Refused.class, SliceStacking.stack(slices));
    }
}
