package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.farfield.workstation.reading.MeasureModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ViewportTool;
import org.farfield.workstation.reading.measure.Measured;
import org.farfield.workstation.reading.measure.Measurement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measuring with a real mouse and real keys in a real window. */
class MeasureGesturesTest {
    private static @Nullable WindowFixture shared;

    @SuppressWarnings("NullAway.Init")
    private WindowFixture fixture;

    @BeforeAll
    static void open() {
        shared = new WindowFixture();
    }

    @BeforeEach
    void fresh() {
        fixture = Objects.requireNonNull(shared);
        fixture.fresh();
        // the block is the same each time, and what was measured in it would be there again
        Fx.run(() -> measure().clear());
    }

    @AfterAll
    static void close() {
        if (shared != null) {
            shared.close();
        }
    }

    private MeasureModel measure() {
        return fixture.mpr().measure();
    }

    private List<Measurement> all() {
        return Fx.on(() -> measure().all());
    }

    private Measured newest() {
        return Fx.on(() -> measure().measured(measure().all().getLast()));
    }

    private void drag(ViewportTool tool, Plane plane, double across, double along, double dx, double dy) {
        Fx.run(() -> fixture.window.reading().tool().set(tool));
        fixture.moveTo(fixture.viewport(plane), across, along);
        fixture.drag(MouseButton.PRIMARY, dx, dy);
    }

    private double mmPerPixel(Plane plane) {
        return Fx.on(() -> fixture.viewport(plane).geometry().orElseThrow().mmPerPixel());
    }

    @Test
    void aKeyTakesTheRulerAndADragMeasures() {
        fixture.type(KeyCode.L);
        Fx.await("the ruler", () -> fixture.window.reading().tool().get() == ViewportTool.DISTANCE);
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.3, 0.3);
        fixture.drag(MouseButton.PRIMARY, 60, 80);
        Fx.await("a distance", () -> measure().all().size() == 1);
        assertEquals(100 * mmPerPixel(Plane.AXIAL), newest().lengthMm().orElseThrow(), 1e-6);
        fixture.settle();
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.1, 0.9);
        Fx.await("its line on the screen", () -> isSelectedColour(Plane.AXIAL, 0.3, 0.3, 30, 40));
    }

    /** Some pixel within two of that place, so many pixels from a fraction of the viewport, has the line's colour. */
    private boolean isSelectedColour(Plane plane, double across, double along, double dx, double dy) {
        ViewportPane pane = fixture.viewport(plane);
        for (int y = -2; y <= 2; y++) {
            for (int x = -2; x <= 2; x++) {
                Color colour =
                        fixture.colour(pane, across + (dx + x) / pane.getWidth(), along + (dy + y) / pane.getHeight());
                if (colour.getRed() > 0.9 && colour.getGreen() > 0.85 && colour.getBlue() < 0.65) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aRegionHasTheMeanOfItsSlice() {
        drag(ViewportTool.ELLIPSE, Plane.AXIAL, 0.35, 0.35, 70, 50);
        Fx.await("a region", () -> measure().all().size() == 1);
        double slice = fixture.mpr().state().crosshair().z() / 4;
        assertEquals(10 * slice, newest().inside().orElseThrow().mean(), 1e-9);
        assertEquals(0, newest().inside().orElseThrow().deviation(), 1e-9);
        assertEquals(
                Math.PI / 4 * 70 * 50 * Math.pow(mmPerPixel(Plane.AXIAL), 2),
                newest().areaMm2().orElseThrow(),
                1e-6);
    }

    @Test
    void undoTakesTheMeasurementBackAndDeleteTooCanBeUndone() {
        drag(ViewportTool.DISTANCE, Plane.CORONAL, 0.3, 0.4, 80, 0);
        Fx.await("a distance", () -> measure().all().size() == 1);
        fixture.type(KeyCode.DELETE);
        Fx.await("nothing", () -> measure().all().isEmpty());
        Fx.run(fixture.window.reading().history()::undo);
        assertEquals(1, all().size());
        Fx.run(fixture.window.reading().history()::undo);
        assertEquals(List.of(), all());
    }

    @Test
    void aClickLeavesNothingAndADoubleClickStillMaximises() {
        Fx.run(() -> fixture.window.reading().tool().set(ViewportTool.DISTANCE));
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.3, 0.3);
        fixture.click(MouseButton.PRIMARY);
        fixture.click(MouseButton.PRIMARY);
        Fx.await(
                "the axial plane alone",
                () -> fixture.window.reading().maximised().get().isPresent());
        assertEquals(List.of(), all());
        assertFalse(Fx.on(() -> fixture.window.reading().history().canUndo().get()));
    }

    @Test
    void theToolsOfTheStripTakeTheMeasuringTools() {
        for (ViewportTool tool : ViewportTool.values()) {
            if (tool.measures().isPresent()) {
                fixture.moveTo(fixture.window.content().lookup("#tool-" + tool.id()), 0.5, 0.5);
                fixture.click(MouseButton.PRIMARY);
                Fx.await(tool.id(), () -> fixture.window.reading().tool().get() == tool);
            }
        }
    }

    @Test
    void allKindsTogetherAreDrawnInBothLanguages() {
        drag(ViewportTool.DISTANCE, Plane.AXIAL, 0.12, 0.75, 90, 30);
        drag(ViewportTool.ELLIPSE, Plane.AXIAL, 0.25, 0.25, 60, 44);
        drag(ViewportTool.RECTANGLE, Plane.CORONAL, 0.2, 0.3, 60, 40);
        drag(ViewportTool.FREEHAND, Plane.SAGITTAL, 0.3, 0.3, 60, 70);
        drag(ViewportTool.ANGLE, Plane.AXIAL, 0.62, 0.75, -60, 0);
        fixture.moveTo(fixture.viewport(Plane.AXIAL), 0.62, 0.6);
        fixture.drag(MouseButton.PRIMARY, 4, -4);
        drag(ViewportTool.COBB, Plane.CORONAL, 0.6, 0.7, 80, 0);
        drag(ViewportTool.COBB, Plane.CORONAL, 0.6, 0.8, 80, 30);
        drag(ViewportTool.POINT, Plane.AXIAL, 0.7, 0.3, 0, 0);
        Fx.await("all of them", () -> measure().all().size() >= 6);
        assertTrue(all().stream().filter(m -> !m.kind().isRegion()).allMatch(Measurement::complete));
        fixture.settle();
        fixture.writePicture("measurements");
        Fx.run(() -> fixture.window.texts().language().set(Language.CHINESE));
        fixture.settle();
        fixture.writePicture("measurements-zh");
    }
}
