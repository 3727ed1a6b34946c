package org.farfield.workstation.reading;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeMemoryException;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.LoadEnd;
import org.farfield.workstation.study.LoadListener;
import org.farfield.workstation.study.Loading;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.SeriesLoader;
import org.jspecify.annotations.Nullable;

/**
 * Lays a second series over the one that is shown. FX thread; the loader's own threads hand over through {@code ui}.
 */
public final class FusionModel {
    private final ReadingModel reading;
    private final LoadModel load;
    private final SeriesLoader loader;
    private final Executor ui;
    private final ObjectProperty<Optional<String>> refusal =
            new SimpleObjectProperty<>(this, "refusal", Optional.empty());
    private @Nullable Loading loading;

    /**
     * Nothing lies over anything yet.
     *
     * @param ui runs what must be on the FX thread
     */
    public FusionModel(ReadingModel reading, LoadModel load, SeriesLoader loader, Executor ui) {
        this.reading = reading;
        this.load = load;
        this.loader = loader;
        this.ui = ui;
        reading.mpr().subscribe(shown -> stop());
    }

    /** Key of the words that say why the last series could not be laid over; empty where it could. */
    public ObjectProperty<Optional<String>> refusal() {
        return refusal;
    }

    /** Loads a row's display set and lays it over what is shown, in place of the one before. */
    public void fuse(StudyRow.OfSeries row) {
        Optional<MprModel> shown = reading.mpr().get();
        Optional<DisplaySet> set = row.displaySet().filter(DisplaySet::canLoad);
        if (shown.isPresent() && set.isPresent()) {
            fuse(row, set.get(), shown.get());
        }
    }

    private void fuse(StudyRow.OfSeries row, DisplaySet set, MprModel mpr) {
        stop();
        Loading now;
        try {
            now = loader.load(set, new Reports());
        } catch (VolumeMemoryException e) {
            load.report(List.of(Problem.unreadable(set, e)));
            return;
        }
        if (!together(mpr.displaySet().volume(), now.volume())) {
            now.cancel();
            refusal.set(Optional.of("fusion.elsewhere"));
            return;
        }
        refusal.set(Optional.empty());
        loading = now;
        SeriesLabel label = SeriesLabel.of(row.study(), row.series());
        VoiTransform voi = now.values().window().orElseGet(() -> Windows.spanning(now.volume()));
        mpr.fusion().set(Optional.of(new Fusion(now.volume(), voi, Fusion.START, label)));
        Thread.ofVirtual().name("fusion-window").start(() -> windowWhenWhole(now, mpr));
    }

    /** A series without a window of its own gets one of its values, once they are there. */
    private void windowWhenWhole(Loading now, MprModel mpr) {
        try {
            now.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (now.values().window().isEmpty()) {
            VoiTransform spanning = Windows.spanning(now.volume());
            ui.execute(() -> mpr.fusion()
                    .get()
                    .filter(fused -> fused.volume() == now.volume())
                    .ifPresent(fused -> mpr.fusion().set(Optional.of(fused.with(spanning)))));
        }
    }

    /** PS3.3 C.7.4.1: only points of one frame of reference may be compared. */
    private static boolean together(Volume one, Volume other) {
        FrameOfReference frame = one.geometry().frameOfReference();
        return !frame.uid().isEmpty() && frame.equals(other.geometry().frameOfReference());
    }

    /** Takes the second series away. */
    public void clear() {
        stop();
        reading.mpr().get().ifPresent(mpr -> mpr.fusion().set(Optional.empty()));
    }

    private void stop() {
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
    }

    private final class Reports implements LoadListener {
        @Override
        public void onSlice(int slice, int read, int total) {}

        @Override
        public void onProblem(Problem problem) {
            ui.execute(() -> load.report(java.util.List.of(problem)));
        }

        @Override
        public void onEnd(LoadEnd end) {}
    }
}
