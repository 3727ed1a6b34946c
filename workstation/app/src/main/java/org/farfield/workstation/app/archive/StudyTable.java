package org.farfield.workstation.app.archive;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.archive.ArchiveModel;
import org.farfield.workstation.study.archive.FoundStudy;

/** The studies that were found. Enter or a double click opens a stored one and retrieves another. FX thread. */
final class StudyTable extends TableView<FoundStudy> {
    private final ArchiveModel model;
    private final Texts texts;

    StudyTable(ArchiveModel model, Texts texts) {
        super(model.rows());
        this.model = model;
        this.texts = texts;
        setId("archive-studies");
        column("state", 140, this::state);
        column("name", 200, study -> study.patient().displayName());
        column("id", 100, study -> study.patient().id());
        column("birth", 105, study -> date(study.patient().birthDate()));
        column("date", 150, study -> (date(study.date()) + " " + time(study.time())).strip());
        column("modality", 90, FoundStudy::modalities);
        column("description", 150, FoundStudy::description);
        column("accession", 120, FoundStudy::accession);
        column("images", 80, study -> study.instances() < 0 ? "" : Integer.toString(study.instances()));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        texts.language().subscribe(this::refresh);
        Label none = new Label();
        none.textProperty().bind(texts.bind("archive.none"));
        setPlaceholder(none);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                act();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                act();
                event.consume();
            }
        });
    }

    Optional<FoundStudy> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /** How far the reading has come, with who did the last step, and a mark where a critical finding waits. */
    private String state(FoundStudy study) {
        return model.reading(study)
                .map(state -> {
                    String step = texts.get("archive.state." + state.step().name());
                    String by = state.reader().isEmpty() ? step : step + " \u00b7 " + state.reader();
                    return state.critical() ? "\u26a0 " + by : by;
                })
                .orElse("");
    }

    private void act() {
        chosen().ifPresent(model.local().get() ? model::open : model::retrieve);
    }

    private void column(String key, double width, Function<FoundStudy, String> text) {
        TableColumn<FoundStudy, String> column = new TableColumn<>();
        column.setId("archive-column-" + key);
        column.textProperty().bind(texts.bind("archive.column." + key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        getColumns().add(column);
    }

    private static String date(String date) {
        return date.matches("\\d{8}")
                ? date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6)
                : date;
    }

    private static String time(String time) {
        return time.matches("\\d{4}.*") ? time.substring(0, 2) + ":" + time.substring(2, 4) : "";
    }
}
