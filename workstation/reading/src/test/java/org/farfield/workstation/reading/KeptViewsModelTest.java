package org.farfield.workstation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.farfield.dicom.DataSet;
import org.farfield.dicom.DicomFile;
import org.farfield.dicom.Part10;
import org.farfield.dicom.Tag;
import org.farfield.dicom.TransferSyntax;
import org.farfield.dicom.Vr;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.workstation.reading.kept.Reader;
import org.farfield.workstation.reading.measure.DrawingPlane;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.MeasurementKind;
import org.farfield.workstation.reading.presentation.AcquiredSlice.Pixel;
import org.farfield.workstation.reading.presentation.KeyMark;
import org.farfield.workstation.reading.presentation.KeyObjects;
import org.farfield.workstation.reading.presentation.PresentationStates;
import org.farfield.workstation.reading.presentation.ShownStudy;
import org.farfield.workstation.reading.presentation.SliceDrawing;
import org.farfield.workstation.report.gsps.PresentationState;
import org.farfield.workstation.report.ko.KeyTitle;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.LocalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key images and presentation states of a study: 8 x 8 pixels of 1 mm, slices 2 mm apart, slice k at z = 2 k. */
class KeptViewsModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
    private static final double EDGE = 100;

    @TempDir
    Path folder = Path.of(".");

    private final class Desk {
        final ReadingDesk desk = new ReadingDesk();
        final ShownStudy study = new ShownStudy(desk.reading, desk.list);
        final LocalStore store = new LocalStore(folder.resolve("store"));
        final Reader li = new Reader("Li^Wei=\u674e^\u4f1f", "West China Hospital", "zh-CN");
        final KeyObjects keys = new KeyObjects(
                study,
                desk.load,
                store,
                new DraftFolder(folder.resolve("drafts")),
                Runnable::run,
                Runnable::run,
                CLOCK,
                () -> li);
        final PresentationStates states = new PresentationStates(
                desk.reading, study, desk.load, store, Runnable::run, Runnable::run, CLOCK, () -> li);

        Desk open() throws InterruptedException {
            desk.opening.listStore(folder.resolve("store"));
            desk.opening.open(List.of(folder.resolve("ct")));
            desk.until(
                    "the series",
                    () -> !desk.load.busy().get() && desk.reading.mpr().get().isPresent());
            return this;
        }

        MprModel mpr() {
            return desk.shown();
        }

        void to(double z) {
            mpr().moveCrosshair(new PatientPoint(3, 3, z));
        }

        Optional<ViewportGeometry> view(Plane plane) {
            return Optional.of(mpr().geometry(plane, EDGE, EDGE));
        }

        Optional<Change> apply(PresentationState state) {
            return states.apply(state, this::view);
        }

        SliceDrawing drawn() {
            return states.on(view(Plane.AXIAL).orElseThrow()).orElseThrow();
        }
    }

    private Desk desk() throws Exception {
        new MadeUpCt("2.25.1", "P1", "CT").write(folder.resolve("ct"), 9);
        return new Desk().open();
    }

    @Test
    void aKeyImageNamesTheNearestSliceAndComesBackFromTheStudy() throws Exception {
        Desk first = desk();
        first.to(6.7);
        first.keys.mark(KeyTitle.OF_INTEREST);
        first.to(12);
        first.keys.mark(KeyTitle.FOR_SURGERY);
        first.keys.mark(KeyTitle.FOR_SURGERY);
        assertEquals(2, first.keys.marks().get().size(), "the same is not marked twice");

        Desk unsaved = new Desk().open();
        unsaved.desk.until("the drafts", () -> unsaved.keys.marks().get().size() == 2);
        first.keys.save();
        assertEquals(2, files("store"), "a document a purpose");
        assertEquals(0, files("drafts"));

        Desk second = new Desk().open();
        second.desk.until("the documents", () -> second.keys.marks().get().size() == 2);
        assertTrue(second.keys.marks().get().stream().allMatch(KeyMark::saved));
        second.to(0);
        second.keys.step(-1);
        assertEquals(6, second.mpr().state().crosshair().z(), 1e-9, "towards the head");
        second.keys.step(-1);
        assertEquals(12, second.mpr().state().crosshair().z(), 1e-9);
        second.keys.step(-1);
        assertEquals(6, second.mpr().state().crosshair().z(), 1e-9, "after the last comes the first");
        second.keys.step(1);
        assertEquals(12, second.mpr().state().crosshair().z(), 1e-9);
        assertEquals(
                KeyTitle.FOR_SURGERY.code(),
                second.keys.on(second.study.current().orElseThrow()).getFirst().title());
        validStore();
    }

    @Test
    void aMarkThatIsNotSavedCanBeTakenAway() throws Exception {
        Desk desk = desk();
        desk.keys.toggle(KeyTitle.OF_INTEREST);
        assertEquals(1, desk.keys.marks().get().size());
        desk.keys.toggle(KeyTitle.OF_INTEREST);
        assertEquals(List.of(), desk.keys.marks().get());
        assertEquals(0, files("drafts"));
        desk.keys.save();
        assertEquals(0, files("store"), "nothing to save");
    }

    @Test
    void aViewComesBackAsItWasSaved() throws Exception {
        Desk desk = desk();
        desk.to(8);
        MprModel mpr = desk.mpr();
        mpr.setWindow(new VoiTransform.Window(40, 350));
        mpr.setInverted(true);
        mpr.setZoom(Plane.AXIAL, 2, new PatientPoint(3.5, 3.5, 8));
        mpr.setPan(Plane.AXIAL, 1, -1);
        DrawingPlane plane =
                new DrawingPlane(new PatientPoint(0, 0, 8), new PatientVector(1, 0, 0), new PatientVector(0, 1, 0));
        mpr.measure()
                .show(List.of(
                        new Measurement(
                                MeasurementKind.DISTANCE,
                                List.of(new PatientPoint(1, 1, 8), new PatientPoint(4, 5, 8)),
                                plane,
                                "\u7ed3\u8282"),
                        new Measurement(
                                MeasurementKind.ELLIPSE,
                                List.of(new PatientPoint(1, 2, 8), new PatientPoint(7, 4, 8)),
                                plane)));
        desk.states.save("\u7ed3\u8282", desk::view, m -> List.of("5.0 mm"));
        assertEquals(1, files("store"));
        validStore();

        Desk next = new Desk().open();
        next.desk.until("the state", () -> next.states.states().get().size() == 1);
        PresentationState state = next.states.states().get().getFirst();
        assertEquals("\u7ed3\u8282", state.description());
        assertEquals(9, state.targets().size());
        next.to(0);
        MprState before = next.mpr().state();
        Change change = next.apply(state).orElseThrow();
        assertEquals(8, next.mpr().state().crosshair().z(), 1e-9, "on the slice that it draws on");
        assertEquals(new VoiTransform.Window(40, 350), next.mpr().state().window());
        assertTrue(next.mpr().state().inverted());
        PlaneView view = next.mpr().state().view(Plane.AXIAL);
        assertEquals(2, view.zoom(), 0.01);
        assertEquals(1, view.panRightMm(), 0.51);
        SliceDrawing drawn = next.drawn();
        assertEquals(
                List.of(new Pixel(1.5, 1.5), new Pixel(4.5, 5.5)),
                drawn.lines().getFirst().places());
        for (Pixel on : drawn.lines().get(1).places()) {
            double x = (on.column() - 4.5) / 3;
            double y = (on.row() - 3.5) / 1;
            assertEquals(1, x * x + y * y, 1e-6, "on the ellipse about (4, 3) mm");
        }
        assertEquals(List.of("\u7ed3\u8282", "5.0 mm"), drawn.words().getFirst().lines());
        next.to(4);
        assertEquals(List.of(), next.drawn().lines(), "on its own slice only");
        change.undo().run();
        assertEquals(before.window(), next.mpr().state().window());
        assertEquals(Optional.empty(), next.states.applied().get());
    }

    @Test
    void aForeignStateIsShownAsTheStandardMeansIt() throws Exception {
        Desk first = desk();
        first.states.save("", first::view, m -> List.of());
        DataSet d = foreign();
        Files.write(
                Files.createDirectories(folder.resolve("ct/foreign")).resolve("state"),
                Part10.toBytes(DicomFile.of(d, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));

        Desk desk = new Desk().open();
        desk.desk.until(
                "the states",
                () -> desk.states.states().get().stream()
                        .anyMatch(each -> each.label().equals("FOREIGN")));
        PresentationState state = desk.states.states().get().stream()
                .filter(each -> each.label().equals("FOREIGN"))
                .findFirst()
                .orElseThrow();
        assertTrue(desk.states.fits(state));
        desk.apply(state);
        VoiTransform.Window window = (VoiTransform.Window) desk.mpr().state().window();
        assertEquals(-1020.0, window.center(), 1e-9, "it counts in stored values, 1024 above");
        assertEquals(9, window.width(), 1e-9);
        PlaneView view = desk.mpr().state().view(Plane.AXIAL);
        assertEquals(new PatientVector(0, -1, 0).dot(view.right()), 1, 1e-9, "turned clockwise: up goes right");
        assertEquals(new PatientVector(1, 0, 0).dot(view.down()), 1, 1e-9);
        List<SliceDrawing.Line> lines = desk.drawn().lines();
        Pixel middle = lines.get(0).places().getFirst();
        assertEquals(2, middle.column(), 1e-6, "a quarter down: down leads along the columns");
        assertEquals(6, middle.row(), 1e-6, "a quarter to the right: right leads against the rows");
        for (Pixel on : lines.get(1).places()) {
            assertEquals(2, Math.hypot(on.column() - 4, on.row() - 4), 1e-9);
        }
        assertTrue(lines.get(2).places().contains(new Pixel(4, 2)), "a smooth curve goes through its points");
        assertEquals(1, desk.drawn().outsides().size());
        ViewportGeometry coronal = desk.view(Plane.CORONAL).orElseThrow();
        assertFalse(desk.states.on(coronal).isPresent());
    }

    /** Turned by 90 degrees, without rescale, over all slices, in both units. */
    private DataSet foreign() throws IOException {
        Path made;
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            made = all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        DataSet d = Part10.read(made).dataSet();
        d.set(Tag.SOP_INSTANCE_UID, "2.25.77")
                .set(Tag.SERIES_INSTANCE_UID, "2.25.78")
                .set(0x00700080, "FOREIGN")
                .remove(Tag.RESCALE_SLOPE)
                .remove(Tag.RESCALE_INTERCEPT)
                .remove(Tag.RESCALE_TYPE)
                .set(0x00700042, Vr.US, 90)
                .set(0x00700041, Vr.CS, "N")
                .set(0x00181600, Vr.CS, "CIRCULAR")
                .set(0x00181610, Vr.IS, 4, 4)
                .set(0x00181612, Vr.IS, 3);
        d.item(0x00283110).orElseThrow().set(Tag.WINDOW_CENTER, 4.0).set(Tag.WINDOW_WIDTH, 9.0);
        d.item(0x0070005A).orElseThrow().set(0x00700052, Vr.SL, 1, 8).set(0x00700053, Vr.SL, 8, 1);
        DataSet annotation = d.newItem(0x00700001).set(0x00700002, "L");
        graphic(annotation, "DISPLAY", "POINT", 0.25, 0.25);
        graphic(annotation, "PIXEL", "CIRCLE", 4, 4, 6, 4);
        graphic(annotation, "PIXEL", "INTERPOLATED", 1, 1, 4, 2, 7, 6);
        return d;
    }

    private static void graphic(DataSet annotation, String units, String type, double... xy) {
        annotation
                .newItem(0x00700009)
                .set(0x00700005, Vr.CS, units)
                .set(0x00700020, Vr.US, 2)
                .set(0x00700021, Vr.US, xy.length / 2)
                .set(0x00700022, Vr.FL, xy)
                .set(0x00700023, Vr.CS, type)
                .set(0x00700024, Vr.CS, "N");
    }

    private long files(String in) throws IOException {
        Path root = folder.resolve(in);
        if (!Files.isDirectory(root)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private void validStore() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dciodvfy")), "dciodvfy is not installed");
        List<Path> stored;
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            stored = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : stored) {
            Process run = new ProcessBuilder("dciodvfy", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            run.waitFor();
            assertEquals(
                    List.of(),
                    said.lines().filter(line -> line.startsWith("Error")).toList(),
                    said);
        }
    }
}
