package org.farfield.workstation.app.hanging;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.farfield.workstation.app.AppCommand;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.hanging.HangingModel;
import org.farfield.workstation.study.Problem;

/**
 * Adds hanging protocols to the workstation.
 *
 * @param file the reader's own protocols, which need not be there
 */
public record HangingExtension(Path file) implements WindowExtension {
    private static final String COMPARE = "compare.next";

    @Override
    public Attached attach(WorkstationWindow window) {
        ExecutorService disk = Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().name("hanging-disk").unstarted(task));
        HangingModel model = new HangingModel(
                window.reading(),
                window.studies(),
                file,
                Platform::runLater,
                disk,
                () -> window.commands().find(COMPARE).ifPresent(window.commands()::run));
        model.fault()
                .subscribe(fault -> fault.ifPresent(
                        cause -> window.load().report(List.of(new Problem(file, Problem.Kind.MALFORMED, cause)))));
        Texts texts = window.texts().with(HangingMenu.class, "hanging");
        HangingEditor editor = new HangingEditor(window, model, texts);
        BooleanBinding hung =
                Bindings.createBooleanBinding(() -> model.hung().get().isPresent(), model.hung());
        window.commands()
                .add(AppCommand.of("hanging.next", "hanging.next", hung, () -> model.step(1))
                        .withKey("."));
        window.commands()
                .add(AppCommand.of("hanging.previous", "hanging.previous", hung, () -> model.step(-1))
                        .withKey(","));
        window.commands()
                .add(AppCommand.of(
                                "hanging.remember",
                                "hanging.remember",
                                window.reading().showing(),
                                model::remember)
                        .withKey("Shortcut+H"));
        window.commands().add(AppCommand.of("hanging.edit", "hanging.edit", editor::show));
        window.addAboveBrowser(new HangingMenu(window, model, texts));
        return () -> {
            editor.close();
            disk.close();
        };
    }
}
