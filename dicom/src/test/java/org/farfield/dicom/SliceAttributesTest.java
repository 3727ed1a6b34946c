package org.farfield.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SliceAttributesTest {
    @Test
    void aSingleFrameInstanceGivesItsOwnAttributes() {
        SliceAttributes slice = SliceAttributes.of(CtInstance.create(20, 10));
        assertArrayEquals(new double[] {-120, -130.5, 77.25}, slice.position().orElseThrow());
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0}, slice.orientation().orElseThrow());
        assertArrayEquals(new double[] {0.75, 0.5}, slice.spacing().orElseThrow());
        assertEquals(1.25, slice.sliceThicknessMm().orElseThrow());
        assertEquals(10, slice.rows());
        assertEquals(20, slice.columns());
        assertEquals(-1024, slice.rescaleIntercept());
        assertEquals("HU", slice.rescaleType());
        assertEquals(7, slice.instanceNumber().orElseThrow());
        assertArrayEquals(new double[] {40, 400}, slice.windows().getFirst());
    }

    @Test
    void wrongGeometryIsEmptyNotGuessed() {
        DataSet dataSet = CtInstance.create(4, 4)
                .set(Tag.IMAGE_POSITION_PATIENT, 1.0, 2.0)
                .set(Tag.PIXEL_SPACING, 0.0, 0.5)
                .set(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1", "0", "0", "0", "one", "0")
                .set(Tag.WINDOW_WIDTH, 0.0);
        SliceAttributes slice = SliceAttributes.of(dataSet);
        assertTrue(slice.position().isEmpty());
        assertTrue(slice.spacing().isEmpty());
        assertTrue(slice.orientation().isEmpty());
        assertTrue(slice.windows().isEmpty());
    }

    @Test
    void framesOfAnEnhancedInstanceHaveTheirOwnPlaces() {
        DataSet dataSet = new DataSet().set(Tag.NUMBER_OF_FRAMES, 2);
        for (double z : new double[] {10, 12.5}) {
            DataSet position = new DataSet().set(Tag.IMAGE_POSITION_PATIENT, 0.0, 0.0, z);
            dataSet.addItem(
                    Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                    new DataSet().setSequence(Tag.PLANE_POSITION_SEQUENCE, position));
        }
        DataSet measures = new DataSet().set(Tag.PIXEL_SPACING, 0.5, 0.5);
        dataSet.setSequence(
                Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                new DataSet().setSequence(Tag.PIXEL_MEASURES_SEQUENCE, measures));
        assertEquals(10, SliceAttributes.of(dataSet).position().orElseThrow()[2]);
        assertEquals(12.5, SliceAttributes.of(dataSet, 1).position().orElseThrow()[2]);
        assertEquals(0.5, SliceAttributes.of(dataSet, 1).spacing().orElseThrow()[0]);
    }

    @Test
    void realEnhancedCtHasAPlaceForEachFrame() throws IOException {
        DataSet dataSet = SharedData.read("enhanced/eCT_Supplemental.dcm").dataSet();
        SliceAttributes first = SliceAttributes.of(dataSet, 0);
        SliceAttributes second = SliceAttributes.of(dataSet, 1);
        assertTrue(first.position().isPresent() && second.position().isPresent());
        assertTrue(first.orientation().isPresent() && first.spacing().isPresent());
        assertEquals(512, first.columns());
    }

    @Test
    void realTiltedCtHasObliqueColumns() throws IOException {
        DataSet dataSet = Part10.read(SharedData.files("ct-tilt-uneven-ge-28").getFirst(), ReadOptions.HEADER)
                .dataSet();
        double[] directions = SliceAttributes.of(dataSet).orientation().orElseThrow();
        assertEquals(
                1, directions[3] * directions[3] + directions[4] * directions[4] + directions[5] * directions[5], 1e-4);
        assertEquals(18.5, Math.toDegrees(Math.asin(Math.abs(directions[5]))), 0.5);
    }
}
