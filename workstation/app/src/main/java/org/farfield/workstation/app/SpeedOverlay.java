package org.farfield.workstation.app;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.util.Duration;
import org.farfield.rendering.viewport.FrameShown;
import org.farfield.rendering.viewport.SurfaceStatistics;
import org.farfield.rendering.viewport.ViewportSurface;

/** How fast one viewport is, in words over its picture. FX thread. */
final class SpeedOverlay extends Corner {
    /** How often it is written anew while no frame comes, ms. */
    private static final double REST_MILLIS = 500;

    private final ViewportSurface surface;
    private final Texts texts;
    private final Timeline rest = new Timeline(new KeyFrame(Duration.millis(REST_MILLIS), event -> say()));

    SpeedOverlay(ViewportSurface surface, Texts texts) {
        super("speed", Pos.TOP_RIGHT);
        this.surface = surface;
        this.texts = texts;
        setMouseTransparent(true);
        setVisible(false);
        rest.setCycleCount(Timeline.INDEFINITE);
        surface.onFrame(frame -> say());
    }

    void show(boolean on) {
        setVisible(on);
        if (on) {
            say();
            rest.play();
        } else {
            rest.stop();
        }
    }

    private void say() {
        if (isVisible()) {
            say(words(surface.statistics()));
        }
    }

    private List<String> words(SurfaceStatistics now) {
        List<String> words = new ArrayList<>();
        now.newest().ifPresent(frame -> words.addAll(words(frame)));
        words.add(
                Double.isNaN(now.gestureMedianMillis())
                        ? texts.get("speed.nogesture")
                        : texts.get(
                                "speed.gesture",
                                Numbers.fixed(now.gestureMedianMillis(), 1),
                                Numbers.fixed(now.gestureP95Millis(), 1)));
        words.add(texts.get("speed.frames", now.framesASecond(), now.dropped()));
        return words;
    }

    private List<String> words(FrameShown frame) {
        return List.of(
                frame.engine(),
                texts.get("speed.render", Numbers.fixed(frame.renderNanos() / 1e6, 1)),
                texts.get(
                        frame.coarse() ? "speed.half" : "speed.full",
                        frame.request().width(),
                        frame.request().height()));
    }
}
