package org.farfield.workstation.app.archive;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.archive.ArchiveModel;
import org.farfield.workstation.reading.archive.StudySource;
import org.farfield.workstation.study.store.StoreUsage;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * The study browser: sources at the left, filter above, studies in the middle, what to do with them below. FX thread.
 */
final class ArchivePane extends BorderPane {
    ArchivePane(ArchiveModel model, Texts texts) {
        setId("archive");
        getStyleClass().add("archive");
        StudyTable table = new StudyTable(model, texts);
        setTop(new FilterBar(model, texts));
        setLeft(sources(model, texts));
        setCenter(table);
        setBottom(new ActionBar(model, table, texts));
    }

    private static VBox sources(ArchiveModel model, Texts texts) {
        ListView<StudySource> list = new ListView<>(model.sources());
        list.setId("archive-sources");
        list.accessibleTextProperty().bind(texts.bind("archive.sources"));
        list.setCellFactory(view -> new SourceCell(texts));
        list.getSelectionModel().select(model.source().get());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.source().set(chosen);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(8, list, receiving(model, texts));
        box.getStyleClass().add("archive-sources");
        return box;
    }

    private static VBox receiving(ArchiveModel model, Texts texts) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("archive-receive");
        toggle.textProperty().bind(texts.bind("archive.receive"));
        toggle.selectedProperty().subscribe(on -> {
            model.receiving().set(on);
            toggle.setSelected(model.receiving().on().get());
        });
        Label count = new Label();
        count.setId("archive-received");
        count.textProperty()
                .bind(texts.bind("archive.received", model.receiving().count()));
        Label usage = new Label();
        usage.setId("archive-usage");
        usage.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> usage(model.usage().get(), texts), model.usage(), texts.language()));
        VBox box = new VBox(4, toggle, count, usage);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static String usage(StoreUsage usage, Texts texts) {
        String used = gigabytes(usage.bytes());
        return usage.limited()
                ? texts.get("archive.usage.quota", used, gigabytes(usage.quotaBytes()))
                : texts.get("archive.usage", used);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
    }

    private static final class SourceCell extends ListCell<StudySource> {
        private final Texts texts;

        SourceCell(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(StudySource source, boolean empty) {
            super.updateItem(source, empty);
            textProperty().unbind();
            if (empty || source == null) {
                setText("");
                setGraphic(null);
                return;
            }
            if (source.archive().isPresent()) {
                setText(source.archive().get().name());
                setGraphic(new FontIcon(Material2OutlinedMZ.STORAGE));
            } else {
                textProperty().bind(texts.bind("archive.local"));
                setGraphic(new FontIcon(Material2OutlinedAL.COMPUTER));
            }
        }
    }
}
