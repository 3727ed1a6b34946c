package org.farfield.workstation.app;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.Slab;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.MprState;
import org.farfield.workstation.reading.ReadingModel;

/** Chooses how thick a layer the planes show and how it is brought together. */
final class SlabChoice extends HBox {
    private final ReadingModel reading;
    private final CommandSet commands;
    private final Texts texts;
    private final ComboBox<Double> thickness = new ComboBox<>();
    private final ComboBox<Projection> projection = new ComboBox<>();
    private Subscription state = Subscription.EMPTY;
    private boolean showing;

    SlabChoice(ReadingModel reading, CommandSet commands, Texts texts) {
        this.reading = reading;
        this.commands = commands;
        this.texts = texts;
        getStyleClass().add("slab-choice");
        thickness.setId("slab-thickness");
        projection.setId("slab-projection");
        thickness.getItems().setAll(ReadingCommands.SLABS);
        projection.getItems().setAll(Projection.values());
        thickness.disableProperty().bind(reading.showing().not());
        tip(thickness, "slab.thickness");
        tip(projection, "slab.projection");
        getChildren().addAll(thickness, projection);
        texts.language().subscribe(language -> speak());
        reading.mpr().subscribe(shown -> {
            state.unsubscribe();
            state = shown.map(model -> model.stateProperty().subscribe(this::show))
                    .orElse(Subscription.EMPTY);
        });
        thickness.setOnAction(event -> choose());
        projection.setOnAction(event -> choose());
    }

    private void speak() {
        showing = true;
        say(thickness, mm -> mm == 0 ? texts.get("slab.none") : texts.get("slab.millimetres", Numbers.plain(mm)));
        say(projection, each -> texts.get("projection." + each.name().toLowerCase(Locale.ROOT)));
        showing = false;
    }

    /** The box keeps the words of its choice until the choice is set again. */
    private static <T> void say(ComboBox<T> box, Function<T, String> words) {
        T chosen = box.getValue();
        box.setConverter(new ChosenWords<>(words));
        box.setValue(null);
        box.setValue(chosen);
    }

    private void show(MprState now) {
        showing = true;
        thickness.setValue(now.slab().thicknessMm());
        projection.setValue(now.slab().projection());
        projection.setDisable(now.slab().thicknessMm() == 0);
        showing = false;
    }

    private void choose() {
        if (!showing && thickness.getValue() != null && projection.getValue() != null) {
            Slab slab = new Slab(thickness.getValue(), projection.getValue());
            Consumer<MprModel> set = model -> model.setSlab(slab);
            commands.run(AppCommand.undoable(
                    "slab.set",
                    "slab.thickness",
                    reading.showing(),
                    () -> reading.mpr()
                            .get()
                            .flatMap(model -> model.change("slab.thickness", () -> set.accept(model)))));
        }
    }

    private void tip(ComboBox<?> box, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        box.setTooltip(tip);
    }
}
