package org.farfield.workstation.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.kept.KeptMeasurements;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.measure.MeasurementKind;

/** All measurements of the series that is shown, and whether they are kept in the study. FX thread. */
final class MeasurementList extends VBox {
    private final ReadingModel reading;
    private final Texts texts;
    private final VBox rows = new VBox(6);
    private final Label none = new Label();
    private List<Measurement> shown = List.of();
    private Subscription changes = Subscription.EMPTY;
    private boolean waiting;

    MeasurementList(ReadingModel reading, KeptMeasurements kept, Texts texts, Button save) {
        super(8);
        this.reading = reading;
        this.texts = texts;
        setId("measurement-list");
        getStyleClass().add("reading-page");
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        none.textProperty().bind(texts.bind("measurements.none"));
        Label standing = new Label();
        standing.setWrapText(true);
        standing.setId("measurement-standing");
        standing.getStyleClass().add("muted");
        Runnable tell = () -> standing.setText(
                switch (kept.standing().get()) {
                    case NOTHING -> "";
                    case SAVED -> "\u2713 " + texts.get("measurements.saved");
                    case DRAFT -> texts.get("measurements.draft");
                });
        kept.standing().subscribe(tell);
        texts.language().subscribe(tell);
        ScrollPane scroll = new ScrollPane(new VBox(8, none, rows));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        save.setMaxWidth(Double.MAX_VALUE);
        save.disableProperty().bind(kept.standing().isNotEqualTo(KeptMeasurements.Standing.DRAFT));
        getChildren().addAll(scroll, standing, save);
        reading.mpr().subscribe(this::follow);
        texts.language().subscribe(this::refresh);
    }

    private void follow(Optional<MprModel> mpr) {
        changes.unsubscribe();
        rows.getChildren().clear();
        shown = List.of();
        changes = mpr.map(model -> Subscription.combine(
                        model.stateProperty().subscribe(this::later),
                        model.measure().selected().subscribe(this::later)))
                .orElse(Subscription.EMPTY);
        later();
    }

    /** Once for all changes of a pulse. */
    private void later() {
        if (!waiting) {
            waiting = true;
            Platform.runLater(this::refresh);
        }
    }

    private void refresh() {
        waiting = false;
        Optional<MprModel> mpr = reading.mpr().get();
        List<Measurement> now = mpr.map(model -> model.measure().all().stream()
                        .filter(Measurement::complete)
                        .toList())
                .orElse(List.of());
        none.setVisible(now.isEmpty());
        none.setManaged(now.isEmpty());
        mpr.ifPresent(model -> {
            while (rows.getChildren().size() > now.size()) {
                rows.getChildren().removeLast();
            }
            while (rows.getChildren().size() < now.size()) {
                rows.getChildren().add(new MeasurementRow(model, texts));
            }
            for (int i = 0; i < now.size(); i++) {
                boolean selected = model.measure().selected().get().equals(Optional.of(now.get(i)));
                row(i).show(i + 1, now.get(i), model, selected);
            }
        });
        askForWords(now);
        shown = new ArrayList<>(now);
    }

    /** An arrow says nothing without words. */
    private void askForWords(List<Measurement> now) {
        if (now.size() == shown.size() + 1
                && now.getLast().kind() == MeasurementKind.ARROW
                && now.getLast().note().isEmpty()) {
            row(now.size() - 1).ask();
        }
    }

    private MeasurementRow row(int index) {
        return (MeasurementRow) rows.getChildren().get(index);
    }
}
