package org.farfield.workstation.app.live;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.ScanPlan;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.LocalModel;
import org.farfield.workstation.reading.live.Numbers;
import org.farfield.workstation.reading.live.PlanRow;

/** Exactly what will run, line by line, with what is different from the last accepted plan, and its hash. FX thread. */
final class PlanTable extends Card {

    private final Texts texts;
    private final LocalModel local;
    private final Label kind = line("live-big");
    private final GridPane grid = new GridPane();
    private final Label derived = wrapped("live-muted");
    private final Label hash = wrapped("live-value");
    private List<PlanRow> shown = List.of();
    private Object shownLanguage = "";

    PlanTable(Texts texts, LocalModel local) {
        this.texts = texts;
        this.local = local;
        grid.getStyleClass().add("plan-table");
        hash.setId("plan-hash");
        ColumnConstraints name = new ColumnConstraints();
        ColumnConstraints value = new ColumnConstraints();
        value.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(name, value);
        lines(kind, grid, derived, hash);
    }

    void show() {
        heading(texts.get("plan-table.heading"));
        Optional<ScanPlan> plan = local.heard().get().state().map(state -> state.plan());
        if (plan.isEmpty()) {
            say(kind, texts.get("phase.UNKNOWN"), Severity.ATTENTION);
            show(List.of());
            say(derived, "", Severity.PLAIN);
            say(hash, "", Severity.PLAIN);
            return;
        }
        say(kind, Words.of(texts, "kind", plan.get().kind()), Severity.PLAIN);
        show(PlanRow.of(plan.get(), local.lastAccepted()));
        say(derived, derived(plan.get()), Severity.PLAIN);
        showHash();
    }

    private void showHash() {
        var state = local.heard().get().state().orElseThrow();
        String digits = Words.shortHash(state.planSha256());
        if (state.proposedSha256().isEmpty()) {
            say(hash, texts.get("plan-table.hash.draft", digits), Severity.PLAIN);
        } else if (local.hashFits()) {
            say(hash, texts.get("plan-table.hash.fits", digits), Severity.GOOD);
        } else {
            say(hash, "✕ " + texts.get("plan-table.hash.differs", digits), Severity.BAD);
        }
    }

    private void show(List<PlanRow> rows) {
        if (rows.equals(shown) && texts.language().get().equals(shownLanguage)) {
            return;
        }
        shown = rows;
        shownLanguage = texts.language().get();
        grid.getChildren().clear();
        int line = 0;
        for (PlanRow row : rows) {
            if (!row.key().equals("kind")) {
                add(line++, row);
            }
        }
    }

    private void add(int line, PlanRow row) {
        Label name = line("plan-row-name");
        name.setText(texts.get("field." + row.key()));
        Label value = line("plan-row-value");
        value.setText(word(row, row.value()));
        Label unit = line("plan-row-name");
        unit.setText(row.unit());
        Label before = line("plan-row-before");
        before.setText(row.before()
                .map(text -> "◀ " + texts.get("plan-table.before", word(row, text)))
                .orElse(""));
        grid.addRow(line, name, value, unit, before);
    }

    private String word(PlanRow row, String value) {
        return row.key().equals("view") ? texts.get("view." + value) : value.replace('-', '\u2212');
    }

    private String derived(ScanPlan plan) {
        String seconds = Numbers.fixed(plan.scanSeconds(), 1);
        return plan.kind() == PlanKind.HELICAL
                ? texts.get(
                        "plan.derived.helical",
                        Numbers.fixed(plan.effectiveMas(), 0),
                        plan.plannedSlices(),
                        seconds,
                        Numbers.fixed(plan.tableSpeedMmPerSecond(), 1),
                        Numbers.fixed(plan.lengthMm(), 1))
                : texts.get(
                        "plan.derived.localizer",
                        seconds,
                        Numbers.fixed(plan.tableSpeedMmPerSecond(), 1),
                        Numbers.fixed(plan.lengthMm(), 1));
    }
}
