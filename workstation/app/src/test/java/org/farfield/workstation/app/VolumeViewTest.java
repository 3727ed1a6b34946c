package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.farfield.rendering.engine.VolumePreset;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.VolumeModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The 3-D view with a real mouse in a real window. */
class VolumeViewTest {
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
        Fx.run(() -> fixture.window.commands().run(fixture.window.commands().get("volume.show")));
        Fx.await("the 3-D view", () -> pane().isVisible());
        fixture.settle();
    }

    @AfterEach
    void leave() {
        Fx.run(() -> {
            fixture.window.reading().scalpel().set(false);
            fixture.window.reading().volumeShown().set(false);
        });
    }

    @AfterAll
    static void close() {
        if (shared != null) {
            shared.close();
        }
    }

    private VolumePane pane() {
        return fixture.window.view().volume();
    }

    private VolumeModel model() {
        return fixture.window.reading().volume().get().orElseThrow();
    }

    @Test
    void theKeyPutsTheVolumeInPlaceOfTheObliquePlaneAndTakesItAway() {
        assertFalse(Fx.on(() -> fixture.viewport(Plane.OBLIQUE).isVisible()));
        assertTrue(Fx.on(() -> pane().overlayLines()).contains("3-D: bone"));
        fixture.moveTo(pane(), 0.4, 0.4);
        fixture.click(MouseButton.PRIMARY);
        fixture.type(KeyCode.V);
        Fx.await("the oblique plane", () -> fixture.viewport(Plane.OBLIQUE).isVisible() && !pane().isVisible());
    }

    @Test
    void leftDragTurnsTheVolumeAndUndoTurnsItBack() {
        fixture.moveTo(pane(), 0.4, 0.4);
        fixture.drag(MouseButton.PRIMARY, 60, 0);
        double degrees = 180 * 60 / Fx.on(() -> Math.min(pane().getWidth(), pane().getHeight()));
        Fx.await(
                "the turn",
                () -> Math.abs(model().state().view().right().x() - Math.cos(Math.toRadians(degrees))) < 1e-6);
        fixture.settle();
        Fx.run(fixture.window.reading().history()::undo);
        assertEquals(1, model().state().view().right().x(), 1e-9);
    }

    @Test
    void nothingStandsOutsideTheWindow() {
        Bounds window = Fx.on(() -> pane().getScene().getRoot().getLayoutBounds());
        Bounds view = Fx.on(() -> pane().localToScene(pane().getLayoutBounds()));
        assertEquals(Fx.on(() -> pane().getScene().getWidth()), window.getWidth(), 1e-9);
        assertTrue(window.contains(view), () -> view + " in " + window);
        for (String button : List.of("#language", "#presets")) {
            Bounds place = Fx.on(() -> {
                Node node = pane().getScene().lookup(button);
                return node.localToScene(node.getLayoutBounds());
            });
            assertTrue(window.contains(place), () -> button + " at " + place);
        }
    }

    @Test
    void wheelZoomsAndAClickOnAPictureChoosesThePreset() {
        fixture.moveTo(pane(), 0.5, 0.5);
        fixture.wheel(-4);
        Fx.await("zoom", () -> Math.abs(model().state().view().zoom() - 2) < 1e-9);
        Node mip = Fx.on(() -> pane().lookup("#volume-preset-mip"));
        fixture.moveTo(mip, 0.5, 0.5);
        fixture.click(MouseButton.PRIMARY);
        Fx.await("MIP", () -> model().state().preset().isEmpty());
        fixture.settle();
        assertTrue(Fx.on(() -> pane().overlayLines()).contains("3-D: MIP"));
        Fx.run(fixture.window.reading().history()::undo);
        assertEquals(Optional.of(VolumePreset.BONE), model().state().preset());
    }

    @Test
    void theScalpelCutsWhereTheMouseDrew() {
        fixture.moveTo(pane(), 0.4, 0.3);
        fixture.click(MouseButton.PRIMARY);
        fixture.hold(KeyCode.SHIFT);
        fixture.type(KeyCode.X);
        fixture.letGo(KeyCode.SHIFT);
        Fx.await("the scalpel", () -> fixture.window.reading().scalpel().get());
        fixture.moveTo(pane(), 0.4, 0.3);
        fixture.press(MouseButton.PRIMARY);
        fixture.moveTo(pane(), 0.6, 0.3);
        fixture.moveTo(pane(), 0.6, 0.5);
        fixture.release(MouseButton.PRIMARY);
        Fx.await("the cut", () -> model().state().cuts().size() == 1);
        fixture.settle();
        fixture.hold(KeyCode.CONTROL);
        fixture.type(KeyCode.Z);
        fixture.letGo(KeyCode.CONTROL);
        Fx.await("the cut taken back", () -> model().state().cuts().isEmpty());
    }

    @Test
    void theCornerBeforeTheCrosshairGoesAndComesBack() {
        fixture.moveTo(pane(), 0.4, 0.3);
        fixture.click(MouseButton.PRIMARY);
        fixture.type(KeyCode.K);
        Fx.await("the corner", () -> model().state().corner().size() == 3);
        fixture.settle();
        fixture.type(KeyCode.K);
        Fx.await("no corner", () -> model().state().corner().isEmpty());
    }
}
