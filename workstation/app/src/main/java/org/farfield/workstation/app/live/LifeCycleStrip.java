package org.farfield.workstation.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.farfield.remote.protocol.PlanState;
import org.farfield.workstation.app.Texts;

/** The life of the plan from DRAFT to its end, with the present step lit; all dark while it is unknown. */
final class LifeCycleStrip extends HBox {

    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass ENDED_BADLY = PseudoClass.getPseudoClass("ended-badly");
    private static final List<PlanState> STEPS = List.of(
            PlanState.DRAFT,
            PlanState.CHECKED,
            PlanState.PROPOSED,
            PlanState.ACCEPTED,
            PlanState.ARMED,
            PlanState.RUNNING,
            PlanState.DONE);

    private final Texts texts;
    private final List<Label> labels = new ArrayList<>();

    LifeCycleStrip(Texts texts) {
        this.texts = texts;
        setId("life-cycle");
        getStyleClass().add("life-cycle");
        for (PlanState step : STEPS) {
            Label label = new Label();
            label.setId("step-" + step.name());
            label.getStyleClass().add("life-step");
            label.setMaxWidth(Double.MAX_VALUE);
            label.setPrefWidth(10);
            setHgrow(label, Priority.ALWAYS);
            labels.add(label);
        }
        getChildren().addAll(labels);
    }

    void show(Optional<PlanState> state) {
        boolean badly = state.filter(now -> now == PlanState.STOPPED || now == PlanState.LAPSED)
                .isPresent();
        int at = badly ? STEPS.size() - 1 : state.map(STEPS::indexOf).orElse(-1);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            PlanState step = badly && i == at ? state.orElseThrow() : STEPS.get(i);
            boolean past = i < at && !badly;
            label.setText((past ? "✓ " : i == at ? "▸ " : "") + Words.of(texts, "plan-state", step));
            label.pseudoClassStateChanged(PAST, past);
            label.pseudoClassStateChanged(NOW, i == at && !badly);
            label.pseudoClassStateChanged(ENDED_BADLY, i == at && badly);
        }
        setAccessibleText(
                state.map(now -> Words.of(texts, "plan-state", now)).orElseGet(() -> texts.get("phase.UNKNOWN")));
    }
}
