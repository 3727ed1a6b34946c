package org.farfield.workstation.app.live;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.ComboBox;
import org.farfield.workstation.app.ChosenWords;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.PlanDraft;

/** A word of the plan that is picked from a list: the kernel, the localizer's view. FX thread. */
final class WordCell<T> extends PlanCell {

    private final Texts texts;
    private final ConsoleModel console;
    private final String key;
    private final Function<ConsoleModel, List<T>> allowed;
    private final Function<PlanDraft, T> value;
    private final Predicate<PlanDraft> changed;
    private final ComboBox<T> choice = new ComboBox<>();
    private boolean showing;

    WordCell(
            Texts texts,
            ConsoleModel console,
            String key,
            Function<ConsoleModel, List<T>> allowed,
            Function<PlanDraft, T> value,
            Predicate<PlanDraft> changed,
            BiConsumer<PlanDraft, T> set,
            Function<T, String> word) {
        super(key);
        this.texts = texts;
        this.console = console;
        this.key = key;
        this.allowed = allowed;
        this.value = value;
        this.changed = changed;
        input(choice, key);
        choice.setConverter(new ChosenWords<>(word));
        choice.valueProperty().subscribe((before, now) -> {
            if (!showing && now != null) {
                console.draft().get().ifPresent(draft -> set.accept(draft, now));
                console.commitEdits();
            }
        });
    }

    @Override
    void refresh() {
        console.draft().get().ifPresent(draft -> {
            showing = true;
            List<T> values = allowed.apply(console);
            if (!choice.getItems().equals(values)) {
                choice.getItems().setAll(values);
            }
            choice.setValue(value.apply(draft));
            showing = false;
            boolean outside = !values.isEmpty() && !values.contains(value.apply(draft));
            mark(
                    texts,
                    texts.get("field." + key),
                    texts.get("limit.values", values.size()),
                    "",
                    outside ? Optional.of(texts.get("outside.choice")) : Optional.empty(),
                    changed.test(draft));
        });
    }
}
