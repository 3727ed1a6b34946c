package org.farfield.workstation.app;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.farfield.rendering.volume.Stacking;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.LoadModel.Phase;
import org.farfield.workstation.reading.LoadModel.Progress;
import org.farfield.workstation.reading.StudyListModel;
import org.farfield.workstation.reading.StudyRow;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.Patient;
import org.farfield.workstation.study.Study;

/** One line of the list of studies: a heading, a patient's study, or one of its series. */
final class StudyCell extends ListCell<StudyRow> {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final StudyListModel studies;
    private final Texts texts;
    private final Label first = new Label();
    private final Label second = new Label();
    private final Label badge = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final VBox lines = new VBox(1, first, second, progress);
    private final HBox seriesBox = new HBox(8, badge);

    StudyCell(StudyListModel studies, LoadModel load, Texts texts) {
        this.studies = studies;
        this.texts = texts;
        setPrefWidth(0);
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        first.getStyleClass().add("first");
        second.getStyleClass().add("second");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(load.progress().map(StudyCell::fraction));
        ObservableValue<Boolean> loading = Bindings.createBooleanBinding(
                () -> isShown() && load.progress().get().phase() == Phase.LOADING,
                load.progress(),
                studies.shown(),
                itemProperty());
        progress.visibleProperty().bind(loading);
        progress.managedProperty().bind(progress.visibleProperty());
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        seriesBox.setAlignment(Pos.TOP_LEFT);
        studies.shown().subscribe(this::mark);
        texts.language().subscribe(() -> show(getItem()));
    }

    private static double fraction(Progress now) {
        return now.total() == 0 ? 0 : (double) now.done() / now.total();
    }

    @Override
    protected void updateItem(StudyRow row, boolean empty) {
        super.updateItem(row, empty);
        show(empty ? null : row);
    }

    private void show(@org.jspecify.annotations.Nullable StudyRow row) {
        getStyleClass().removeAll("heading", "study", "series");
        setTooltip(null);
        pseudoClassStateChanged(REFUSED, false);
        switch (row) {
            case null -> setGraphic(null);
            case StudyRow.Heading heading -> heading(heading);
            case StudyRow.OfStudy study -> study(study.study());
            case StudyRow.OfSeries series -> series(series);
        }
        mark();
    }

    private void heading(StudyRow.Heading heading) {
        getStyleClass().add("heading");
        first.setText(texts.get("browser." + heading.source().name().toLowerCase(Locale.ROOT)));
        second.setText("");
        alone();
    }

    private void study(Study study) {
        getStyleClass().add("study");
        Patient patient = study.patient();
        first.setText(patient.displayName().isEmpty() ? texts.get("browser.unnamed") : patient.displayName());
        second.setText(OverlayWords.joined(OverlayWords.date(study.date()), study.description(), patient.id()));
        alone();
    }

    private void alone() {
        second.setVisible(!second.getText().isEmpty());
        second.setManaged(second.isVisible());
        setGraphic(lines);
    }

    private void series(StudyRow.OfSeries row) {
        getStyleClass().add("series");
        badge.setText(row.series().modality().isEmpty() ? "?" : row.series().modality());
        String number = row.series().number() == 0 ? "" : row.series().number() + "";
        String part = row.displaySet()
                .filter(set -> set.parts() > 1)
                .map(set -> texts.get("browser.part", set.part(), set.parts()))
                .orElse("");
        String name = OverlayWords.joined(number, row.series().description(), part);
        first.setText(name.isEmpty() ? texts.get("browser.series") : name);
        second.setText(details(row));
        second.setVisible(true);
        second.setManaged(true);
        refusal(row).ifPresent(refused -> {
            pseudoClassStateChanged(REFUSED, !singly(row));
            Tooltip tip = new Tooltip(refused.message());
            tip.setWrapText(true);
            tip.setMaxWidth(420);
            setTooltip(tip);
        });
        seriesBox.getChildren().setAll(badge, lines);
        setGraphic(seriesBox);
    }

    private String details(StudyRow.OfSeries row) {
        if (row.known() && row.displaySet().isEmpty()) {
            return texts.get("browser.imageless");
        }
        String images = row.images() == 1 ? texts.get("browser.image") : texts.get("browser.images", row.images());
        Optional<Stacking.Refused> refused = refusal(row);
        if (refused.isPresent() && !singly(row)) {
            return OverlayWords.joined(
                    images, texts.get("refused." + refused.get().reason().name().toLowerCase(Locale.ROOT)));
        }
        String matrix = row.displaySet()
                .flatMap(set -> set.frames().stream().findFirst())
                .map(frame ->
                        frame.matrix().columns() + " \u00d7 " + frame.matrix().rows())
                .orElse(texts.get("browser.looking"));
        return OverlayWords.joined(images, matrix);
    }

    private static boolean singly(StudyRow.OfSeries row) {
        return row.displaySet().filter(DisplaySet::canShowImages).isPresent();
    }

    private static Optional<Stacking.Refused> refusal(StudyRow.OfSeries row) {
        return row.displaySet()
                .map(DisplaySet::stacking)
                .map(stacking -> stacking instanceof Stacking.Refused r ? r : null);
    }

    private boolean isShown() {
        return getItem() instanceof StudyRow.OfSeries row
                && row.displaySet().isPresent()
                && row.displaySet().equals(studies.shown().get());
    }

    private void mark() {
        pseudoClassStateChanged(SHOWN, isShown());
    }
}
