package org.farfield.workstation.app;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A few short lines in one corner of a viewport, on a dark backing that keeps them readable over bright anatomy. */
class Corner extends VBox {
    private final String style;

    Corner(String style, Pos alignment) {
        this.style = style;
        getStyleClass().addAll("corner", style);
        setAlignment(alignment);
        setFillWidth(false);
    }

    /** Shows these lines; empty ones take no room. */
    void say(List<String> lines) {
        List<String> words = lines.stream().filter(line -> !line.isBlank()).toList();
        while (getChildren().size() < words.size()) {
            Label label = new Label();
            label.getStyleClass().add(style + "-line-" + getChildren().size());
            getChildren().add(label);
        }
        while (getChildren().size() > words.size()) {
            getChildren().removeLast();
        }
        for (int i = 0; i < words.size(); i++) {
            ((Label) getChildren().get(i)).setText(words.get(i));
        }
    }

    /** What it says now. */
    List<String> lines() {
        return getChildren().stream().map(node -> ((Label) node).getText()).toList();
    }
}
