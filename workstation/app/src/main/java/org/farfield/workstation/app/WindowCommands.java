package org.farfield.workstation.app;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;

/** What can be done to the window as a whole. */
final class WindowCommands {
    private WindowCommands() {}

    static void addTo(CommandSet commands, WorkstationWindow window) {
        commands.add(AppCommand.of("load.cancel", "load.cancel", window.load().busy(), window.load()::cancel)
                .withKey("Esc"));
        commands.add(AppCommand.of("folder.open", "folder.open", () -> choose(window))
                .withKey("Shortcut+O"));
        commands.add(AppCommand.of("app.keys", "app.keys", () -> keys(window)).withKey("F1"));
        commands.add(AppCommand.of(
                        "app.palette",
                        "app.palette",
                        () -> new CommandPalette(
                                        commands,
                                        window.texts(),
                                        window.appearance().dark().get())
                                .show(window.view()))
                .withKey("Shortcut+P"));
        commands.add(AppCommand.of("app.browser", "app.browser", window::toggleBrowser)
                .withKey("B"));
        commands.add(AppCommand.of("app.theme", "app.theme", () -> {
                    var dark = window.appearance().dark();
                    dark.set(!dark.get());
                })
                .withKey("Shortcut+T"));
        commands.add(AppCommand.of("app.language", "app.language", () -> {
                    var language = window.texts().language();
                    language.set(language.get() == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH);
                })
                .withKey("Shortcut+L"));
    }

    private static void keys(WorkstationWindow window) {
        Node button = window.content().lookup("#" + CommandButtons.nodeId("app.keys"));
        new KeyList(window.commands(), window.texts()).show(button == null ? window.content() : button);
    }

    private static void choose(WorkstationWindow window) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(window.texts().get("folder.choose"));
        File folder = chooser.showDialog(window.content().getScene().getWindow());
        if (folder != null) {
            window.opening().open(List.of(folder.toPath()));
        }
    }
}
