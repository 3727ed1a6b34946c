package org.farfield.workstation.app.live;

import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import org.farfield.workstation.app.StopKeys;
import org.farfield.workstation.app.Texts;

/**
 * STOP: large, red, with its word, and the same keys in every window. It stops when it goes down, not when it is let
 * go, wherever the keyboard is. FX thread.
 */
final class StopButton extends Button {

    private final Runnable stop;
    private boolean stoppedWhenArmed;

    StopButton(Texts texts, Runnable stop) {
        this.stop = stop;
        setId("stop");
        getStyleClass().add("stop-button");
        setMaxWidth(Double.MAX_VALUE);
        textProperty().bind(texts.bind("stop"));
        Label keys = new Label(StopKeys.displayText());
        keys.getStyleClass().add("stop-keys");
        setGraphic(keys);
        setContentDisplay(ContentDisplay.BOTTOM);
        setGraphicTextGap(0);
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
        if (StopKeys.match(event) && !isDisabled()) {
            stop.run();
            event.consume();
        }
    }
}
