package org.farfield.workstation.app.presentation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.farfield.workstation.app.AppCommand;
import org.farfield.workstation.app.CommandSet;
import org.farfield.workstation.app.MeasurementWords;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.Change;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ViewportGeometry;
import org.farfield.workstation.reading.kept.Reader;
import org.farfield.workstation.reading.measure.Measurement;
import org.farfield.workstation.reading.presentation.KeyMark;
import org.farfield.workstation.reading.presentation.KeyObjects;
import org.farfield.workstation.reading.presentation.PresentationStates;
import org.farfield.workstation.reading.presentation.ShownStudy;
import org.farfield.workstation.report.gsps.PresentationState;
import org.farfield.workstation.report.ko.KeyTitle;
import org.farfield.workstation.report.sr.Code;
import org.farfield.workstation.study.DraftFolder;
import org.farfield.workstation.study.LocalStore;

/** Key images, saved views and the export of pictures in a workstation window. FX thread. */
public final class PresentationDesk {
    private final WorkstationWindow window;
    private final Texts texts;
    private final KeyObjects keys;
    private final PresentationStates states;
    private final ObjectProperty<KeyTitle> title = new SimpleObjectProperty<>(this, "title", KeyTitle.OF_INTEREST);
    private final StringProperty description = new SimpleStringProperty(this, "description", "");
    private final ShownStudy study;
    private final ViewsPage page;

    /**
     * Adds marks, commands and drawings to a window.
     *
     * @param disk runs one task after the other
     * @param saved runs after something was put into the study
     */
    public PresentationDesk(
            WorkstationWindow window,
            LocalStore store,
            DraftFolder drafts,
            Executor disk,
            Clock clock,
            Supplier<Reader> reader,
            Runnable saved) {
        this.window = window;
        this.texts = window.texts().with(PresentationDesk.class, "presentation");
        this.study = new ShownStudy(window.reading(), window.studies());
        this.keys = new KeyObjects(study, window.load(), store, drafts, Platform::runLater, disk, clock, reader);
        this.states = new PresentationStates(
                window.reading(), study, window.load(), store, Platform::runLater, disk, clock, reader);
        keys.onSaved(saved);
        states.onSaved(saved);
        KeptViewsOverlay overlay = new KeptViewsOverlay(study, keys, states, this::corner);
        Runnable redraw = () -> window.view().setOverlay(overlay);
        keys.marks().subscribe(redraw);
        states.applied().subscribe(redraw);
        study.shown().subscribe(redraw);
        redraw.run();
        addCommands();
        this.page = new ViewsPage(this, study, texts);
    }

    /**
     * Writes the viewport in use, or all of them, as the end of the file's name says; GIF holds all slices.
     *
     * @param named whether the words on patient and series stay in the picture
     * @param done hears why it failed, or nothing; on the FX thread
     */
    public void export(boolean whole, boolean named, Path file, Consumer<Optional<IOException>> done) {
        new PictureExport(window.view(), named).write(whole, file, done);
    }

    private void addCommands() {
        CommandSet commands = window.commands();
        var stepping = window.reading().stepping();
        var showing = window.reading().showing();
        commands.add(AppCommand.of("key.mark", "key.mark", stepping, () -> keys.toggle(title.get()))
                .withKey("Shift+Y"));
        commands.add(AppCommand.of("key.next", "key.next", stepping, () -> keys.step(1))
                .withKey("J"));
        commands.add(AppCommand.of("key.previous", "key.previous", stepping, () -> keys.step(-1))
                .withKey("Shift+J"));
        commands.add(AppCommand.of("presentation.save", "presentation.save", showing, this::saveView)
                .withKey("Shortcut+D"));
        commands.add(AppCommand.of("presentation.off", "presentation.off", showing, states::clear)
                .withKey("Alt+V"));
        commands.add(
                AppCommand.of("export.picture", "export.picture", stepping, () -> new ExportDialog(this, texts).show())
                        .withKey("Shortcut+E"));
    }

    /** Marks the image that is looked at for the purpose that is chosen. */
    public void markKeyImage() {
        keys.mark(title.get());
    }

    private void saveView() {
        states.save(description.get().strip(), this::geometry, this::words);
        description.set("");
    }

    private Optional<ViewportGeometry> geometry(Plane plane) {
        return window.view().viewport(plane).geometry();
    }

    private List<String> words(Measurement measurement) {
        Optional<MprModel> mpr = window.reading().mpr().get();
        return mpr.map(model -> new MeasurementWords(window.texts())
                        .of(
                                model.measure().measured(measurement),
                                model.displaySet().volume().unit()))
                .orElse(List.of());
    }

    /** Shows the volume as a saved view says; can be taken back. */
    void apply(PresentationState state) {
        Optional<Change> change = states.apply(state, this::geometry);
        change.ifPresent(window.reading().history()::push);
    }

    private String corner(KeyMark mark) {
        return (mark.worthLooking() ? "\u2605 " : "\u26a0 ") + title(mark.title());
    }

    /** A purpose in the language of the window; a foreign one as its document says it. */
    String title(Code code) {
        return KeyTitle.of(code)
                .map(known -> texts.get(
                        "title." + known.name().toLowerCase(Locale.ROOT).replace('_', '.')))
                .orElse(code.meaning());
    }

    ObjectProperty<KeyTitle> title() {
        return title;
    }

    StringProperty description() {
        return description;
    }

    WorkstationWindow window() {
        return window;
    }

    /** The marks of the study that is shown. */
    public KeyObjects keys() {
        return keys;
    }

    /** The saved views of the study that is shown. */
    public PresentationStates states() {
        return states;
    }

    /** What is shown of the list of studies. */
    public ShownStudy study() {
        return study;
    }

    /** The page beside the images. */
    public Node page() {
        return page;
    }
}
