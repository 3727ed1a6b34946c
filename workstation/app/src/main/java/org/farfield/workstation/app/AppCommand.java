package org.farfield.workstation.app;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.farfield.workstation.reading.Change;
import org.farfield.workstation.reading.History;

/**
 * One thing a person can do, said in one place: buttons, menus and keys all run the same command. FX thread.
 *
 * @param id stable, dotted: {@code window.preset.lung}
 * @param labelKey key of its name in the bundles
 * @param key default key binding
 * @param enabled whether it may run now
 * @param action does it; answers the change where it changed something that can be taken back
 */
public record AppCommand(
        String id,
        String labelKey,
        Optional<KeyCombination> key,
        ObservableBooleanValue enabled,
        Supplier<Optional<Change>> action) {

    /** A command that leaves nothing to take back; always enabled. */
    public static AppCommand of(String id, String labelKey, Runnable action) {
        return of(id, labelKey, new ReadOnlyBooleanWrapper(true), action);
    }

    /** A command that leaves nothing to take back. */
    public static AppCommand of(String id, String labelKey, ObservableBooleanValue enabled, Runnable action) {
        return undoable(id, labelKey, enabled, () -> {
            action.run();
            return Optional.empty();
        });
    }

    /** A command whose effect can be taken back. */
    public static AppCommand undoable(
            String id, String labelKey, ObservableBooleanValue enabled, Supplier<Optional<Change>> action) {
        return new AppCommand(id, labelKey, Optional.empty(), enabled, action);
    }

    /** The same with a default key binding, as {@link KeyCombination#valueOf} reads it ("Ctrl+O", "1", "F11"). */
    public AppCommand withKey(String binding) {
        return new AppCommand(id, labelKey, Optional.of(KeyCombination.valueOf(binding)), enabled, action);
    }

    /** Runs it where it is enabled and lets {@code history} remember what can be taken back. */
    public void execute(History history) {
        if (enabled.get()) {
            action.get().ifPresent(history::push);
        }
    }
}
