package org.farfield.workstation.app.archive;

import java.nio.file.Path;
import javafx.scene.control.Button;
import org.farfield.workstation.app.AppCommand;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.archive.NetworkSettings;
import org.farfield.workstation.study.archive.StudyNetwork;
import org.farfield.workstation.study.store.StudyStore;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * Adds the study browser to the workstation: a button above the list of studies, a command, and a window of its own.
 * Neither store nor network is touched before it is first asked for.
 *
 * @param settings the file of {@link NetworkSettings}
 * @param store the folder of the store
 */
public record ArchiveExtension(Path settings, Path store) implements WindowExtension {
    @Override
    public Attached attach(WorkstationWindow window) {
        Texts texts = window.texts().with(ArchivePane.class, "archive");
        ArchiveStage stage = new ArchiveStage(
                window,
                texts,
                DraftFolder.beside(store),
                () -> new StudyNetwork(NetworkSettings.read(settings), StudyStore.open(store)));
        AppCommand show =
                AppCommand.of("archive.show", "archive.show", stage::show).withKey("Shortcut+B");
        window.commands().add(show);
        Button button = new Button();
        button.setId("archive-show");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        button.setGraphic(new FontIcon(Material2OutlinedMZ.STORAGE));
        button.textProperty().bind(texts.bind("archive.show"));
        button.setOnAction(event -> window.commands().run(show));
        window.addAboveBrowser(button);
        return stage::close;
    }
}
