package org.farfield.workstation.app.live;

import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.farfield.workstation.reading.live.HoldSwitch;
import org.jspecify.annotations.Nullable;

/**
 * The big hold-to-release button of the local operator: pressed only while the primary mouse button is held on it or
 * space is held while it has the keyboard. Leaving it, losing the keyboard or the window, and being disabled release
 * it. FX thread.
 */
final class HoldButton extends VBox {

    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");

    private final HoldSwitch held;
    private final Label title = new Label();
    private final Label hint = new Label();
    private final ChangeListener<Boolean> windowFocus = (window, was, focused) -> {
        if (!focused) {
            lostAll();
        }
    };
    private final ChangeListener<Window> sceneWindow = (scene, was, now) -> watchWindow(was, now);

    HoldButton(Consumer<Boolean> onHold) {
        held = new HoldSwitch(onHold);
        setId("hold");
        getStyleClass().add("hold-button");
        title.getStyleClass().add("hold-title");
        hint.getStyleClass().add("hold-hint");
        hint.setWrapText(true);
        setAlignment(Pos.CENTER);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        getChildren().addAll(title, hint);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::mouseDragged);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> held.lost(HoldSwitch.Finger.POINTER));
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::mouseReleased);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                lostAll();
            }
        });
        sceneProperty().subscribe(this::watchScene);
    }

    /**
     * What the button says.
     *
     * @param word its large word
     * @param explanation what to do, or why it is not ready
     * @param pressed whether the model holds
     */
    void show(String word, String explanation, boolean ready, boolean pressed) {
        title.setText(word);
        hint.setText(explanation);
        setAccessibleText(word + ". " + explanation);
        pseudoClassStateChanged(READY, ready);
        pseudoClassStateChanged(HELD, pressed);
        held.setEnabled(ready);
    }

    private void mousePressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            held.down(HoldSwitch.Finger.POINTER);
            event.consume();
        }
    }

    private void mouseDragged(MouseEvent event) {
        if (!contains(event.getX(), event.getY())) {
            held.lost(HoldSwitch.Finger.POINTER);
        }
    }

    private void mouseReleased(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            held.up(HoldSwitch.Finger.POINTER);
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            held.down(HoldSwitch.Finger.KEY);
            event.consume();
        }
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            held.up(HoldSwitch.Finger.KEY);
            event.consume();
        }
    }

    private void lostAll() {
        held.lostAll();
    }

    private void watchScene(Scene before, Scene now) {
        if (before != null) {
            before.windowProperty().removeListener(sceneWindow);
            watchWindow(before.getWindow(), null);
        }
        if (now == null) {
            lostAll();
        } else {
            now.windowProperty().addListener(sceneWindow);
            watchWindow(null, now.getWindow());
        }
    }

    private void watchWindow(@Nullable Window before, @Nullable Window now) {
        if (before != null) {
            before.focusedProperty().removeListener(windowFocus);
        }
        if (now == null) {
            lostAll();
        } else {
            now.focusedProperty().addListener(windowFocus);
        }
    }
}
