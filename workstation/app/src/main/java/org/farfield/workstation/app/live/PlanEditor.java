package org.farfield.workstation.app.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.farfield.remote.protocol.LocalizerView;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.EditBlock;
import org.farfield.workstation.reading.live.Numbers;
import org.farfield.workstation.reading.live.PlanDraft;

/** The scan plan: which kind, every field with its limits, what follows from them. Disabled with the reason. */
final class PlanEditor extends Card {

    private static final int COLUMNS = 3;

    private final Texts texts;
    private final ConsoleModel console;
    private final Label kind = line("live-value");
    private final Label blocked = wrapped("live-value");
    private final Button newLocalizer = new Button();
    private final Button newHelical = new Button();
    private final GridPane grid = new GridPane(10, 4);
    private final Label derived = wrapped("live-muted");
    private final Map<PlanField, PlanCell> numbers = new EnumMap<>(PlanField.class);
    private final PlanCell kernel;
    private final PlanCell view;
    private Optional<PlanKind> laidOut = Optional.empty();

    PlanEditor(Texts texts, ConsoleModel console, Runnable edited) {
        this.texts = texts;
        this.console = console;
        for (PlanField field : PlanField.values()) {
            numbers.put(field, new NumberCell(texts, console, field, edited));
        }
        kernel = new WordCell<>(
                texts,
                console,
                "kernel",
                model -> model.limits().map(PlanLimits::kernels).orElse(List.of()),
                draft -> draft.plan().kernel(),
                PlanDraft::kernelChanged,
                PlanDraft::setKernel,
                name -> name);
        view = new WordCell<>(
                texts,
                console,
                "view",
                model -> List.of(LocalizerView.values()),
                draft -> draft.plan().view(),
                PlanDraft::viewChanged,
                PlanDraft::setView,
                each -> Words.of(texts, "view", each));
        newLocalizer.setId("new-localizer");
        newLocalizer.setOnAction(event -> console.beginPlan(PlanKind.LOCALIZER));
        newHelical.setId("new-helical");
        newHelical.setOnAction(event -> console.beginPlan(PlanKind.HELICAL));
        kind.setStyle("-fx-font-weight: bold");
        blocked.setId("edit-block");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(6, kind, gap, newLocalizer, newHelical);
        top.setAlignment(Pos.CENTER_LEFT);
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(third);
        }
        getChildren().clear();
        lines(top, blocked, grid, derived);
    }

    void show() {
        newLocalizer.setText(texts.get("plan.new.localizer"));
        newHelical.setText(texts.get("plan.new.helical"));
        Optional<EditBlock> block = console.editBlock();
        newLocalizer.setDisable(!console.mayBeginPlan());
        newHelical.setDisable(!console.mayBeginPlan());
        say(blocked, block.map(why -> "■ " + Words.of(texts, "block", why)).orElse(""), Severity.ATTENTION);
        grid.setDisable(block.isPresent());
        Optional<PlanDraft> draft = console.draft().get();
        draft.map(PlanDraft::plan).ifPresent(this::show);
        if (draft.isEmpty()) {
            kind.setText(texts.get("plan.none"));
        }
    }

    private void show(ScanPlan plan) {
        kind.setText(texts.get("plan.heading", Words.of(texts, "kind", plan.kind())));
        if (!laidOut.equals(Optional.of(plan.kind()))) {
            layOut(plan.kind());
        }
        cells(plan.kind()).forEach(PlanCell::refresh);
        showDerived(plan);
    }

    private void layOut(PlanKind planKind) {
        laidOut = Optional.of(planKind);
        grid.getChildren().clear();
        List<PlanCell> cells = cells(planKind);
        for (int i = 0; i < cells.size(); i++) {
            grid.add(cells.get(i), i % COLUMNS, i / COLUMNS);
        }
    }

    private List<PlanCell> cells(PlanKind planKind) {
        List<PlanCell> cells = new ArrayList<>();
        PlanDraft.fieldsOf(planKind).forEach(field -> cells.add(java.util.Objects.requireNonNull(numbers.get(field))));
        cells.add(planKind == PlanKind.HELICAL ? kernel : view);
        return cells;
    }

    private void showDerived(ScanPlan plan) {
        String length = Numbers.fixed(plan.lengthMm(), 1);
        String seconds = Double.isFinite(plan.scanSeconds()) ? Numbers.fixed(plan.scanSeconds(), 1) : "—";
        String speed = Numbers.fixed(plan.tableSpeedMmPerSecond(), 1);
        String words = plan.kind() == PlanKind.HELICAL
                ? texts.get(
                        "plan.derived.helical",
                        Numbers.fixed(plan.effectiveMas(), 0),
                        plan.plannedSlices(),
                        seconds,
                        speed,
                        length)
                : texts.get("plan.derived.localizer", seconds, speed, length);
        String whole = console.limits()
                .map(limits -> limits.check(plan).stream()
                        .filter(violation -> isOfTheWhole(violation.field()))
                        .map(violation -> texts.get(
                                "plan.whole",
                                texts.get("field." + violation.field()),
                                violation.value(),
                                violation.allowed()))
                        .collect(Collectors.joining("  ")))
                .orElse("");
        say(derived, whole.isEmpty() ? words : words + "\n✕ " + whole, whole.isEmpty() ? Severity.PLAIN : Severity.BAD);
    }

    private static boolean isOfTheWhole(String field) {
        return field.equals("length") || field.equals("slices") || field.equals("scan-time");
    }
}
