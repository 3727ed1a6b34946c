package org.farfield.workstation.app;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons of commands: named, enabled and explained by the command itself. */
public final class CommandButtons {
    private final CommandSet commands;
    private final Texts texts;

    /** Buttons of these commands, named in the language of the moment. */
    public CommandButtons(CommandSet commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
    }

    /** The id of the node that runs a command: dots become dashes. */
    static String nodeId(String commandId) {
        return commandId.replace('.', '-');
    }

    /** A button that shows only its icon. */
    public Button icon(String id, Ikon ikon) {
        Button button = command(new Button(), id);
        button.setGraphic(new FontIcon(ikon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    /** A button with icon and words. */
    public Button labelled(String id, Ikon ikon) {
        Button button = command(new Button(), id);
        button.setGraphic(new FontIcon(ikon));
        return button;
    }

    /** A toggle that shows only its icon. */
    public ToggleButton toggle(String id, Ikon ikon) {
        ToggleButton button = command(new ToggleButton(), id);
        button.setGraphic(new FontIcon(ikon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }

    ToggleButton words(String id) {
        return command(new ToggleButton(), id);
    }

    private <B extends ButtonBase> B command(B button, String id) {
        AppCommand command = commands.get(id);
        button.setId(nodeId(id));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(texts.bind(command.labelKey()));
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(event -> commands.run(command));
        button.setTooltip(tip(id));
        return button;
    }

    /** The command's name and key. */
    Tooltip tip(String id) {
        AppCommand command = commands.get(id);
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(texts.bind(command.labelKey())
                        .map(words -> command.key()
                                .map(key -> words + "  (" + keyName(key) + ")")
                                .orElse(words)));
        return tip;
    }

    private static String keyName(KeyCombination key) {
        return key.getDisplayText();
    }
}
