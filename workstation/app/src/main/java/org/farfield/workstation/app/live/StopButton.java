package org.farfield.workstation.app.live;

import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.farfield.workstation.app.Texts;

/**
 * STOP: large, red, with its word, and the same key in every window. It stops when it goes down, not when it is let go,
 * wherever the keyboard is. FX thread.
 */
final class StopButton extends Button {

    /** The key that stops, wherever the keyboard is in the window. */
    static final KeyCombination KEY = KeyCombination.valueOf("F12");

    private final Runnable stop;
    private boolean stoppedWhenArmed;

    StopButton(Texts texts, Runnable stop) {
        this.stop = stop;
        setId("stop");
        getStyleClass().add("stop-button");
        setMaxWidth(Double.MAX_VALUE);
        textProperty().bind(texts.bind("stop", KEY.getDisplayText()));
        armedProperty().subscribe(this::armed);
        setOnAction(action -> {
            if (!stoppedWhenArmed) {
                stop.run();
            }
        });
        EventHandler<KeyEvent> key = this::keyPressed;
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, key);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, key);
            }
        });
    }

    private void armed(boolean armed) {
        if (armed) {
            stop.run();
        }
        stoppedWhenArmed = armed;
    }

    private void keyPressed(KeyEvent event) {
        if (KEY.match(event) && !isDisabled()) {
            stop.run();
            event.consume();
        }
    }
}
