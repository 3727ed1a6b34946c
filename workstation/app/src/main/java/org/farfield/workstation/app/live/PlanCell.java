package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.farfield.workstation.app.Texts;

/** One field of the plan editor: its name and what is allowed above, the input and its unit below. FX thread. */
abstract class PlanCell extends VBox {

    private static final PseudoClass VIOLATED = PseudoClass.getPseudoClass("violated");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static final double UNIT_WIDTH = 22;

    private final Label name = new Label();
    private final Label limits = new Label();
    private final Label unit = new Label();
    private final HBox below = new HBox(4);

    PlanCell(String id) {
        super(1);
        setId("cell-" + id);
        name.getStyleClass().add("plan-label");
        name.setMinWidth(Region.USE_PREF_SIZE);
        limits.getStyleClass().add("plan-limits");
        unit.getStyleClass().add("live-muted");
        unit.setMinWidth(UNIT_WIDTH);
        unit.setPrefWidth(UNIT_WIDTH);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox above = new HBox(4, name, gap, limits);
        above.setAlignment(Pos.BASELINE_LEFT);
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(above, below);
    }

    /** The input of this field, grown to the cell's width. */
    final void input(Region input, String id) {
        input.setId("input-" + id);
        input.getStyleClass().add("plan-input");
        input.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(input, Priority.ALWAYS);
        name.setLabelFor(input);
        below.getChildren().setAll(input, unit);
    }

    /**
     * Shows the cell's words and marks.
     *
     * @param allowed what the scanner allows, short
     * @param wrong the word for what is wrong with the value, if anything is
     * @param changed whether the value was not taken by the gateway yet
     */
    final void mark(
            Texts texts, String label, String allowed, String unitText, Optional<String> wrong, boolean changed) {
        name.setText(label);
        unit.setText(unitText);
        limits.setText(wrong.map(word -> "✕ " + word).orElse(changed ? "✎ " + texts.get("plan.not-sent") : allowed));
        limits.pseudoClassStateChanged(VIOLATED, wrong.isPresent());
        for (Node node : below.getChildren()) {
            node.pseudoClassStateChanged(VIOLATED, wrong.isPresent());
            node.pseudoClassStateChanged(CHANGED, changed);
        }
    }

    /** Shows the value, unless the person is typing it now. */
    abstract void refresh();
}
