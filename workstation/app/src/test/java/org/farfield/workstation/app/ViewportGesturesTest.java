package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VoiTransform.Window;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.reading.CrosshairHandles;
import org.farfield.workstation.reading.LoadModel.Phase;
import org.farfield.workstation.reading.ObliqueHandles;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ViewPoint;
import org.farfield.workstation.reading.ViewportGeometry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gestures that matter, with a real mouse in a real window: what the model holds and what the screen shows. */
class ViewportGesturesTest {
    private static @Nullable WindowFixture shared;

    private WindowFixture fixture;

    @BeforeAll
    static void open() {
        shared = new WindowFixture();
    }

    @BeforeEach
    void fresh() {
        fixture = Objects.requireNonNull(shared);
        fixture.fresh();
    }

    @AfterAll
    static void close() {
        if (shared != null) {
            shared.close();
        }
    }

    private static int greyOf(double value, Window window) {
        return (int) Math.round(255 * window.apply(value));
    }

    private void assertSliceOnScreen(int slice) {
        fixture.settle();
        fixture.awaitGrey(Plane.AXIAL, 0.6, 0.3, greyOf(10.0 * slice, WindowFixture.WINDOW));
    }

    @Test
    void wheelScrollsASliceANotchAndThePictureFollows() {
        assertSliceOnScreen(25);
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.6, 0.3);
        fixture.wheel(3);
        Fx.await(
                "three slices towards the feet",
                () -> fixture.mpr().state().crosshair().z() == 88);
        assertSliceOnScreen(22);
        fixture.wheel(-5);
        Fx.await("five slices back", () -> fixture.mpr().state().crosshair().z() == 108);
        assertSliceOnScreen(27);
    }

    @Test
    void leftDragWindowsAndTheScreenAndTheOverlaySayIt() {
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.6, 0.3);
        fixture.drag(MouseButton.PRIMARY, 64, 32);
        // 500 / 256 HU a pixel: +125 wide, +62.5 (to even: 62) up.
        Window expected = new Window(Math.rint(250 + 62.5), 625);
        Fx.await("the window", () -> fixture.mpr().state().window().equals(expected));
        fixture.settle();
        fixture.awaitGrey(Plane.AXIAL, 0.6, 0.3, greyOf(250, expected));
        assertTrue(Fx.on(() -> fixture.viewport(Plane.AXIAL).overlayLines()).contains("C 312  W 625"));
        Fx.run(fixture.window.reading().history()::undo);
        assertEquals(WindowFixture.WINDOW, fixture.mpr().state().window(), "one drag is one change");
    }

    @Test
    void shiftClickInTheCoronalPlaneMovesTheAxialPlaneToThatSlice() {
        fixture.moveTo(fixture.viewport(Plane.CORONAL), 0.6, 0.25);
        ViewportGeometry coronal =
                Fx.on(() -> fixture.viewport(Plane.CORONAL).geometry().orElseThrow());
        fixture.hold(KeyCode.SHIFT);
        fixture.click(MouseButton.PRIMARY);
        fixture.letGo(KeyCode.SHIFT);
        double z = coronal.toPatient(new ViewPoint(0, Math.floor(coronal.height() * 0.25)))
                .z();
        Fx.await(
                "the crosshair",
                () -> Math.abs(fixture.mpr().state().crosshair().z() - z) < 2 * coronal.mmPerPixel());
        fixture.settle();
        double value = fixture.mpr().state().crosshair().z() * 10 / 4;
        fixture.awaitGrey(Plane.AXIAL, 0.45, 0.3, greyOf(value, WindowFixture.WINDOW));
    }

    @Test
    void theCrosshairLineIsOnTheScreenInItsPlanesColourUntilItIsSwitchedOff() {
        fixture.settle();
        ViewportGeometry axial =
                Fx.on(() -> fixture.viewport(Plane.AXIAL).geometry().orElseThrow());
        ViewPoint cross = axial.toView(fixture.mpr().state().crosshair());
        double along = (Math.floor(cross.y()) + 0.5) / axial.height();
        int grey = greyOf(250, WindowFixture.WINDOW);
        Fx.await("a line", () -> Math.abs(fixture.grey(Plane.AXIAL, 0.7, along) - grey) > 30);
        fixture.type(KeyCode.C);
        Fx.await(
                "no crosshair", () -> !fixture.window.reading().crosshairShown().get());
        fixture.awaitGrey(Plane.AXIAL, 0.7, along, grey);
    }

    @Test
    void doubleClickGivesAPlaneTheWholeSpaceAndTakesItBack() {
        double half = Fx.on(() -> fixture.viewport(Plane.SAGITTAL).getWidth());
        fixture.moveTo(fixture.viewport(Plane.SAGITTAL), 0.6, 0.4);
        fixture.click(MouseButton.PRIMARY);
        fixture.click(MouseButton.PRIMARY);
        Fx.await(
                "one plane alone",
                () -> fixture.window.reading().maximised().get().equals(Optional.of(Plane.SAGITTAL))
                        && fixture.viewport(Plane.SAGITTAL).getWidth() > 1.9 * half);
        assertFalse(Fx.on(() -> fixture.viewport(Plane.AXIAL).isVisible()));
        fixture.settle();
        fixture.moveTo(fixture.viewport(Plane.SAGITTAL), 0.3, 0.4);
        fixture.click(MouseButton.PRIMARY);
        fixture.click(MouseButton.PRIMARY);
        Fx.await(
                "two by two",
                () -> fixture.viewport(Plane.SAGITTAL).getWidth() == half
                        && fixture.viewport(Plane.AXIAL).isVisible());
    }

    @Test
    void presetKeySetsTheWindowAndUndoTakesItBack() {
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.6, 0.3);
        fixture.type(KeyCode.DIGIT1);
        Fx.await("the lung window", () -> fixture.mpr().state().window().equals(WindowPreset.LUNG.window()));
        fixture.settle();
        fixture.awaitGrey(Plane.AXIAL, 0.6, 0.3, greyOf(250, WindowPreset.LUNG.window()));
        fixture.hold(KeyCode.CONTROL);
        fixture.type(KeyCode.Z);
        fixture.letGo(KeyCode.CONTROL);
        Fx.await("the window before", () -> fixture.mpr().state().window().equals(WindowFixture.WINDOW));
        assertSliceOnScreen(25);
    }

    @Test
    void digitsTypedIntoAFieldStayDigits() {
        TextField field = Fx.on(() -> {
            TextField added = new TextField();
            fixture.window.setSidePane(added);
            added.requestFocus();
            return added;
        });
        // a field takes no letters before a pulse has given it its looks
        Fx.await("the field", () -> field.getSkin() != null && field.isFocused());
        fixture.type(KeyCode.DIGIT2);
        Fx.await("the digit", () -> field.getText().equals("2"));
        assertEquals(WindowFixture.WINDOW, fixture.mpr().state().window());
    }

    @Test
    void rightDragZoomsAndMiddleDragPans() {
        fixture.moveTo(fixture.viewport(Plane.CORONAL), 0.4, 0.5);
        fixture.drag(MouseButton.SECONDARY, 0, -60);
        Fx.await(
                "zoom", () -> Math.abs(fixture.mpr().state().view(Plane.CORONAL).zoom() - Math.sqrt(2)) < 1e-9);
        double scale = Fx.on(
                () -> fixture.viewport(Plane.CORONAL).geometry().orElseThrow().mmPerPixel());
        double before = fixture.mpr().state().view(Plane.CORONAL).panRightMm();
        fixture.moveTo(fixture.viewport(Plane.CORONAL), 0.4, 0.5);
        fixture.drag(MouseButton.MIDDLE, 40, 0);
        Fx.await(
                "pan",
                () -> Math.abs(fixture.mpr().state().view(Plane.CORONAL).panRightMm() - before + 40 * scale) < 1e-6);
        assertEquals(1, fixture.mpr().state().view(Plane.AXIAL).zoom());
    }

    @Test
    void speedOfAViewportIsShownByItsKey() {
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.5, 0.4);
        fixture.type(KeyCode.F12);
        SpeedOverlay speed =
                (SpeedOverlay) Fx.on(() -> fixture.viewport(Plane.AXIAL).lookup(".speed"));
        Fx.await("the overlay", speed::isVisible);
        fixture.wheel(-1);
        Fx.await(
                "a gesture's frame", () -> speed.lines().stream().anyMatch(line -> line.startsWith("hand to screen ")));
        List<String> lines = Fx.on(speed::lines);
        assertTrue(lines.getFirst().startsWith("CPU (1 thread"), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("full resolution")), lines.toString());
        fixture.type(KeyCode.F12);
        Fx.await("the end of it", () -> !speed.isVisible());
    }

    @Test
    void pathThatIsPressedIntoAPlaneShowsThePictureAlongItAndTheWheelMovesTheSection() {
        fixture.type(KeyCode.D);
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.7, 0.15);
        fixture.click(MouseButton.PRIMARY);
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.75, 0.25);
        fixture.click(MouseButton.PRIMARY);
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.85, 0.3);
        fixture.click(MouseButton.PRIMARY);
        ViewportPane oblique = fixture.viewport(Plane.OBLIQUE);
        Fx.await("the picture along the path", () -> oblique.curved().isPresent() && oblique.settled());
        assertEquals(3, fixture.mpr().curve().view().points().size());
        fixture.moveTo(oblique, 0.3, 0.5);
        fixture.wheel(5);
        Fx.await("the section", () -> Math.abs(fixture.mpr().curve().view().sectionMm()) == 5);
        fixture.writePicture("curved");
        fixture.type(KeyCode.U);
        Fx.await("the oblique plane again", () -> oblique.curved().isEmpty() && oblique.settled());
    }

    @Test
    void slicesPlayByTheirKeyAndStopByIt() {
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.4, 0.4);
        fixture.click(MouseButton.PRIMARY);
        double before = fixture.mpr().state().crosshair().z();
        Label words = (Label) Fx.on(() -> fixture.window.content().lookup("#cine-words"));
        fixture.type(KeyCode.G);
        Fx.await("another slice", () -> fixture.mpr().state().crosshair().z() != before);
        assertTrue(Fx.on(words::getText).startsWith("15.0 slices/s"), Fx.on(words::getText));
        fixture.type(KeyCode.G);
        Fx.await("the end of it", () -> !words.isVisible());
    }

    @Test
    void squareHandleSetsTheSlab() {
        ViewportPane axial = fixture.viewport(Plane.AXIAL);
        ViewportGeometry geometry = Fx.on(() -> axial.geometry().orElseThrow());
        ViewPoint square = CrosshairHandles.in(
                        geometry, Plane.AXIAL, fixture.mpr().state())
                .stream()
                .filter(handle -> handle.of() == Plane.CORONAL && handle.kind() == CrosshairHandles.Kind.THICKNESS)
                .findFirst()
                .orElseThrow()
                .at();
        fixture.moveTo(axial, square.x() / geometry.width(), square.y() / geometry.height());
        fixture.drag(MouseButton.PRIMARY, 0, 30);
        double expected = Math.rint(2 * 30 * geometry.mmPerPixel() / 0.5) * 0.5;
        Fx.await("the slab", () -> Math.abs(fixture.mpr().state().slab().thicknessMm() - expected) <= 1);
        fixture.settle();
        fixture.writePicture("slab-handles");
    }

    @Test
    void draggingAHandleTurnsTheObliquePlane() {
        ViewportPane axial = fixture.viewport(Plane.AXIAL);
        ViewportGeometry geometry = Fx.on(() -> axial.geometry().orElseThrow());
        ViewPoint handle =
                ObliqueHandles.in(geometry, Plane.AXIAL, fixture.mpr().state()).getLast();
        PatientVector before = fixture.mpr().state().view(Plane.OBLIQUE).right();
        fixture.moveTo(axial, handle.x() / geometry.width(), handle.y() / geometry.height());
        fixture.drag(MouseButton.PRIMARY, 0, -60);
        Fx.await(
                "the oblique plane to turn",
                () -> fixture.mpr().state().view(Plane.OBLIQUE).right().degreesTo(before) > 10);
        assertEquals(WindowFixture.WINDOW, fixture.mpr().state().window(), "a handle is no window drag");
    }

    @Test
    void loadingCanBeCancelledWithTheMouse() {
        boolean[] cancelled = new boolean[1];
        Fx.run(() -> {
            fixture.window.load().begin(Phase.LOADING, () -> cancelled[0] = true);
            fixture.window.load().advance(3, 10);
        });
        Button cancel = (Button) Fx.on(() -> fixture.window.status().lookup("#load-cancel"));
        Fx.await("the button", () -> cancel.isVisible() && cancel.getWidth() > 0);
        Label words = (Label) Fx.on(() -> fixture.window.status().lookup("#progress-words"));
        assertEquals("Loading slices: 3 of 10", Fx.on(words::getText));
        fixture.moveTo(cancel, 0.5, 0.5);
        fixture.click(MouseButton.PRIMARY);
        Fx.await("the end of loading", () -> cancelled[0] && !cancel.isVisible());
        assertEquals("Cancelled", Fx.on(words::getText));
    }

    @Test
    void pointerSaysValueAndPlace() {
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.6, 0.3);
        Label probe = (Label) Fx.on(() -> fixture.window.status().lookup("#probe"));
        Fx.await("the value under the pointer", () -> probe.getText().startsWith("250 HU"));
        assertTrue(Fx.on(probe::getText).endsWith("z 100.0 mm"), Fx.on(probe::getText));
    }

    @Test
    void languageChangesWhileItRuns() {
        Fx.run(() -> fixture.window.texts().language().set(Language.CHINESE));
        Fx.await(
                "Chinese words",
                () -> fixture.viewport(Plane.AXIAL).overlayLines().contains("横断面"));
        Button open = (Button) Fx.on(() -> fixture.window.content().lookup("#folder-open"));
        assertEquals("打开文件夹", Fx.on(open::getText));
    }
}
