package org.farfield.workstation.app;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.farfield.workstation.reading.Cine;
import org.farfield.workstation.reading.FramesModel;
import org.farfield.workstation.reading.MprModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.ReadingModel;
import org.farfield.workstation.reading.SliceSteps;

/**
 * Plays the slices of the plane that the keyboard moves, or single images at their own rate. A slice is asked for when
 * the one before is on the screen; those that came due meanwhile are dropped, and counted. FX thread.
 */
final class CinePlayer extends Label {
    private static final double STEP = Math.pow(2, 0.25);

    private final ReadingModel reading;
    private final ReadingView view;
    private final Cine cine = new Cine();
    private Plane plane = Plane.AXIAL;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            step();
        }
    };

    CinePlayer(ReadingModel reading, ReadingView view, Texts texts) {
        this.reading = reading;
        this.view = view;
        setId("cine-words");
        setMinWidth(Region.USE_PREF_SIZE);
        visibleProperty().bind(cine.playing());
        managedProperty().bind(cine.playing());
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "cine.words",
                                Numbers.fixed(cine.rate().get(), 1),
                                cine.dropped().get()),
                        cine.rate(),
                        cine.dropped(),
                        texts.language()));
        reading.mpr().subscribe(shown -> stop());
        reading.frames().subscribe(shown -> begin(shown));
    }

    static void addTo(CommandSet commands, CinePlayer player, ReadingModel reading) {
        commands.add(AppCommand.of("cine.play", "cine.play", reading.stepping(), player::toggle)
                .withKey("G"));
        commands.add(AppCommand.of("cine.faster", "cine.faster", reading.stepping(), () -> player.change(STEP))
                .withKey("Shift+G"));
        commands.add(AppCommand.of("cine.slower", "cine.slower", reading.stepping(), () -> player.change(1 / STEP))
                .withKey("Alt+G"));
    }

    Cine cine() {
        return cine;
    }

    private void toggle() {
        if (cine.playing().get()) {
            stop();
        } else {
            reading.mpr().get().ifPresent(this::start);
            reading.frames().get().ifPresent(this::start);
        }
    }

    /** Single images that bring a rate are played at it, at once where they are a run. */
    private void begin(Optional<FramesModel> shown) {
        stop();
        shown.ifPresent(frames -> frames.rate().ifPresent(perSecond -> {
            cine.setRate(perSecond);
            start(frames);
        }));
    }

    private void start(FramesModel frames) {
        cine.start(frames.state().get().index(), frames.count(), System.nanoTime());
        pulse.start();
    }

    private void start(MprModel mpr) {
        plane = reading.active().get();
        SliceSteps steps = mpr.steps(plane);
        cine.start(steps.index(mpr.state().crosshair()), steps.count(), System.nanoTime());
        pulse.start();
    }

    private void stop() {
        cine.stop();
        pulse.stop();
    }

    private void change(double factor) {
        cine.change(factor, System.nanoTime());
    }

    private void step() {
        reading.frames()
                .get()
                .filter(FramesModel::settled)
                .ifPresent(frames -> cine.due(System.nanoTime()).ifPresent(frames::goTo));
        reading.mpr().get().ifPresent(this::step);
    }

    private void step(MprModel mpr) {
        ViewportPane viewport = view.viewport(plane);
        if (!viewport.isVisible() || viewport.settled()) {
            cine.due(System.nanoTime()).ifPresent(slice -> mpr.goTo(plane, slice));
        }
    }
}
