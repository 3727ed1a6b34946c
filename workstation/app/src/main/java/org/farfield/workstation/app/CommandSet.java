package org.farfield.workstation.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.farfield.workstation.reading.History;

/** Everything a person can do in a window, by id and by key. FX thread. */
public final class CommandSet {
    private final History history;
    private final ObservableList<AppCommand> commands = FXCollections.observableArrayList();
    private final Map<KeyCombination, AppCommand> byKey = new LinkedHashMap<>();

    /** No commands yet; what they change goes into {@code history}. */
    public CommandSet(History history) {
        this.history = history;
    }

    /**
     * Adds a command.
     *
     * @throws IllegalArgumentException where its id or its key is taken
     */
    public void add(AppCommand command) {
        if (find(command.id()).isPresent()) {
            throw new IllegalArgumentException("two commands " + command.id());
        }
        command.key().ifPresent(key -> {
            if (StopKeys.hold(key)) {
                throw new IllegalArgumentException(key + " stops the scan and cannot be " + command.id());
            }
            AppCommand other = byKey.putIfAbsent(key, command);
            if (other != null) {
                throw new IllegalArgumentException(key + " is bound to " + other.id() + " and to " + command.id());
            }
        });
        commands.add(command);
    }

    public ObservableList<AppCommand> all() {
        return FXCollections.unmodifiableObservableList(commands);
    }

    public Optional<AppCommand> find(String id) {
        return commands.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /** The command of an id that must be there. */
    public AppCommand get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no command " + id));
    }

    public void run(AppCommand command) {
        command.execute(history);
    }

    /** Lets the keys work in a scene. Plain keys stay letters and digits while somebody types in a field. */
    void listenTo(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown();
            if (plain && typing(scene.getFocusOwner())) {
                return;
            }
            for (Map.Entry<KeyCombination, AppCommand> entry : byKey.entrySet()) {
                if (entry.getKey().match(event)) {
                    run(entry.getValue());
                    event.consume();
                    return;
                }
            }
        });
    }

    private static boolean typing(Node owner) {
        return owner instanceof TextInputControl field && field.isEditable();
    }
}
