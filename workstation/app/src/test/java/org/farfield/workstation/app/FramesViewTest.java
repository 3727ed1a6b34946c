package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Uids;
import org.farfield.dicom.Vr;
import org.farfield.workstation.reading.FramesModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of coloured images in a real window: image n is (20 n, 100, 255 - 20 n) everywhere. */
class FramesViewTest {
    private static final int SIDE = 64;
    private static final int IMAGES = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private void writeRun() throws IOException {
        int pixels = SIDE * SIDE;
        byte[] bytes = new byte[3 * pixels * IMAGES];
        for (int i = 0; i < pixels * IMAGES; i++) {
            int image = i / pixels;
            bytes[3 * i] = (byte) (20 * image);
            bytes[3 * i + 1] = 100;
            bytes[3 * i + 2] = (byte) (255 - 20 * image);
        }
        DataSet run = new DataSet()
                .set(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.3.1")
                .set(Tag.SOP_INSTANCE_UID, Vr.UI, Uids.create())
                .set(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
                .set(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2")
                .set(Tag.MODALITY, Vr.CS, "US")
                .set(Tag.PATIENT_NAME, Vr.PN, "Run^Colour")
                .set(Tag.NUMBER_OF_FRAMES, Vr.IS, IMAGES)
                .set(Tag.CINE_RATE, Vr.IS, 20)
                .set(Tag.SAMPLES_PER_PIXEL, Vr.US, 3)
                .set(Tag.PLANAR_CONFIGURATION, Vr.US, 0)
                .set(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
                .set(Tag.ROWS, Vr.US, SIDE)
                .set(Tag.COLUMNS, Vr.US, SIDE)
                .set(Tag.BITS_ALLOCATED, Vr.US, 8)
                .set(Tag.BITS_STORED, Vr.US, 8)
                .set(Tag.HIGH_BIT, Vr.US, 7)
                .set(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .setBytes(Tag.PIXEL_DATA, Vr.OB, bytes);
        Files.write(
                folder.resolve("run.dcm"), Part10.toBytes(DicomFile.of(run, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
    }

    private static Color seen(WindowFixture fixture) {
        return fixture.colour(fixture.window.view().frames(), 0.5, 0.5);
    }

    private static boolean near(double channel, int value) {
        return Math.abs(channel * 255 - value) <= 1;
    }

    @Test
    void aRunPlaysStopsAndIsGoneThrough() throws IOException {
        writeRun();
        try (WindowFixture fixture = new WindowFixture()) {
            Fx.run(() -> fixture.window.opening().open(List.of(folder)));
            Fx.await("the run", () -> fixture.window.reading().frames().get().isPresent());
            FramesModel frames = fixture.window.reading().frames().get().orElseThrow();
            Fx.await("it plays", () -> frames.state().get().index() > 2);
            Fx.run(() -> fixture.window.view().requestFocus());
            fixture.type(KeyCode.G);
            fixture.type(KeyCode.HOME);
            Fx.await("the first image", () -> frames.state().get().index() == 0 && frames.settled());
            Fx.await("its colour on the screen", () -> near(seen(fixture).getBlue(), 255));
            fixture.moveTo(fixture.window.view().frames(), 0.5, 0.5);
            fixture.wheel(4);
            Fx.await("four images on", () -> frames.state().get().index() == 4);
            Fx.await(
                    "its colour on the screen",
                    () -> near(seen(fixture).getRed(), 80) && near(seen(fixture).getBlue(), 175));
            assertTrue(
                    Fx.on(() -> fixture.window.view().frames().lines())
                            .containsAll(List.of("Image 5 / 10", "Run Colour")),
                    Fx.on(() -> fixture.window.view().frames().lines()).toString());
            double before = Fx.on(() -> frames.state().get().zoom());
            fixture.drag(MouseButton.SECONDARY, 0, -120);
            Fx.await("twice as large", () -> Math.abs(frames.state().get().zoom() - 2 * before) < 1e-9);
            fixture.type(KeyCode.R);
            Fx.await("fitted again", () -> frames.state().get().zoom() == 1);
            assertEquals(4, Fx.on(() -> frames.state().get().index()));
            fixture.writePicture("frames");
        }
    }
}
