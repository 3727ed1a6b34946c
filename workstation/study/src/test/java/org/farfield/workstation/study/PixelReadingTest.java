package org.farfield.workstation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.Part10;
import org.farfield.dicom.ReadOptions;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.Tag;
import org.farfield.dicom.Vr;
import org.farfield.rendering.volume.LookUpTable;
import org.farfield.rendering.volume.ModalityTransform;
import org.farfield.rendering.volume.VoiTransform;
import org.junit.jupiter.api.Test;

class PixelReadingTest {

    private final DataSet d = new DataSet()
            .set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
            .set(Tag.BITS_ALLOCATED, 16)
            .set(Tag.BITS_STORED, 12)
            .set(Tag.PIXEL_REPRESENTATION, 0);

    private StoredValues read() {
        return PixelReading.of(d, SliceAttributes.of(d)).orElseThrow();
    }

    private void window(double center, double width, String function) {
        d.set(Tag.WINDOW_CENTER, center).set(Tag.WINDOW_WIDTH, width).set(Tag.VOI_LUT_FUNCTION, function);
    }

    @Test
    void windowIsReadWithItsFunction() {
        window(40, 400, "LINEAR");
        assertEquals(new VoiTransform.Window(40, 400), read().window().orElseThrow());
        window(0.5, 0.4, "LINEAR_EXACT");
        assertEquals(new VoiTransform.LinearExact(0.5, 0.4), read().window().orElseThrow());
        window(0.5, 0.4, "SIGMOID");
        assertEquals(new VoiTransform.Sigmoid(0.5, 0.4), read().window().orElseThrow());
        window(0.5, 0.4, "LINEAR");
        assertTrue(read().window().isEmpty(), "a linear window is at least 1 wide");
    }

    @Test
    void voiTableIsReadWhereThereIsNoWindow() {
        d.set(Tag.RESCALE_INTERCEPT, -1024.0).set(Tag.RESCALE_SLOPE, 1.0);
        d.newItem(Tag.VOI_LUT_SEQUENCE)
                .set(Tag.LUT_DESCRIPTOR, Vr.US, 3, 65_526, 12)
                .set(Tag.LUT_EXPLANATION, "SOFT")
                .set(Tag.LUT_DATA, Vr.US, 0, 1000, 4095);
        LookUpTable table = new LookUpTable(-10, 12, new int[] {0, 1000, 4095});
        assertEquals(new VoiTransform.Table(table, "SOFT"), read().window().orElseThrow());
    }

    @Test
    void modalityTableTakesThePlaceOfSlopeAndIntercept() {
        d.newItem(Tag.MODALITY_LUT_SEQUENCE)
                .set(Tag.LUT_DESCRIPTOR, Vr.US, 2, 5, 16)
                .set(Tag.MODALITY_LUT_TYPE, "OD")
                .set(Tag.LUT_DATA, Vr.US, 700, 60_000);
        assertEquals(new ModalityTransform.Table(new LookUpTable(5, 16, new int[] {700, 60_000})), read().modality());
        assertEquals("OD", read().unit());
    }

    @Test
    void tableThatDoesNotFitItsDescriptorMakesTheImageUnreadableRatherThanWrong() {
        d.newItem(Tag.MODALITY_LUT_SEQUENCE)
                .set(Tag.LUT_DESCRIPTOR, Vr.US, 40, 5, 16)
                .set(Tag.LUT_DATA, Vr.US, 700, 60_000);
        assertTrue(PixelReading.of(d, SliceAttributes.of(d)).isEmpty());
    }

    @Test
    void inversePresentationShapeAndMonochrome1EachInvertOnce() {
        assertFalse(read().lowIsWhite());
        d.set(Tag.PRESENTATION_LUT_SHAPE, "INVERSE");
        assertTrue(read().lowIsWhite());
        // Together, as PS3.3 C.8.11.3.1.2 wants them of a DX image: one inversion.
        d.set(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1");
        assertTrue(read().lowIsWhite());
        d.set(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY");
        assertTrue(read().lowIsWhite());
    }

    @Test
    void realFilesWithTablesAreRead() throws Exception {
        Path folder = SharedData.folder("overlay-lut");
        DataSet modality =
                Part10.read(folder.resolve("mlut_18.dcm"), ReadOptions.HEADER).dataSet();
        StoredValues values =
                PixelReading.of(modality, SliceAttributes.of(modality)).orElseThrow();
        assertTrue(values.modality() instanceof ModalityTransform.Table, values.toString());
        DataSet voi =
                Part10.read(folder.resolve("vlut_04.dcm"), ReadOptions.HEADER).dataSet();
        values = PixelReading.of(voi, SliceAttributes.of(voi)).orElseThrow();
        assertTrue(values.window().orElseThrow() instanceof VoiTransform.Table, values.toString());
    }
}
