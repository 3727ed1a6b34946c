package org.farfield.workstation.app.live;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A small group of lines under a heading. FX thread. */
class Card extends VBox {

    private final Label heading = new Label();

    Card() {
        getStyleClass().add("live-card");
        heading.getStyleClass().add("live-heading");
        getChildren().add(heading);
    }

    final void heading(String text) {
        heading.setText(text);
    }

    final void lines(Node... nodes) {
        getChildren().addAll(nodes);
    }

    static Label line(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label wrapped(String... styles) {
        Label label = line(styles);
        label.setWrapText(true);
        return label;
    }

    /** A line with no text takes no room. */
    static void say(Label label, String text, Severity severity) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
        severity.mark(label);
    }
}
