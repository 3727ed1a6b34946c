package org.farfield.workstation.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import org.farfield.rendering.engine.Projection;
import org.farfield.rendering.engine.Slab;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.reading.Change;
import org.farfield.workstation.reading.FramesModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.ViewportTool;

/** What can be done to the 2x2 view, each thing once. */
final class ReadingCommands {
    /** Slab thicknesses on offer, in mm; 0 is the plane alone. */
    static final List<Double> SLABS = List.of(0.0, 3.0, 5.0, 10.0, 20.0, 40.0, 80.0);

    private final ReadingModel reading;
    private final CommandSet commands;

    private ReadingCommands(ReadingModel reading, CommandSet commands) {
        this.reading = reading;
        this.commands = commands;
    }

    static void addTo(CommandSet commands, ReadingModel reading) {
        ReadingCommands all = new ReadingCommands(reading, commands);
        all.addPresets();
        all.addTools();
        all.addViews();
        all.addSlabs();
        all.addCurve();
        all.addMeasurements();
        all.addSlices();
        all.addHistory();
    }

    private void addPresets() {
        int digit = 1;
        for (WindowPreset preset : WindowPreset.CT) {
            change("window.preset." + preset.id(), "preset." + preset.id(), digit, m -> m.setWindow(preset.window()));
            digit++;
        }
        change(
                "window.original",
                "preset.original",
                digit,
                m -> m.setWindow(m.displaySet().window()));
    }

    private void change(String id, String labelKey, int digit, Consumer<MprModel> action) {
        change(id, labelKey, String.valueOf(digit), action);
    }

    private void addTools() {
        for (ViewportTool tool : ViewportTool.values()) {
            commands.add(AppCommand.of(
                            "tool." + tool.id(),
                            tool.labelKey(),
                            () -> reading.tool().set(tool))
                    .withKey(key(tool)));
        }
    }

    private static String key(ViewportTool tool) {
        return switch (tool) {
            case WINDOW -> "W";
            case ZOOM -> "Z";
            case PAN -> "P";
            case SCROLL -> "S";
            case CURVE -> "D";
            case DISTANCE -> "L";
            case ANGLE -> "N";
            case COBB -> "Shift+N";
            case ELLIPSE -> "E";
            case RECTANGLE -> "Q";
            case FREEHAND -> "H";
            case POINT -> "T";
            case ARROW -> "Shift+T";
            case CROSSHAIR -> "X";
        };
    }

    private void addViews() {
        ObservableBooleanValue showing = reading.showing();
        commands.add(AppCommand.undoable("view.reset", "view.reset", reading.stepping(), reading::reset)
                .withKey("R"));
        commands.add(AppCommand.undoable("view.invert", "view.invert", reading.stepping(), () -> {
                    reading.frames().get().ifPresent(FramesModel::toggleInverted);
                    return changed("view.invert", m -> m.setInverted(!m.state().inverted()));
                })
                .withKey("I"));
        commands.add(AppCommand.of(
                        "view.crosshair",
                        "view.crosshair",
                        () -> reading.crosshairShown()
                                .set(!reading.crosshairShown().get()))
                .withKey("C"));
        commands.add(AppCommand.of(
                        "view.maximise",
                        "view.maximise",
                        showing,
                        () -> reading.toggleMaximised(reading.active().get()))
                .withKey("M"));
        commands.add(AppCommand.of(
                        "view.speed",
                        "view.speed",
                        () -> reading.speedShown().set(!reading.speedShown().get()))
                .withKey("F12"));
        move(
                "view.follow",
                "view.follow",
                "F",
                m -> m.followNewest().set(!m.followNewest().get()));
    }

    private void addSlabs() {
        change("slab.thicker", "slab.thicker", "]", m -> m.setSlab(slab(m, 1)));
        change("slab.thinner", "slab.thinner", "[", m -> m.setSlab(slab(m, -1)));
        change("slab.projection", "slab.projection", "\\", m -> {
            Slab slab = m.state().slab();
            m.setSlab(new Slab(slab.thicknessMm(), after(slab.projection())));
        });
    }

    private void addCurve() {
        change("curve.shown", "curve.shown", "U", m -> m.curve().toggleShown());
        change("curve.layout", "curve.layout", "Shift+U", m -> m.curve().toggleLayout());
        change("curve.clear", "curve.clear", "Shift+D", m -> m.curve().clear());
    }

    private void addMeasurements() {
        change("measure.delete", "measure.delete", "Delete", m -> m.measure().delete());
        change(
                "measure.clear",
                "measure.clear",
                "Shift+Delete",
                m -> m.measure().clear());
    }

    private static Projection after(Projection projection) {
        return switch (projection) {
            case MIP -> Projection.MINIP;
            case MINIP -> Projection.MEAN;
            case MEAN -> Projection.MIP;
        };
    }

    private static Slab slab(MprModel model, int by) {
        Slab slab = model.state().slab();
        int nearest = 0;
        while (nearest + 1 < SLABS.size() && SLABS.get(nearest + 1) <= slab.thicknessMm()) {
            nearest++;
        }
        return new Slab(SLABS.get(Math.clamp(nearest + by, 0, SLABS.size() - 1)), slab.projection());
    }

    private void addSlices() {
        slice("slice.previous", "Up", -1);
        slice("slice.next", "Down", 1);
        slice("slice.back", "Page_Up", -10);
        slice("slice.onward", "Page_Down", 10);
        step("slice.first", "Home", () -> reading.stepTo(0));
        step("slice.last", "End", () -> reading.stepTo(Integer.MAX_VALUE));
    }

    private void slice(String id, String key, int by) {
        step(id, key, () -> reading.step(by));
    }

    private void step(String id, String key, Runnable action) {
        commands.add(AppCommand.of(id, id, reading.stepping(), action).withKey(key));
    }

    private void addHistory() {
        commands.add(
                AppCommand.of("history.undo", "history.undo", reading.history().canUndo(), reading.history()::undo)
                        .withKey("Shortcut+Z"));
        commands.add(
                AppCommand.of("history.redo", "history.redo", reading.history().canRedo(), reading.history()::redo)
                        .withKey("Shortcut+Y"));
    }

    /** A command whose effect on the planes can be taken back. */
    private void change(String id, String labelKey, String key, Consumer<MprModel> action) {
        commands.add(AppCommand.undoable(id, labelKey, reading.showing(), () -> changed(labelKey, action))
                .withKey(key));
    }

    private Optional<Change> changed(String labelKey, Consumer<MprModel> action) {
        return reading.mpr().get().flatMap(model -> model.change(labelKey, () -> action.accept(model)));
    }

    /** A command that moves through the volume; scrolling is not taken back, it is scrolled back. */
    private void move(String id, String labelKey, String key, Consumer<MprModel> action) {
        commands.add(AppCommand.of(
                        id,
                        labelKey,
                        reading.showing(),
                        () -> reading.mpr().get().ifPresent(action))
                .withKey(key));
    }
}
