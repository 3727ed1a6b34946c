package org.farfield.workstation.app.report;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.farfield.workstation.app.MeasurementWords;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.MeasureModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.measure.Measurement;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** One measurement in the list: what it is, its numbers, what the reader says of it. A click goes there. */
final class MeasurementRow extends VBox {
    private final Label kind = new Label();
    private final Label numbers = new Label();
    private final TextField note = new TextField();
    private final Texts texts;
    private final MeasurementWords words;
    private java.util.Optional<Measurement> shown = java.util.Optional.empty();

    MeasurementRow(MprModel mpr, Texts texts) {
        this.texts = texts;
        this.words = new MeasurementWords(texts);
        MeasureModel measure = mpr.measure();
        getStyleClass().add("measurement-row");
        kind.getStyleClass().add("measurement-kind");
        numbers.setWrapText(true);
        numbers.getStyleClass().add("measurement-numbers");
        note.promptTextProperty().bind(texts.bind("measurements.note"));
        note.setOnAction(event -> say(measure));
        note.focusedProperty().subscribe(focused -> {
            if (!focused) {
                say(measure);
            }
        });
        Button away = new Button();
        away.setGraphic(new FontIcon(Material2OutlinedAL.DELETE_OUTLINE));
        away.getStyleClass().add("flat-icon");
        away.accessibleTextProperty().bind(texts.bind("measurements.delete"));
        away.setOnAction(event -> shown.ifPresent(measurement -> {
            measure.selected().set(shown);
            mpr.change("measure.delete", measure::delete);
        }));
        HBox.setHgrow(numbers, Priority.ALWAYS);
        numbers.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(8, kind, numbers, away);
        top.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(top, note);
        setOnMouseClicked(event -> shown.ifPresent(measurement -> {
            measure.selected().set(shown);
            mpr.moveCrosshair(measurement.middle());
        }));
    }

    private void say(MeasureModel measure) {
        shown.filter(measurement -> measure.all().contains(measurement))
                .ifPresent(
                        measurement -> measure.note(measurement, note.getText().strip()));
    }

    void show(int number, Measurement measurement, MprModel mpr, boolean selected) {
        shown = java.util.Optional.of(measurement);
        kind.setText(
                number + "  " + texts.get("measurement." + measurement.kind().id()));
        numbers.setText(String.join(
                "\n",
                words.of(
                        mpr.measure().measured(measurement),
                        mpr.displaySet().volume().unit())));
        if (!note.isFocused()) {
            note.setText(measurement.note());
        }
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("selected"), selected);
    }

    /** Lets the reader say something at once. */
    void ask() {
        note.requestFocus();
    }
}
