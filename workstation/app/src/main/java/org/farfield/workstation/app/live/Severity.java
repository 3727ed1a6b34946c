package org.farfield.workstation.app.live;

import java.util.List;
import javafx.scene.Node;

/** How good a value is, as a style: the word beside it says the same. */
enum Severity {
    PLAIN(""),
    GOOD("live-good"),
    ATTENTION("live-attention"),
    BAD("live-bad");

    private static final List<String> ALL = List.of("live-good", "live-attention", "live-bad");

    private final String style;

    Severity(String style) {
        this.style = style;
    }

    /** Gives the node this severity's style and takes any other away. */
    void mark(Node node) {
        if (!style.isEmpty() && node.getStyleClass().contains(style)) {
            return;
        }
        node.getStyleClass().removeAll(ALL);
        if (!style.isEmpty()) {
            node.getStyleClass().add(style);
        }
    }
}
