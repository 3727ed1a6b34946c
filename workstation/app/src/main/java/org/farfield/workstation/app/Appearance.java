package org.farfield.workstation.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Dark for the reading room, light for a bright office; the images stay on black in both. FX thread. */
public final class Appearance {
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark", true);

    /** Dark, until somebody asks for light. */
    public Appearance() {
        dark.subscribe(on -> Application.setUserAgentStylesheet(
                on ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
    }

    public BooleanProperty dark() {
        return dark;
    }

    /** Gives a window's scene the workstation's look and keeps it with the theme and the language's font. */
    public void dress(Scene scene, Texts texts) {
        dress(scene.getRoot(), texts);
        scene.getStylesheets().add(sheet());
        scene.rootProperty().subscribe(root -> dress(root, texts));
    }

    private void dress(Parent root, Texts texts) {
        if (!root.getStyleClass().contains("farfield")) {
            root.getStyleClass().add("farfield");
            dark.subscribe(on -> {
                root.getStyleClass().removeAll("dark", "light");
                root.getStyleClass().add(on ? "dark" : "light");
            });
            texts.language()
                    .subscribe(language -> root.setStyle("-fx-font-family: \"" + Fonts.family(language) + "\";"));
        }
    }

    /** The workstation's own style sheet. */
    static String sheet() {
        URL url = Appearance.class.getResource("workstation.css");
        return Objects.requireNonNull(url, "workstation.css").toExternalForm();
    }
}
