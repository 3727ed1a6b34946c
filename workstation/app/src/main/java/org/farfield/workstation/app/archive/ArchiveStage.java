package org.farfield.workstation.app.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.archive.ArchiveModel;
import org.farfield.workstation.reading.archive.ReadingStates;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.archive.StudySources;
import org.jspecify.annotations.Nullable;

/**
 * The study browser's window: opened once, shown and hidden. A store that cannot be opened is said in it. FX thread.
 */
final class ArchiveStage {
    private static final double WIDTH = 1320;
    private static final double HEIGHT = 640;

    private final WorkstationWindow window;
    private final Texts texts;
    private final Callable<StudySources> sources;
    private final DraftFolder drafts;
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Stage stage;
    private @Nullable ArchiveModel model;

    ArchiveStage(WorkstationWindow window, Texts texts, DraftFolder drafts, Callable<StudySources> sources) {
        this.window = window;
        this.texts = texts;
        this.sources = sources;
        this.drafts = drafts;
    }

    static String sheet() {
        return Objects.requireNonNull(ArchiveStage.class.getResource("archive.css"))
                .toExternalForm();
    }

    void show() {
        if (stage == null) {
            stage = create();
        }
        if (model != null) {
            model.search();
        }
        stage.show();
        stage.toFront();
    }

    private Stage create() {
        StackPane root = new StackPane();
        root.getStyleClass().add("workstation");
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        window.appearance().dress(scene, texts);
        scene.getStylesheets().add(sheet());
        Stage created = new Stage();
        created.setScene(scene);
        created.titleProperty().bind(texts.bind("archive.title"));
        Label opening = new Label();
        opening.textProperty().bind(texts.bind("archive.store.opening"));
        root.getChildren().setAll(opening);
        work.execute(() -> {
            try {
                StudySources opened = sources.call();
                Platform.runLater(() -> ready(root, opened));
            } catch (Exception e) { // whatever it is, the person is told and may try again
                Platform.runLater(() -> failed(root, String.valueOf(e.getMessage())));
            }
        });
        return created;
    }

    private void ready(StackPane root, StudySources opened) {
        ArchiveModel made = new ArchiveModel(opened, new ReadingStates(drafts), work, Platform::runLater, this::open);
        model = made;
        root.getChildren().setAll(new ArchivePane(made, texts));
        made.search();
    }

    private void failed(StackPane root, String cause) {
        Label fault = new Label(texts.get("archive.failed", cause));
        fault.setWrapText(true);
        root.getChildren().setAll(fault);
        stage = null;
    }

    private void open(List<Path> files) {
        window.opening().open(files);
    }

    /** Ends the network and the store. */
    void close() {
        ArchiveModel open = model;
        if (open != null) {
            work.execute(() -> {
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        work.shutdown();
    }
}
