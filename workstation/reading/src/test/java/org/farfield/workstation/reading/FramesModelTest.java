package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of 8 x 4 pixels that make no volume: frame n of a run is 10 n everywhere. */
class FramesModelTest {
    private static final int PIXELS = 32;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ReadingDesk desk = new ReadingDesk();

    private static DataSet image(String modality, int frames) {
        return new DataSet()
                .set(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.3.1")
                .set(Tag.SOP_INSTANCE_UID, Vr.UI, Uids.create())
                .set(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
                .set(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2")
                .set(Tag.MODALITY, Vr.CS, modality)
                .set(Tag.NUMBER_OF_FRAMES, Vr.IS, frames)
                .set(Tag.ROWS, Vr.US, 4)
                .set(Tag.COLUMNS, Vr.US, 8)
                .set(Tag.BITS_ALLOCATED, Vr.US, 8)
                .set(Tag.BITS_STORED, Vr.US, 8)
                .set(Tag.HIGH_BIT, Vr.US, 7)
                .set(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
    }

    private static DataSet run(int frames) {
        byte[] pixels = new byte[PIXELS * frames];
        for (int frame = 0; frame < frames; frame++) {
            Arrays.fill(pixels, frame * PIXELS, (frame + 1) * PIXELS, (byte) (10 * frame));
        }
        return image("US", frames)
                .set(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .set(Tag.FRAME_TIME, Vr.DS, "40")
                .set(Tag.WINDOW_CENTER, Vr.DS, "128")
                .set(Tag.WINDOW_WIDTH, Vr.DS, "256")
                .setBytes(Tag.PIXEL_DATA, Vr.OB, pixels);
    }

    private static DataSet colour() {
        byte[] pixels = new byte[3 * PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[3 * i] = (byte) 200;
            pixels[3 * i + 1] = 100;
            pixels[3 * i + 2] = 50;
        }
        return image("XC", 1)
                .set(Tag.SAMPLES_PER_PIXEL, Vr.US, 3)
                .set(Tag.PLANAR_CONFIGURATION, Vr.US, 0)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
                .setBytes(Tag.PIXEL_DATA, Vr.OB, pixels);
    }

    private FramesModel open(DataSet data) throws IOException, InterruptedException {
        Files.write(
                folder.resolve("image.dcm"),
                Part10.toBytes(DicomFile.of(data, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
        desk.opening.open(List.of(folder));
        desk.until("the images", () -> desk.reading.frames().get().isPresent());
        FramesModel frames = desk.reading.frames().get().orElseThrow();
        desk.until("a picture", frames::settled);
        return frames;
    }

    private static int first(FramesModel frames) {
        return frames.picture().get().orElseThrow().picture().argb()[0];
    }

    @Test
    void aRunWithoutPlacesInThePatientIsShownImageByImage() throws IOException, InterruptedException {
        FramesModel frames = open(run(12));
        assertEquals(12, frames.count());
        assertEquals(OptionalDouble.of(25), frames.rate());
        assertEquals(0xFF000000, first(frames));
        frames.goTo(7);
        desk.until("image 7", frames::settled);
        assertEquals(0xFF464646, first(frames));
        frames.scroll(-3);
        desk.until("image 4", frames::settled);
        assertEquals(0xFF282828, first(frames));
        frames.goTo(100);
        assertEquals(11, frames.state().get().index());
    }

    @Test
    void theNewestWishIsShownLast() throws IOException, InterruptedException {
        FramesModel frames = open(run(20));
        for (int i = 0; i < 20; i++) {
            frames.goTo(i);
        }
        desk.until("the last", frames::settled);
        assertEquals(0xFFBEBEBE, first(frames));
    }

    @Test
    void greyImagesAreWindowedAndInverted() throws IOException, InterruptedException {
        FramesModel frames = open(run(3));
        frames.goTo(2);
        desk.until("image 2", frames::settled);
        assertEquals(Optional.of(new Window(128, 256)), frames.window());
        frames.setWindow(new Window(20.5, 41));
        desk.until("the window", frames::settled);
        // PS3.3 C.11.2.1.2: ((20 - 20) / 40 + 0.5) 255
        assertEquals(0xFF808080, first(frames));
        frames.toggleInverted();
        desk.until("the other way round", frames::settled);
        assertEquals(0xFF7F7F7F, first(frames));
        frames.reset();
        desk.until("as at the start", frames::settled);
        assertEquals(0xFF141414, first(frames));
        assertEquals(2, frames.state().get().index());
    }

    @Test
    void colourIsShownAsItIsAndHasNoWindow() throws IOException, InterruptedException {
        FramesModel frames = open(colour());
        assertEquals(0xFFC86432, first(frames));
        assertTrue(frames.picture().get().orElseThrow().picture().colour());
        assertEquals(Optional.empty(), frames.window());
    }

    @Test
    void aFrameThatTheFileDoesNotHaveIsToldAndTheOthersStay() throws IOException, InterruptedException {
        FramesModel frames =
                open(run(4).set(Tag.NUMBER_OF_FRAMES, Vr.IS, 9).setBytes(Tag.PIXEL_DATA, Vr.OB, new byte[4 * PIXELS]));
        frames.goTo(8);
        desk.until("a fault or a picture", frames::settled);
        assertTrue(frames.fault().get().isPresent());
        frames.goTo(1);
        desk.until("image 1", frames::settled);
        assertEquals(Optional.empty(), frames.fault().get());
    }

    @Test
    void planesTakeThePlaceOfImagesAndBack() throws IOException, InterruptedException {
        FramesModel frames = open(run(2));
        assertTrue(desk.reading.stepping().get());
        desk.reading.show(
                new DisplaySetModel(Phantoms.full(Phantoms.CUBE), SeriesLabel.NONE, new Window(40, 400), false));
        assertEquals(Optional.empty(), desk.reading.frames().get());
        desk.reading.show(frames);
        assertEquals(Optional.empty(), desk.reading.mpr().get());
    }
}
