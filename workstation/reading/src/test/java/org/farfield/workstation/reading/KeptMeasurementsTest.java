package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.workstation.reading.kept.KeptMeasurements;
import org.farfield.workstation.reading.kept.KeptMeasurements.Standing;
import org.farfield.workstation.reading.kept.Reader;
import org.farfield.workstation.reading.measure.DrawingPlane;
import org.farfield.workstation.reading.measure.Measured;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.MeasurementKind;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.LocalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptMeasurementsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    private static final DrawingPlane AXIAL =
            new DrawingPlane(new PatientPoint(0, 0, 4), new PatientVector(1, 0, 0), new PatientVector(0, 1, 0));

    @TempDir
    Path folder = Path.of(".");

    /** A window's view models with measurements kept in the test's folder; the disk's work is done at once. */
    private final class Desk {
        final ReadingDesk desk = new ReadingDesk();
        final KeptMeasurements kept = new KeptMeasurements(
                desk.reading,
                desk.list,
                desk.load,
                new LocalStore(folder.resolve("store")),
                new DraftFolder(folder.resolve("drafts")),
                Runnable::run,
                Runnable::run,
                CLOCK,
                () -> new Reader("Li^Wei=\u674e^\u4f1f", "West China Hospital", "zh-CN"));

        void open() throws InterruptedException {
            desk.opening.open(List.of(folder.resolve("ct")));
            desk.opening.listStore(folder.resolve("store"));
            desk.until(
                    "the series",
                    () -> !desk.load.busy().get() && desk.reading.mpr().get().isPresent());
        }

        void openWithStore() throws InterruptedException {
            desk.opening.listStore(folder.resolve("store"));
            desk.until("the store", () -> !desk.list.rows().isEmpty());
            open();
        }

        List<Measurement> measurements() {
            return desk.shown().state().measurements();
        }

        Measured measured(Measurement m) {
            return Measured.of(m, desk.shown().displaySet().volume());
        }
    }

    private static Measurement axial(MeasurementKind kind, double... xy) {
        List<PatientPoint> points = new java.util.ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new PatientPoint(xy[i], xy[i + 1], 4));
        }
        return new Measurement(kind, points, AXIAL);
    }

    /** One of each kind, all within 8 x 8 mm, on a slice whose voxels are all -1022 HU. */
    private static final List<Measurement> ONE_OF_EACH = List.of(
            axial(MeasurementKind.DISTANCE, 1, 1, 4, 5).noted("\u7ed3\u8282 RUL"),
            axial(MeasurementKind.ANGLE, 1, 1, 3, 1, 3, 4),
            axial(MeasurementKind.COBB, 0, 0, 4, 0, 0, 1, 4, 5),
            axial(MeasurementKind.ELLIPSE, 1, 1, 7, 5),
            axial(MeasurementKind.RECTANGLE, 1.5, 1.5, 4.5, 5.5),
            axial(MeasurementKind.FREEHAND, 0.5, 0.5, 5.5, 0.5, 5.5, 5.5),
            axial(MeasurementKind.POINT, 3, 3),
            axial(MeasurementKind.ARROW, 2, 2, 5, 6).noted("here"));

    @Test
    void whatIsSavedComesBackInTheNextProgramWithTheSameNumbers() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("ct"), 5);
        Desk first = new Desk();
        first.open();
        first.desk.shown().measure().show(ONE_OF_EACH);
        assertEquals(Standing.DRAFT, first.kept.standing().get());
        first.kept.save();
        assertEquals(Standing.SAVED, first.kept.standing().get());
        assertEquals(List.of(), files(folder.resolve("drafts")), "no draft is left");

        Desk second = new Desk();
        second.openWithStore();
        assertEquals(Standing.SAVED, second.kept.standing().get());
        List<Measurement> back = second.measurements();
        assertEquals(ONE_OF_EACH.size(), back.size());
        for (int i = 0; i < back.size(); i++) {
            Measurement was = ONE_OF_EACH.get(i);
            assertEquals(was.kind(), back.get(i).kind());
            assertEquals(was.note(), back.get(i).note());
            Measured numbers = first.measured(was);
            Measured again = second.measured(back.get(i));
            assertEquals(
                    numbers.lengthMm().orElse(0),
                    again.lengthMm().orElse(0),
                    1e-4,
                    was.kind().id());
            assertEquals(
                    numbers.degrees().orElse(0),
                    again.degrees().orElse(0),
                    1e-4,
                    was.kind().id());
            assertEquals(
                    numbers.areaMm2().orElse(0),
                    again.areaMm2().orElse(0),
                    1e-4,
                    was.kind().id());
            assertEquals(numbers.inside(), again.inside(), was.kind().id());
            assertTrue(
                    back.get(i).plane().isNormal(new PatientVector(0, 0, 1)),
                    was.kind().id());
        }
    }

    @Test
    void aDraftSurvivesTheProgramAndIsThereAgain() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("ct"), 5);
        Desk first = new Desk();
        first.open();
        first.desk.shown().measure().show(ONE_OF_EACH.subList(0, 1));

        Desk second = new Desk();
        second.open();
        assertEquals(Standing.DRAFT, second.kept.standing().get());
        assertEquals(1, second.measurements().size());
        assertEquals(List.of(), files(folder.resolve("store")), "nothing was saved");
    }

    @Test
    void aLaterReportTakesThePlaceOfTheOneItIsMadeFrom() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("ct"), 5);
        Desk first = new Desk();
        first.open();
        first.desk.shown().measure().show(ONE_OF_EACH);
        first.kept.save();
        first.desk.shown().measure().show(ONE_OF_EACH.subList(0, 2));
        first.kept.save();
        assertEquals(2, files(folder.resolve("store")).size(), "both are there");

        Desk second = new Desk();
        second.openWithStore();
        assertEquals(2, second.measurements().size());
    }

    @Test
    void theReportNamesItsNumbersUnitsAndImagesAsTheStandardDoes() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("ct"), 5);
        Desk desk = new Desk();
        desk.open();
        desk.desk.shown().measure().show(ONE_OF_EACH.subList(0, 1));
        desk.kept.save();
        DataSet d = Part10.read(files(folder.resolve("store")).getFirst()).dataSet();
        assertEquals(
                "1.2.840.10008.5.1.4.1.1.88.34", d.string(Tag.SOP_CLASS_UID).orElseThrow());
        assertEquals("Zhang^San=\u5f20^\u4e09", d.string(Tag.PATIENT_NAME).orElseThrow());
        assertEquals("20260304", d.string(Tag.CONTENT_DATE).orElseThrow());
        DataSet evidence = d.item(0x0040A375)
                .orElseThrow()
                .item(Tag.REFERENCED_SERIES_SEQUENCE)
                .orElseThrow();
        assertEquals(5, evidence.sequence(0x00081199).size());
        DataSet length = find(d, "410668003");
        DataSet value = length.item(0x0040A300).orElseThrow();
        assertEquals(5, value.decimal(0x0040A30A).orElseThrow(), 1e-9, "a 3-4-5 triangle");
        assertEquals(
                "mm",
                value.item(0x004008EA).orElseThrow().string(Tag.CODE_VALUE).orElseThrow());
    }

    @Test
    void theReportIsValidForTheValidatorOfTheField() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dciodvfy is not installed");
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("ct"), 5);
        Desk desk = new Desk();
        desk.open();
        desk.desk.shown().measure().show(ONE_OF_EACH);
        desk.kept.save();
        Process run = new ProcessBuilder(
                        "dciodvfy", files(folder.resolve("store")).getFirst().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();
        assertEquals(
                List.of(), said.lines().filter(line -> line.startsWith("Error")).toList(), said);
    }

    @Test
    void marksInAnImageThatAnotherProgramMadeAreShown() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("ct"), 5);
        DataSet image = Part10.read(folder.resolve("ct/slice-2")).dataSet();
        Path foreign = Files.createDirectories(folder.resolve("ct/foreign"));
        DataSet d = image.copy()
                .remove(Tag.PIXEL_DATA)
                .set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.88.33")
                .set(Tag.SOP_INSTANCE_UID, "2.25.77")
                .set(Tag.SERIES_INSTANCE_UID, "2.25.78")
                .set(Tag.MODALITY, "SR");
        DataSet group = content(d, "CONTAINER", "125007", "DCM");
        DataSet num = content(group, "NUM", "410668003", "SCT");
        DataSet shape = num.newItem(0x0040A730)
                .set(0x0040A040, "SCOORD")
                .set(0x00700023, "POLYLINE")
                .set(0x00700022, org.farfield.dicom.Vr.FL, 1.5, 1.5, 4.5, 5.5);
        shape.newItem(0x0040A730)
                .set(0x0040A040, "IMAGE")
                .newItem(0x00081199)
                .set(
                        Tag.REFERENCED_SOP_CLASS_UID,
                        image.string(Tag.SOP_CLASS_UID).orElseThrow())
                .set(
                        Tag.REFERENCED_SOP_INSTANCE_UID,
                        image.string(Tag.SOP_INSTANCE_UID).orElseThrow());
        Files.write(
                foreign.resolve("sr"),
                Part10.toBytes(DicomFile.of(d, org.farfield.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
        Desk desk = new Desk();
        desk.open();
        Measurement found = desk.measurements().getFirst();
        assertEquals(MeasurementKind.DISTANCE, found.kind());
        assertEquals(
                new PatientPoint(1, 1, 4), found.points().getFirst(), "half a pixel from the corner is its centre");
        assertEquals(5, desk.measured(found).lengthMm().orElseThrow(), 1e-6);
    }

    private static DataSet content(DataSet parent, String type, String code, String scheme) {
        DataSet item = parent.newItem(0x0040A730).set(0x0040A010, "CONTAINS").set(0x0040A040, type);
        item.newItem(0x0040A043)
                .set(Tag.CODE_VALUE, code)
                .set(Tag.CODING_SCHEME_DESIGNATOR, scheme)
                .set(Tag.CODE_MEANING, "x");
        return item;
    }

    /** The first content item with a concept. */
    private static DataSet find(DataSet item, String code) {
        return all(item)
                .filter(each -> each.item(0x0040A043)
                        .flatMap(name -> name.string(Tag.CODE_VALUE))
                        .filter(code::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<DataSet> all(DataSet item) {
        return Stream.concat(Stream.of(item), item.sequence(0x0040A730).stream().flatMap(KeptMeasurementsTest::all));
    }

    private static List<Path> files(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
