package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.farfield.dicom.PersonName;
import org.farfield.remote.protocol.PatientContext;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.rendering.viewport.FrameShown;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.app.AppCommand;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.app.WindowExtension;
import org.farfield.workstation.app.WorkstationWindow;
import org.farfield.workstation.reading.DisplaySetModel;
import org.farfield.workstation.reading.Plane;
import org.farfield.workstation.reading.SeriesLabel;
import org.farfield.workstation.reading.live.ConsoleModel;
import org.farfield.workstation.reading.live.LiveProgress;
import org.farfield.workstation.reading.live.LiveSeries;
import org.farfield.workstation.reading.live.LiveSeriesModel;
import org.farfield.workstation.reading.live.LiveTalk;

/**
 * The live session in a workstation window: the console at the side, the arriving series in the same four planes as any
 * other, hatched while it is not fresh. FX thread.
 */
public final class LiveDock implements WindowExtension.Attached {

    /** How often everything is looked at again, ms: twice within the shortest time that a person must not miss. */
    static final double LOOK_MILLIS = 50;

    private final WorkstationWindow window;
    private final ConsoleModel console;
    private final LiveSeriesModel series;
    private final SessionClock clock;
    private final Runnable stored;
    private final ConsolePane pane;
    private final StaleHatch hatch;
    private final Pointing pointing;
    private final Timeline look;
    private boolean shownLive;

    /**
     * Docks a session.
     *
     * @param stored called when a series has ended and lies in the local store
     */
    public LiveDock(
            WorkstationWindow window,
            ConsoleModel console,
            LiveSeriesModel series,
            LiveTalk talk,
            SessionClock clock,
            Runnable stored) {
        this.window = window;
        this.console = console;
        this.series = series;
        this.clock = clock;
        this.stored = stored;
        Texts texts = LiveLook.texts(window.texts());
        pane = new ConsolePane(
                texts,
                console,
                series,
                new ChatPane(texts, talk.chat(), () -> window.view().active().requestFocus()));
        pointing = new Pointing(window.view(), talk.pointers(), texts);
        window.commands()
                .add(AppCommand.of("live.point", "live.point", talk.pointers()::toggleSending)
                        .withKey("Alt+K"));
        window.commands()
                .add(AppCommand.of("live.chat", "live.chat", pane.chat()::write).withKey("Alt+T"));
        hatch = new StaleHatch(texts);
        hatch.getStylesheets().add(LiveLook.sheet());
        hatch.setManaged(false);
        window.view().getChildren().add(hatch);
        window.view().layoutBoundsProperty().subscribe(at -> hatch.resizeRelocate(0, 0, at.getWidth(), at.getHeight()));
        window.setSidePane(pane);
        for (Plane plane : Plane.values()) {
            window.view().viewport(plane).surface().onFrame(this::frame);
        }
        series.acquisition().subscribe(newest -> newest.ifPresent(this::show));
        series.progress().subscribe(this::progressed);
        look = new Timeline(new KeyFrame(Duration.millis(LOOK_MILLIS), event -> refresh()));
        look.setCycleCount(Timeline.INDEFINITE);
        look.play();
    }

    /** Looks at everything again. */
    public void refresh() {
        console.refresh();
        pane.refresh();
        pointing.refresh();
        hatch.show(series.staleMillis(console.heard().get()));
    }

    public ConsolePane pane() {
        return pane;
    }

    @Override
    public void close() {
        look.stop();
    }

    private void show(LiveSeries newest) {
        window.show(new DisplaySetModel(newest.volume(), label(newest), WindowPreset.MEDIASTINUM.window(), true));
    }

    private SeriesLabel label(LiveSeries newest) {
        Optional<PatientContext> patient = console.heard().get().newest().map(SessionState::patient);
        return new SeriesLabel(
                patient.map(known -> PersonName.parse(known.patientName()).display())
                        .orElse(""),
                patient.map(PatientContext::patientId).orElse(""),
                patient.map(PatientContext::birthDate).orElse(""),
                patient.map(PatientContext::sex).orElse(""),
                "",
                "",
                "",
                newest.start().description(),
                "CT",
                "");
    }

    private void progressed(Optional<LiveProgress> progress) {
        boolean live = progress.map(LiveProgress::isLive).orElse(false);
        if (shownLive && !live) {
            stored.run();
        }
        shownLive = live;
    }

    private void frame(FrameShown frame) {
        if (series.acquisition()
                .get()
                .map(newest -> newest.volume() == frame.request().volume())
                .orElse(false)) {
            long now = clock.nanos();
            series.captureToScreen().frame(now - frame.latencyNanos(), now);
        }
    }
}
