package org.farfield.workstation.app;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.farfield.workstation.reading.EngineStatus;
import org.farfield.workstation.reading.LoadModel;
import org.farfield.workstation.reading.LoadModel.Phase;
import org.farfield.workstation.reading.LoadModel.Progress;
import org.farfield.workstation.reading.Probe;
import org.farfield.workstation.reading.ReadingModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The bar below the images: what draws, how far loading is, what is under the pointer, what went wrong. FX thread. */
public final class StatusBar extends HBox {
    private final Texts texts;
    private final ObjectProperty<EngineStatus> engine =
            new SimpleObjectProperty<>(this, "engine", new EngineStatus("", ""));

    StatusBar(ReadingModel reading, LoadModel load, CommandSet commands, Texts texts) {
        this.texts = texts;
        setId("status-bar");
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(engineLabel(), progress(load, commands), space(), probe(reading), problems(load));
    }

    /** Which engine draws now. */
    public ObjectProperty<EngineStatus> engine() {
        return engine;
    }

    private Label engineLabel() {
        Label label = new Label();
        label.setId("engine");
        label.setGraphic(new FontIcon(Material2OutlinedMZ.MEMORY));
        label.textProperty().bind(Bindings.createStringBinding(this::engineName, engine, texts.language()));
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(480);
        tip.textProperty().bind(Bindings.createStringBinding(this::engineWords, engine, texts.language()));
        label.setTooltip(tip);
        label.setMinWidth(60);
        return label;
    }

    /** Short: the reason stands in the tip. */
    private String engineName() {
        EngineStatus now = engine.get();
        return now.fallbackReason().isEmpty() ? now.name() : texts.get("status.processor", now.name());
    }

    private String engineWords() {
        EngineStatus now = engine.get();
        return now.fallbackReason().isEmpty()
                ? now.name()
                : texts.get("status.fallback", now.name(), now.fallbackReason());
    }

    /** What changes its length comes last, so that the button stays under the pointer. */
    private HBox progress(LoadModel load, CommandSet commands) {
        Label words = new Label();
        words.setId("progress-words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(load), load.progress(), load.cancelled(), texts.language()));
        ProgressBar bar = new ProgressBar();
        bar.setId("progress");
        bar.progressProperty().bind(load.progress().map(StatusBar::fraction));
        Button cancel = new CommandButtons(commands, texts).labelled("load.cancel", Material2OutlinedAL.CLOSE);
        bar.visibleProperty().bind(load.busy());
        bar.managedProperty().bind(load.busy());
        cancel.visibleProperty().bind(load.busy());
        cancel.managedProperty().bind(load.busy());
        HBox box = new HBox(8, bar, cancel, words);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private String words(LoadModel load) {
        Progress now = load.progress().get();
        return switch (now.phase()) {
            case IDLE -> load.cancelled().get() ? texts.get("status.cancelled") : "";
            case SCANNING -> texts.get("status.scanning", now.done(), now.total());
            case LOADING -> texts.get("status.loading", now.done(), now.total());
        };
    }

    private static double fraction(Progress progress) {
        boolean known = progress.phase() == Phase.LOADING && progress.total() > 0;
        return known ? (double) progress.done() / progress.total() : ProgressBar.INDETERMINATE_PROGRESS;
    }

    private Label probe(ReadingModel reading) {
        Label label = new Label();
        label.setId("probe");
        label.getStyleClass().add("probe");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words(reading.probe().get()), reading.probe(), texts.language()));
        return label;
    }

    private String words(Optional<Probe> probe) {
        return probe.map(p -> texts.get(
                        "status.probe",
                        p.value().isPresent() ? Numbers.plain(p.value().getAsDouble()) + " " + p.unit() : "\u2014",
                        Numbers.fixed(p.point().x(), 1),
                        Numbers.fixed(p.point().y(), 1),
                        Numbers.fixed(p.point().z(), 1)))
                .orElse("");
    }

    private Button problems(LoadModel load) {
        Button button = new Button();
        button.setId("problems");
        button.getStyleClass().add("problems");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setGraphic(new FontIcon(Material2OutlinedMZ.REPORT_PROBLEM));
        button.textProperty().bind(texts.bind("status.problems", Bindings.size(load.problems())));
        button.visibleProperty().bind(Bindings.isNotEmpty(load.problems()));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> new ProblemList(load.problems(), texts).show(button));
        return button;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
