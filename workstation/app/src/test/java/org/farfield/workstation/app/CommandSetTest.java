package org.farfield.workstation.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.farfield.workstation.reading.Change;
import org.farfield.workstation.reading.History;
import org.farfield.workstation.reading.ReadingModel;
import org.junit.jupiter.api.Test;

class CommandSetTest {
    private final History history = new History();
    private final CommandSet commands = new CommandSet(history);
    private int runs;

    @Test
    void twoCommandsNeverShareAnIdOrAKey() {
        commands.add(AppCommand.of("a", "a", () -> runs++).withKey("F7"));
        AppCommand sameId = AppCommand.of("a", "b", () -> runs++);
        AppCommand sameKey = AppCommand.of("b", "b", () -> runs++).withKey("F7");
        assertThrows(IllegalArgumentException.class, () -> commands.add(sameId));
        assertThrows(IllegalArgumentException.class, () -> commands.add(sameKey));
        assertEquals(1, commands.all().size());
    }

    @Test
    void noCommandTakesAKeyThatStopsTheScan() {
        for (String key : new String[] {"Pause", "Shortcut+Shift+S"}) {
            AppCommand command = AppCommand.of("a", "a", () -> runs++).withKey(key);
            assertThrows(IllegalArgumentException.class, () -> commands.add(command), key);
        }
    }

    @Test
    void aDisabledCommandDoesNothing() {
        SimpleBooleanProperty enabled = new SimpleBooleanProperty(false);
        AppCommand command = AppCommand.of("a", "a", enabled, () -> runs++);
        commands.run(command);
        assertEquals(0, runs);
        enabled.set(true);
        commands.run(command);
        assertEquals(1, runs);
    }

    @Test
    void whatACommandChangedCanBeTakenBack() {
        commands.run(AppCommand.undoable("a", "a", new SimpleBooleanProperty(true), () -> {
            runs++;
            return Optional.of(new Change("a", () -> runs--, () -> runs++));
        }));
        history.undo();
        assertEquals(0, runs);
    }

    @Test
    void everyReadingCommandCanBeReachedFromTheKeyboard() {
        ReadingCommands.addTo(commands, new ReadingModel());
        Set<KeyCombination> keys = new HashSet<>();
        for (AppCommand command : commands.all()) {
            assertTrue(command.key().isPresent(), command.id());
            assertTrue(keys.add(command.key().orElseThrow()), command.id());
        }
    }
}
