package org.farfield.workstation.app.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.farfield.workstation.app.ChosenWords;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.archive.ArchiveModel;
import org.farfield.workstation.reading.archive.FilterModel;
import org.farfield.workstation.reading.archive.ReadingState;

/** What to look for; Enter in any field asks. FX thread. */
final class FilterBar extends FlowPane {
    private final ArchiveModel model;
    private final Texts texts;

    FilterBar(ArchiveModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("archive-filter");
        getStyleClass().add("archive-filter");
        FilterModel filter = model.filter();
        Button search = new Button();
        search.setId("archive-search");
        search.setDefaultButton(true);
        search.textProperty().bind(texts.bind("archive.search"));
        search.setOnAction(event -> model.search());
        Button clear = new Button();
        clear.setId("archive-clear");
        clear.textProperty().bind(texts.bind("archive.clear"));
        clear.setOnAction(event -> {
            filter.clear();
            model.search();
        });
        getChildren()
                .addAll(
                        field("name", filter.name(), 180),
                        field("id", filter.patientId(), 120),
                        field("from", filter.dateFrom(), 130),
                        field("to", filter.dateTo(), 110),
                        field("modality", filter.modality(), 80),
                        field("accession", filter.accession(), 120),
                        states(filter),
                        search,
                        clear);
        setRowValignment(VPos.BOTTOM);
    }

    private VBox states(FilterModel filter) {
        List<Optional<ReadingState.Step>> choices = new ArrayList<>(List.of(Optional.empty()));
        for (ReadingState.Step step : ReadingState.Step.values()) {
            choices.add(Optional.of(step));
        }
        ComboBox<Optional<ReadingState.Step>> box = new ComboBox<>();
        box.setId("archive-filter-state");
        box.getItems().setAll(choices);
        box.disableProperty().bind(model.local().not());
        box.setPrefWidth(130);
        box.setConverter(new ChosenWords<>(this::words));
        box.getSelectionModel().selectFirst();
        box.valueProperty().bindBidirectional(filter.state());
        texts.language().subscribe(() -> {
            box.setButtonCell(new StateCell());
            box.setCellFactory(view -> new StateCell());
        });
        box.setOnAction(event -> model.search());
        Label label = new Label();
        label.setLabelFor(box);
        label.textProperty().bind(texts.bind("archive.filter.state"));
        label.getStyleClass().add("archive-label");
        VBox column = new VBox(2, label, box);
        column.setAlignment(Pos.BOTTOM_LEFT);
        return column;
    }

    private VBox field(String name, StringProperty value, double width) {
        TextField field = new TextField();
        field.setId("archive-filter-" + name);
        field.setPrefWidth(width);
        field.textProperty().bindBidirectional(value);
        Label label = new Label();
        label.setLabelFor(field);
        label.textProperty().bind(texts.bind("archive.filter." + name));
        label.getStyleClass().add("archive-label");
        field.accessibleTextProperty().bind(label.textProperty());
        field.setOnAction(event -> model.search());
        VBox box = new VBox(2, label, field);
        box.setAlignment(Pos.BOTTOM_LEFT);
        return box;
    }

    private String words(Optional<ReadingState.Step> step) {
        return texts.get("archive.state." + step.map(Enum::name).orElse("any"));
    }

    private final class StateCell extends ListCell<Optional<ReadingState.Step>> {
        @Override
        protected void updateItem(Optional<ReadingState.Step> step, boolean empty) {
            super.updateItem(step, empty);
            setText(empty || step == null ? "" : words(step));
        }
    }
}
