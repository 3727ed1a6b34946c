package org.farfield.workstation.app.live;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** What a person reads in a pane, and what of it is cut off. */
final class PaneText {
    private PaneText() {}

    /** As of the next picture: what a scroll pane holds is there only once that is laid out. */
    static String allText(Node node) throws Exception {
        return Fx.run(() -> {
            node.getScene().getRoot().applyCss();
            node.getScene().getRoot().layout();
            List<String> texts = new ArrayList<>();
            collect(node, texts);
            return String.join(" ", texts);
        });
    }

    private static void collect(Node node, List<String> texts) {
        if (node instanceof Labeled labeled) {
            texts.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    /** Labels whose text is shown shortened, and nodes that stick out of their pane. */
    static List<String> cutOff(Node node) {
        List<String> faults = new ArrayList<>();
        cutOff(node, node.localToScreen(node.getLayoutBounds()), faults);
        return faults;
    }

    private static void cutOff(Node node, Bounds pane, List<String> faults) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
            Bounds at = node.localToScreen(node.getLayoutBounds());
            boolean shortened = labeled.lookupAll(".text").stream()
                    .filter(Text.class::isInstance)
                    .map(text -> ((Text) text).getText().replace("\n", ""))
                    .noneMatch(text -> text.equals(labeled.getText().replace("\n", "")));
            if (shortened || at.getMaxX() > pane.getMaxX() + 1 || at.getMaxY() > pane.getMaxY() + 1) {
                faults.add(labeled.getText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> cutOff(child, pane, faults));
        }
    }
}
