package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.farfield.remote.protocol.PlanState;
import org.farfield.remote.protocol.ScannerPhase;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.ChatModel;
import org.farfield.workstation.reading.live.HeardSession;
import org.farfield.workstation.reading.live.LocalModel;
import org.farfield.workstation.reading.live.Numbers;

/**
 * What stands at the scanner: scanner, patient and control at the left, exactly what will run at the right, hold to
 * release and STOP below. Large and calm: read from a metre. FX thread.
 */
public final class LocalPane extends VBox {

    private final Texts texts;
    private final LocalModel local;
    private final ScannerCard scanner;
    private final PatientCard patient;
    private final IdentityCard identity;
    private final LeaseCard lease;
    private final VerdictList verdicts;
    private final ChatPane chat;
    private final LifeCycleStrip lifeCycle;
    private final PlanTable plan;
    private final DoseCard dose;
    private final Button accept = new Button();
    private final Button reject = new Button();
    private final Button arm = new Button();
    private final Button disarm = new Button();
    private final HoldButton hold;
    private final StopButton stop;

    /** The place of a local operator; the texts hold the live bundle. */
    public LocalPane(Texts texts, LocalModel local, ChatModel talk) {
        this.texts = texts;
        this.local = local;
        setId("local");
        getStyleClass().add("local-window");
        getStylesheets().add(LiveLook.sheet());
        scanner = new ScannerCard(texts);
        patient = new PatientCard(texts);
        identity = new IdentityCard(texts, local);
        lease = new LeaseCard(texts, local);
        verdicts = new VerdictList(texts, 3);
        chat = new ChatPane(texts, talk, this::requestFocus);
        lifeCycle = new LifeCycleStrip(texts);
        plan = new PlanTable(texts, local);
        dose = new DoseCard(texts, "authorise", local::authoriseDose);
        hold = new HoldButton(local::hold);
        stop = new StopButton(texts, local::stop);
        button(accept, "accept", local::accept);
        accept.getStyleClass().add("accent");
        button(reject, "reject", () -> local.reject(texts.get("plan.reject.reason")));
        button(arm, "arm", local::arm);
        arm.getStyleClass().add("accent");
        button(disarm, "disarm", local::disarm);
        HBox middle = new HBox(12, left(), right());
        setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(lifeCycle, middle, bottom());
    }

    /** In a low window the cards scroll: chat, hold and STOP keep their places. */
    private VBox left() {
        VBox cards = new VBox(12, scanner, patient, identity, lease, verdicts);
        VBox.setVgrow(verdicts, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(cards);
        scroll.getStyleClass().add("live-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(12, scroll, chat);
        left.setPrefWidth(430);
        left.setMinWidth(430);
        left.setMaxWidth(430);
        return left;
    }

    private VBox right() {
        HBox row = new HBox(8, accept, reject, arm, disarm);
        for (Button button : new Button[] {accept, reject, arm, disarm}) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setPrefWidth(10);
        }
        VBox right = new VBox(12, plan, dose, row);
        VBox.setVgrow(plan, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return right;
    }

    private HBox bottom() {
        HBox bottom = new HBox(12, hold, stop);
        HBox.setHgrow(hold, Priority.ALWAYS);
        hold.setMinHeight(120);
        stop.setMaxHeight(Double.MAX_VALUE);
        stop.setMinWidth(280);
        stop.setPrefWidth(280);
        return bottom;
    }

    private static void button(Button button, String id, Runnable action) {
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
    }

    /** Shows what the model holds now. */
    public void refresh() {
        HeardSession heard = local.heard().get();
        scanner.show(heard);
        patient.show(heard);
        identity.show();
        lease.show();
        verdicts.show(local.verdicts());
        chat.show();
        lifeCycle.show(heard.state().map(SessionState::planState));
        plan.show();
        dose.show(local.dose(), local.mayAuthoriseDose());
        accept.setText(texts.get("plan.accept"));
        reject.setText(texts.get("plan.reject"));
        arm.setText(texts.get("plan.arm"));
        disarm.setText(texts.get("plan.disarm"));
        accept.setDisable(!local.mayAccept());
        reject.setDisable(!local.mayReject());
        arm.setDisable(!local.mayArm());
        disarm.setDisable(!local.mayDisarm());
        showHold(heard.state());
    }

    private void showHold(Optional<SessionState> state) {
        boolean ready = local.mayHold();
        String word = texts.get(local.held().get() ? "hold.held" : ready ? "hold.ready" : "hold.idle");
        hold.show(word, hint(state), ready, local.held().get());
    }

    private String hint(Optional<SessionState> state) {
        if (state.isEmpty()) {
            return texts.get("hold.hint.unknown");
        }
        SessionState now = state.get();
        if (now.planState() == PlanState.PROPOSED && !now.patient().identityConfirmed()) {
            return texts.get("hold.hint.identity");
        }
        if (now.planState() == PlanState.ARMED && now.armedUntilMillis().isPresent()) {
            double left = Math.max(0, now.armedUntilMillis().getAsLong() - local.gatewayMillis()) / 1000.0;
            return texts.get("hold.hint.armed", Numbers.fixed(Math.ceil(left), 0));
        }
        if (now.planState() == PlanState.RUNNING && now.scanner().phase() == ScannerPhase.EXPOSING) {
            return texts.get("hold.hint.exposing");
        }
        if (now.planState() == PlanState.RUNNING && now.scanner().phase() == ScannerPhase.RECONSTRUCTING) {
            return texts.get("hold.hint.reconstructing");
        }
        return texts.get("hold.hint." + now.planState().name());
    }
}
