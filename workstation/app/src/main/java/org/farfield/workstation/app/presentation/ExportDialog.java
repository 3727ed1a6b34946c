package org.farfield.workstation.app.presentation;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;

/** Asks what to export and whether names may be in it, then where to. FX thread. */
final class ExportDialog {
    private static final double WIDTH = 420;

    private final PresentationDesk desk;
    private final WorkstationWindow window;
    private final Texts texts;
    private final RadioButton active;
    private final RadioButton whole;
    private final RadioButton moving;
    private final CheckBox named;

    ExportDialog(PresentationDesk desk, Texts texts) {
        this.desk = desk;
        this.window = desk.window();
        this.texts = texts;
        ToggleGroup what = new ToggleGroup();
        this.active = choice("export.active", what);
        this.whole = choice("export.whole", what);
        this.moving = choice("export.moving", what);
        active.setSelected(true);
        this.named = new CheckBox(texts.get("export.named"));
    }

    private RadioButton choice(String key, ToggleGroup what) {
        RadioButton button = new RadioButton(texts.get(key));
        button.setToggleGroup(what);
        return button;
    }

    /** What the dialog shows. */
    VBox content() {
        Label note = new Label(texts.get("export.note"));
        note.setWrapText(true);
        note.setPrefWidth(WIDTH);
        note.getStyleClass().add("text-muted");
        return new VBox(10, active, whole, moving, named, note);
    }

    void show() {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(window.content().getScene().getWindow());
        dialog.setTitle(texts.get("export.title"));
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane()
                .getStylesheets()
                .setAll(window.content().getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        dialog.showAndWait().filter(ButtonType.OK::equals).ifPresent(chosen -> choose());
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("export.title"));
        chooser.setInitialFileName(moving.isSelected() ? "farfield.gif" : "farfield.png");
        for (PictureFile kind : PictureFile.values()) {
            if ((kind == PictureFile.GIF) == moving.isSelected()) {
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
            }
        }
        Optional<File> file = Optional.ofNullable(
                chooser.showSaveDialog(window.content().getScene().getWindow()));
        file.ifPresent(each -> export(each.toPath()));
    }

    private void export(Path file) {
        boolean fits = PictureFile.of(file)
                .filter(kind -> (kind == PictureFile.GIF) == moving.isSelected())
                .isPresent();
        if (fits) {
            desk.export(
                    whole.isSelected(),
                    named.isSelected(),
                    file,
                    failure -> failure.ifPresent(e -> failed(file, e.toString())));
        } else {
            failed(file, texts.get("export.kind"));
        }
    }

    private void failed(Path file, String why) {
        Alert alert = new Alert(Alert.AlertType.ERROR, texts.get("export.failed", file, why), ButtonType.OK);
        alert.initOwner(window.content().getScene().getWindow());
        alert.setHeaderText(null);
        alert.show();
    }
}
