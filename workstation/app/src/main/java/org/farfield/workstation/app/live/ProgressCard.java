package org.farfield.workstation.app.live;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.farfield.workstation.app.Texts;
import org.farfield.workstation.reading.live.LiveProgress;
import org.farfield.workstation.reading.live.LiveSeriesModel;
import org.farfield.workstation.reading.live.Numbers;

/** The series that arrives: slice n of N, how it ended, from capture to screen in ms. FX thread. */
final class ProgressCard extends Card {

    private final Texts texts;
    private final LiveSeriesModel series;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label slices = line("live-value");
    private final Label delay = line("live-muted");
    private final Label fault = wrapped("live-value");

    ProgressCard(Texts texts, LiveSeriesModel series) {
        this.texts = texts;
        this.series = series;
        slices.setId("slices");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(10, slices, bar, delay);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().clear();
        lines(line, fault);
    }

    void show() {
        Optional<LiveProgress> progress = series.progress().get();
        if (progress.isEmpty()) {
            slices.setText(texts.get("series.none"));
            bar.setVisible(false);
            say(delay, "", Severity.PLAIN);
            say(fault, "", Severity.PLAIN);
            return;
        }
        LiveProgress now = progress.get();
        bar.setVisible(true);
        bar.setProgress((double) now.arrived() / now.planned());
        String outcome = now.outcome()
                .filter(ended -> !now.isLive())
                .map(ended -> Words.of(texts, "outcome", ended))
                .orElseGet(() -> texts.get("outcome.LIVE"));
        slices.setText(texts.get("series.slices", now.arrived(), now.planned(), outcome));
        String millis = series.captureToScreen().newestMillis().isPresent()
                ? texts.get(
                        "series.delay",
                        Numbers.fixed(series.captureToScreen().newestMillis().getAsDouble(), 0),
                        Numbers.fixed(series.captureToScreen().p95Millis().getAsDouble(), 0))
                : "";
        say(delay, millis, Severity.PLAIN);
        say(
                fault,
                now.fault().isEmpty() ? "" : "✕ " + texts.get("series.fault", now.refused(), now.fault()),
                Severity.BAD);
    }
}
