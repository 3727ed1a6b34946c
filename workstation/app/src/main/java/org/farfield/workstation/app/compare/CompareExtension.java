package org.farfield.workstation.app.compare;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import org.farfield.workstation.app.AppCommand;
import org.farfield.workstation.app.CommandSet;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.compare.CompareModel;
import org.farfield.workstation.study.SeriesLoader;

/** Adds the comparison with another series of the same patient to the workstation. */
public final class CompareExtension implements WindowExtension {
    /** Loads with as many threads as this machine allows. */
    public CompareExtension() {}

    @Override
    public Attached attach(WorkstationWindow window) {
        CompareModel model =
                new CompareModel(window.reading(), window.studies(), SeriesLoader.forThisMachine(), Platform::runLater);
        addCommands(window.commands(), window.reading(), model);
        Texts texts = window.texts().with(ComparePane.class, "compare");
        ComparePane pane = new ComparePane(model, window, texts);
        window.offerForSeries(texts.bind("compare.with"), model::show);
        model.comparing().subscribe(comparing -> {
            if (comparing) {
                window.setBeside(pane);
            } else {
                window.clearBeside();
            }
        });
        model.load()
                .problems()
                .subscribe(() -> window.load().report(model.load().problems()));
        watchOnce(window, pane);
        new OnePlane(window.reading(), model);
        return model::close;
    }

    private static void watchOnce(WorkstationWindow window, ComparePane pane) {
        window.content().sceneProperty().subscribe((Scene scene) -> {
            if (scene != null) {
                scene.getStylesheets().add(ComparePane.sheet());
                pane.watch(scene);
            }
        });
    }

    private static void addCommands(CommandSet commands, ReadingModel reading, CompareModel model) {
        BooleanBinding ready =
                Bindings.and(model.comparing(), model.registering().not());
        commands.add(AppCommand.of("compare.next", "compare.next", reading.showing(), model::showNext)
                .withKey("Shift+P"));
        commands.add(AppCommand.of("compare.close", "compare.close", model.comparing(), model::close)
                .withKey("Alt+P"));
        commands.add(AppCommand.of("compare.link", "compare.link", model.comparing(), model::toggleLink)
                .withKey("O"));
        commands.add(AppCommand.of("compare.align", "compare.align", model.comparing(), model::alignHere)
                .withKey("Shift+O"));
        commands.add(AppCommand.of("compare.register", "compare.register", ready, model::register)
                .withKey("Alt+O"));
    }

    /** Two by two on both sides is too small to read: the active plane has the room while two are compared. */
    private static final class OnePlane {
        private Optional<Plane> before = Optional.empty();

        OnePlane(ReadingModel reading, CompareModel model) {
            model.comparing().subscribe((was, comparing) -> {
                if (comparing) {
                    before = reading.maximised().get();
                    reading.maximised()
                            .set(before.or(() -> Optional.of(reading.active().get())));
                } else {
                    reading.maximised().set(before);
                }
            });
        }
    }
}
