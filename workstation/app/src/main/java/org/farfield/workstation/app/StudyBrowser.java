package org.farfield.workstation.app;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.farfield.workstation.reading.FusionModel;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.study.DisplaySet;

/**
 * The list at the left: studies and their series, of opened folders and of the local store. A click or Enter shows a
 * series; with Shift it is laid over the one that is shown.
 */
final class StudyBrowser extends StackPane {
    private final ListView<StudyRow> list;
    private final ContextMenu menu = new ContextMenu();

    StudyBrowser(
            StudyListModel studies, LoadModel load, Texts texts, Consumer<StudyRow.OfSeries> show, FusionModel fusion) {
        setId("browser");
        getStyleClass().add("browser");
        list = new ListView<>(studies.rows());
        list.setId("study-list");
        list.accessibleTextProperty().bind(texts.bind("app.browser"));
        list.setCellFactory(view -> new StudyCell(studies, load, texts));
        Label none = new Label();
        none.setWrapText(true);
        none.getStyleClass().add("browser-empty");
        none.textProperty().bind(texts.bind("browser.empty"));
        list.setPlaceholder(none);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                chosen().ifPresent(event.isShiftDown() ? fusion::fuse : show);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(event.isShiftDown() ? fusion::fuse : show);
                event.consume();
            }
        });
        Label refusal = new Label();
        refusal.setId("fusion-refusal");
        refusal.setWrapText(true);
        refusal.getStyleClass().add("missing");
        StackPane.setAlignment(refusal, Pos.BOTTOM_CENTER);
        fusion.refusal().subscribe(key -> {
            refusal.setText(key.map(texts::get).orElse(""));
            refusal.setVisible(key.isPresent());
        });
        MenuItem over = new MenuItem();
        over.textProperty().bind(texts.bind("fusion.over"));
        over.setOnAction(event -> chosen().ifPresent(fusion::fuse));
        menu.getItems().add(over);
        list.setContextMenu(menu);
        studies.shown().subscribe(shown -> shown.ifPresent(set -> reveal(studies, set)));
        getChildren().addAll(list, refusal);
    }

    /** Offers something to do with the chosen series. */
    void offer(ObservableValue<String> words, Consumer<StudyRow.OfSeries> action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(words);
        item.setOnAction(event -> chosen().ifPresent(action));
        menu.getItems().add(item);
    }

    /** Brings what is shown into sight, with its study above it. */
    private void reveal(StudyListModel studies, DisplaySet shown) {
        for (int i = 0; i < studies.rows().size(); i++) {
            if (studies.rows().get(i) instanceof StudyRow.OfSeries row
                    && row.displaySet().equals(Optional.of(shown))) {
                list.scrollTo(Math.max(0, i - 2));
                return;
            }
        }
    }

    private Optional<StudyRow.OfSeries> chosen() {
        return list.getSelectionModel().getSelectedItem() instanceof StudyRow.OfSeries series
                ? Optional.of(series)
                : Optional.empty();
    }
}
