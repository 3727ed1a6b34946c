package org.farfield.workstation.app.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import org.farfield.remote.protocol.FieldLimit;
import org.farfield.remote.protocol.PlanField;
import org.farfield.remote.protocol.PlanLimits;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.Numbers;
import org.farfield.workstation.reading.live.PlanDraft;

/**
 * A number of the plan: typed where the scanner allows a range (the arrow keys move it by its step, Enter or leaving
 * the field sends it), picked where it allows a few values. FX thread.
 */
final class NumberCell extends PlanCell {

    private final Texts texts;
    private final ConsoleModel console;
    private final PlanField field;
    private final Runnable edited;
    private final TextField text = new TextField();
    private final ComboBox<String> choice = new ComboBox<>();
    private boolean showing;
    private boolean chosen;

    NumberCell(Texts texts, ConsoleModel console, PlanField field, Runnable edited) {
        super(field.word());
        this.texts = texts;
        this.console = console;
        this.field = field;
        this.edited = edited;
        input(text, field.word());
        text.textProperty().subscribe((before, now) -> typed(now));
        text.setOnAction(event -> console.commitEdits());
        text.focusedProperty().subscribe(focused -> {
            if (!focused) {
                console.commitEdits();
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        choice.valueProperty().subscribe((before, now) -> picked(now));
    }

    @Override
    void refresh() {
        PlanDraft draft = console.draft().get().orElse(null);
        Optional<PlanLimits> limits = console.limits();
        if (draft == null || limits.isEmpty()) {
            return;
        }
        Optional<FieldLimit> limit = Optional.ofNullable(limits.get().fields().get(field));
        if (limit.orElse(null) instanceof FieldLimit.Choice(List<Double> values)) {
            showChoice(values);
        }
        showing = true;
        String value = draft.text(field);
        if (chosen) {
            choice.setValue(value);
        } else if (!text.isFocused() || !sameNumber(text.getText(), value)) {
            text.setText(value);
        }
        showing = false;
        mark(
                texts,
                Words.field(texts, field),
                limit.map(allowed -> Words.limit(texts, allowed)).orElse(""),
                field.unit(),
                wrong(draft, limits.get()),
                draft.changed().contains(field));
    }

    private Optional<String> wrong(PlanDraft draft, PlanLimits limits) {
        if (draft.unreadable(field).isPresent()) {
            return Optional.of(texts.get("plan.unreadable"));
        }
        FieldLimit limit = limits.fields().get(field);
        double value = draft.plan().number(field);
        return limit == null || limit.allows(value)
                ? Optional.empty()
                : Optional.of(Words.outside(texts, limit, value));
    }

    private void showChoice(List<Double> values) {
        List<String> words = values.stream().map(Numbers::plain).toList();
        if (!chosen || !choice.getItems().equals(words)) {
            showing = true;
            chosen = true;
            choice.getItems().setAll(words);
            input(choice, field.word());
            showing = false;
        }
    }

    private void typed(String now) {
        if (!showing) {
            change(draft -> draft.type(field, now));
        }
    }

    private void picked(String now) {
        if (!showing && now != null) {
            change(draft -> draft.type(field, now));
            console.commitEdits();
        }
    }

    private void change(Consumer<PlanDraft> change) {
        console.draft().get().ifPresent(draft -> {
            change.accept(draft);
            edited.run();
        });
    }

    private void keyPressed(KeyEvent event) {
        int steps = switch (event.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            case PAGE_UP -> 10;
            case PAGE_DOWN -> -10;
            default -> 0;
        };
        Optional<PlanLimits> limits = console.limits();
        if (steps != 0 && limits.isPresent()) {
            change(draft -> draft.nudge(field, steps, limits.get()));
            event.consume();
        }
    }

    private static boolean sameNumber(String typed, String value) {
        return typed.equals(value) || Numbers.parse(typed).map(Numbers::plain).equals(Optional.of(value));
    }
}
