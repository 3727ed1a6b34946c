package org.farfield.workstation.app.archive;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.archive.ArchiveModel;
import org.farfield.workstation.reading.archive.Notice;
import org.farfield.workstation.reading.archive.StudySource;
import org.farfield.workstation.study.archive.FoundStudy;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What can be done with the chosen study or source, how far it is, and what came of it. FX thread. */
final class ActionBar extends VBox {
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");

    private final ArchiveModel model;
    private final Texts texts;

    ActionBar(ArchiveModel model, StudyTable table, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("archive-actions");
        getStyleClass().add("archive-actions");
        BooleanBinding none = Bindings.isNull(table.getSelectionModel().selectedItemProperty());
        Button open = button(
                "open", Material2OutlinedAL.FOLDER_OPEN, () -> table.chosen().ifPresent(model::open));
        open.disableProperty().bind(none.or(model.busy()));
        showWhen(open, model.local());
        Button retrieve = button(
                "retrieve",
                Material2OutlinedAL.ARROW_DOWNWARD,
                () -> table.chosen().ifPresent(model::retrieve));
        retrieve.disableProperty().bind(none.or(model.busy()));
        showWhen(retrieve, model.local().not());
        Button test = button("test", Material2OutlinedMZ.NETWORK_CHECK, model::test);
        test.disableProperty().bind(model.busy());
        showWhen(test, model.local().not());
        MenuButton send = send(study -> table.chosen().ifPresent(study));
        send.disableProperty().bind(none.or(model.busy()));
        showWhen(send, model.local());
        Button cancel = button("cancel", Material2OutlinedAL.CANCEL, model::cancel);
        cancel.disableProperty().bind(model.busy().not());
        ProgressBar progress = new ProgressBar();
        progress.setId("archive-progress");
        progress.progressProperty().bind(model.progress());
        progress.visibleProperty().bind(model.busy());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, open, retrieve, send, test, space, progress, cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(buttons, notice());
    }

    private Label notice() {
        Label words = new Label();
        words.setId("archive-notice");
        words.setWrapText(true);
        words.getStyleClass().add("archive-notice");
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(model.notice().get()), model.notice(), texts.language()));
        model.notice().subscribe(notice -> {
            words.pseudoClassStateChanged(FAULT, notice.fault());
            words.setGraphic(notice.fault() ? new FontIcon(Material2OutlinedMZ.WARNING) : null);
        });
        return words;
    }

    /** A place without a name is the store. */
    private String words(Notice notice) {
        Object[] values = notice.values().stream()
                .map(value -> value.equals("") ? texts.get("archive.local") : value)
                .toArray();
        return notice.key().isEmpty() ? " " : texts.get(notice.key(), values);
    }

    private MenuButton send(Consumer<Consumer<FoundStudy>> chosen) {
        MenuButton menu = new MenuButton();
        menu.setId("archive-send");
        menu.setGraphic(new FontIcon(Material2OutlinedMZ.SEND));
        menu.textProperty().bind(texts.bind("archive.send"));
        for (StudySource source : model.sources()) {
            source.archive().ifPresent(archive -> {
                MenuItem item = new MenuItem(archive.name());
                item.setOnAction(event -> chosen.accept(study -> model.send(study, archive)));
                menu.getItems().add(item);
            });
        }
        return menu;
    }

    private Button button(String name, Ikon icon, Runnable action) {
        Button button = new Button();
        button.setId("archive-" + name);
        button.setGraphic(new FontIcon(icon));
        button.textProperty().bind(texts.bind("archive." + name));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static void showWhen(Node node, javafx.beans.value.ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
