package org.farfield.workstation.app;

import java.util.OptionalLong;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;

/** When the hand did what is being handled now. FX thread. */
final class InputMoment {
    private OptionalLong nanos = OptionalLong.empty();

    /** Takes the time of every event of mouse and keys that comes to this scene. */
    void watch(Scene scene) {
        EventDispatcher before = scene.getEventDispatcher();
        scene.setEventDispatcher((event, tail) -> {
            if (!(event instanceof InputEvent)) {
                return before.dispatchEvent(event, tail);
            }
            OptionalLong outer = nanos;
            nanos = OptionalLong.of(System.nanoTime());
            try {
                return before.dispatchEvent(event, tail);
            } finally {
                nanos = outer;
            }
        });
    }

    /** As {@link System#nanoTime} tells it; empty while no event of a hand is being handled. */
    OptionalLong nanos() {
        return nanos;
    }
}
