package org.farfield.remote.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.codec.PixelFrames;
import org.farfield.remote.gateway.PortAnswer;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.remote.protocol.message.SeriesGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CtInstancesTest {
    private static final ScanPlan TWO_SLICES = ScanPlan.helical(20, 17.5)
            .with(PlanField.SLICE_THICKNESS_MM, 2.5)
            .with(PlanField.INTERVAL_MM, 2.5)
            .with(PlanField.FIELD_OF_VIEW_MM, 320)
            .with(PlanField.CENTER_X_MM, 120)
            .with(PlanField.CENTER_Y_MM, -10);

    private static DicomFile made(ScanPlan plan, int index) throws IOException, InterruptedException {
        try (Rig rig = new Rig(TwinConfig.AS_FAST_AS_IT_CAN)) {
            rig.expose(plan);
            rig.toTheEnd();
            return Part10.read(rig.slices.get(index));
        }
    }

    @Test
    void aSliceLiesWhereTheLayoutSaysAndHoldsHounsfieldUnits() throws IOException, InterruptedException {
        SeriesGeometry layout;
        try (Rig rig = new Rig(1)) {
            layout = assertInstanceOf(PortAnswer.Loaded.class, rig.load(TWO_SLICES))
                    .layout()
                    .geometry();
        }
        DicomFile file = made(TWO_SLICES, 1);
        DataSet d = file.dataSet();
        assertEquals(
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                file.transferSyntax().uid());
        double[] position = d.decimals(Tag.IMAGE_POSITION_PATIENT);
        assertArrayEquals(
                new double[] {
                    layout.firstX() + layout.stepX(), layout.firstY() + layout.stepY(), layout.firstZ() + layout.stepZ()
                },
                position,
                1e-9);
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0}, d.decimals(Tag.IMAGE_ORIENTATION_PATIENT));
        assertEquals(17.5, position[2], 1e-9);
        assertEquals(2, d.integer(Tag.INSTANCE_NUMBER).orElseThrow());
        short[] pixels = new short[512 * 512];
        PixelFrames.of(file).decodeInto(0, pixels);
        // Water in the middle of the bottle at x = y = 0, padding beyond the scan field at x = 265.
        int row = (int) Math.round((0 - position[1]) / 0.625);
        assertEquals(1024, pixels[row * 512 + (int) Math.round((0 - position[0]) / 0.625)], 60);
        assertEquals(0, pixels[row * 512 + (int) Math.round((265 - position[0]) / 0.625)]);
        assertTrue(pixels[row * 512 + (int) Math.round((240 - position[0]) / 0.625)] > 0);
        assertEquals(0, d.integer(Tag.PIXEL_PADDING_VALUE).orElseThrow());
    }

    @Test
    void theNameIsKeptInLatinAndChineseLetters() throws IOException, InterruptedException {
        DataSet d = made(TWO_SLICES, 0).dataSet();
        assertEquals("TEST^PATIENT", d.personName(Tag.PATIENT_NAME).alphabetic());
        assertEquals("测试^病人", d.personName(Tag.PATIENT_NAME).ideographic());
    }

    @Test
    void instancesShareStudySeriesAndFrameOfReferenceButNotTheirOwnUid() throws IOException, InterruptedException {
        try (Rig rig = new Rig(TwinConfig.AS_FAST_AS_IT_CAN)) {
            rig.expose(TWO_SLICES);
            rig.toTheEnd();
            DataSet a = Part10.read(rig.slices.get(0)).dataSet();
            DataSet b = Part10.read(rig.slices.get(1)).dataSet();
            for (int tag : new int[] {Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.FRAME_OF_REFERENCE_UID}) {
                assertEquals(a.string(tag), b.string(tag));
            }
            assertEquals(
                    rig.twin.patient().studyUid(),
                    a.string(Tag.STUDY_INSTANCE_UID).orElseThrow());
            assertNotEquals(a.string(Tag.SOP_INSTANCE_UID), b.string(Tag.SOP_INSTANCE_UID));
        }
    }

    @Test
    void localizersAreUprightAndMapRowsToTheTable() throws IOException, InterruptedException {
        for (LocalizerView view : LocalizerView.values()) {
            DicomFile file = made(ScanPlan.localizer(view, -40, 60), 0);
            DataSet d = file.dataSet();
            boolean lateral = view == LocalizerView.LATERAL;
            assertArrayEquals(
                    lateral ? new double[] {0, 1, 0, 0, 0, -1} : new double[] {1, 0, 0, 0, 0, -1},
                    d.decimals(Tag.IMAGE_ORIENTATION_PATIENT));
            double top = d.decimals(Tag.IMAGE_POSITION_PATIENT)[2];
            double spacing = d.decimals(Tag.PIXEL_SPACING)[0];
            int rows = d.integer(Tag.ROWS).orElseThrow();
            assertEquals(60, top + spacing / 2, 1e-6);
            assertEquals(-40, top - (rows - 0.5) * spacing, spacing);
            short[] pixels = new short[rows * 512];
            PixelFrames.of(file).decodeInto(0, pixels);
            int middle = pixels[rows / 2 * 512 + 256];
            assertTrue(middle > 300 && pixels[rows / 2 * 512 + 100] < 60, "water " + middle);
        }
    }

    @Test
    void aValidatorFindsNoErrors(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(installed(), "dciodvfy is not installed");
        ScanPlan[] plans = {
            TWO_SLICES, ScanPlan.localizer(LocalizerView.AP, 0, 20), ScanPlan.localizer(LocalizerView.LATERAL, 0, 20)
        };
        for (ScanPlan plan : plans) {
            Path file = folder.resolve("instance.dcm");
            try (Rig rig = new Rig(TwinConfig.AS_FAST_AS_IT_CAN)) {
                rig.expose(plan);
                rig.toTheEnd();
                Files.write(file, rig.slices.get(0));
            }
            Process check = new ProcessBuilder("dciodvfy", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(said.contains("CTImage"), said);
            assertTrue(said.lines().noneMatch(line -> line.startsWith("Error")), said);
        }
    }

    private static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/dciodvfy"));
    }
}
