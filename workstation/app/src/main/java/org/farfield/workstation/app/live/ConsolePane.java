package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.LiveSeriesModel;

/**
 * The remote operator's console beside the images: localizer, scanner, link and patient above; the plan and its life in
 * the middle; what the gateway answered, and STOP, below. Everything on it follows {@link #refresh}. FX thread.
 */
public final class ConsolePane extends VBox {

    private static final double WIDTH = 560;
    private static final double TOP_HEIGHT = 292;

    private final Texts texts;
    private final ConsoleModel console;
    private final ScannerCard scanner;
    private final LinkCard link;
    private final PatientCard patient;
    private final LocalizerPane localizer;
    private final LifeCycleStrip lifeCycle;
    private final PlanEditor editor;
    private final ReadBackBanner readBack;
    private final DoseCard dose;
    private final VerdictList verdicts;
    private final ProgressCard progress;
    private final StopButton stop;
    private final ChatPane chat;
    private final Button request = new Button();
    private final Button release = new Button();
    private final Button propose = new Button();

    /** A console over a session; the texts hold the live bundle. Control, the proposal and STOP never scroll away. */
    ConsolePane(Texts texts, ConsoleModel console, LiveSeriesModel series, ChatPane chat) {
        this.texts = texts;
        this.console = console;
        this.chat = chat;
        setId("console");
        getStyleClass().add("live-pane");
        getStylesheets().add(LiveLook.sheet());
        scanner = new ScannerCard(texts);
        link = new LinkCard(texts);
        patient = new PatientCard(texts);
        localizer = new LocalizerPane(texts, console, series, this::refresh);
        lifeCycle = new LifeCycleStrip(texts);
        editor = new PlanEditor(texts, console, this::refreshPlan);
        readBack = new ReadBackBanner(texts, console);
        dose = new DoseCard(texts, "explain", console::explainDose);
        verdicts = new VerdictList(texts, 3);
        progress = new ProgressCard(texts, series);
        stop = new StopButton(texts, console::stop);
        button(request, "request", console::requestLease);
        button(release, "release", console::releaseLease);
        button(propose, "propose", this::proposeOrWithdraw);
        propose.getStyleClass().add("accent");
        VBox above = new VBox(6, top(), lifeCycle, editor, dose, readBack, progress, verdicts);
        ScrollPane scroll = new ScrollPane(above);
        scroll.getStyleClass().add("live-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        HBox buttons = buttons();
        buttons.setMinHeight(USE_PREF_SIZE);
        stop.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(scroll, buttons, chat, stop);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
    }

    private HBox top() {
        VBox facts = new VBox(6, scanner, link, patient);
        HBox.setHgrow(facts, Priority.ALWAYS);
        facts.setMinWidth(0);
        facts.setPrefWidth(WIDTH - TOP_HEIGHT - 18);
        VBox.setVgrow(patient, Priority.ALWAYS);
        localizer.setPrefSize(TOP_HEIGHT - 6, TOP_HEIGHT);
        localizer.setMinSize(TOP_HEIGHT - 6, TOP_HEIGHT);
        return new HBox(8, localizer, facts);
    }

    private HBox buttons() {
        HBox row = new HBox(8, request, release, propose);
        for (Button button : new Button[] {request, release, propose}) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setPrefWidth(10);
        }
        return row;
    }

    private static void button(Button button, String id, Runnable action) {
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
    }

    /** Where on the localizer's pane a place of the patient is drawn, once there is a localizer; mm, LPS. */
    public Optional<Point2D> onLocalizer(double acrossMm, double alongMm) {
        return localizer.locationOf(acrossMm, alongMm);
    }

    /** Shows what the models hold now. */
    public void refresh() {
        var heard = console.heard().get();
        scanner.show(heard);
        link.show(heard);
        patient.show(heard);
        lifeCycle.show(heard.state().map(SessionState::planState));
        verdicts.show(console.verdicts());
        progress.show();
        chat.show();
        stop.setDisable(!console.mayStop());
        refreshPlan();
    }

    ChatPane chat() {
        return chat;
    }

    private void refreshPlan() {
        localizer.show();
        editor.show();
        readBack.show();
        dose.show(console.dose(), console.mayExplainDose());
        request.setText(texts.get("lease.request"));
        release.setText(texts.get("lease.release"));
        boolean withdraw = console.mayWithdraw();
        propose.setText(texts.get(withdraw ? "plan.withdraw" : "plan.propose"));
        request.setDisable(!console.mayRequestLease());
        release.setDisable(!console.mayReleaseLease());
        propose.setDisable(!withdraw && !console.mayPropose());
    }

    private void proposeOrWithdraw() {
        if (console.mayWithdraw()) {
            console.withdraw();
        } else {
            console.propose();
        }
    }
}
