package org.farfield.workstation.app.live;

import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.Numbers;

/**
 * Lies over a picture that is not fresh any more: hatched, with its age in words. Lets the mouse through. FX thread.
 */
final class StaleHatch extends StackPane {

    private final Texts texts;
    private final Label age = new Label();

    StaleHatch(Texts texts) {
        this.texts = texts;
        getStyleClass().add("stale-hatch");
        age.getStyleClass().add("stale-banner");
        setMouseTransparent(true);
        setAlignment(age, Pos.TOP_CENTER);
        getChildren().add(age);
        setVisible(false);
    }

    /** Shows the age in ms, or nothing while the picture is fresh. */
    void show(OptionalLong ageMillis) {
        setVisible(ageMillis.isPresent());
        if (ageMillis.isPresent()) {
            age.setText(texts.get("stale", Numbers.fixed(ageMillis.getAsLong() / 1000.0, 1)));
        }
    }
}
