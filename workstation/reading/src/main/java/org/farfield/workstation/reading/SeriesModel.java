package org.farfield.workstation.reading;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.farfield.rendering.volume.VoiTransform;
import org.farfield.rendering.volume.Volume;
import org.farfield.rendering.volume.VolumeMemoryException;
import org.farfield.rendering.volume.VoxelPosition;
import org.farfield.rendering.volume.WindowPreset;
import org.farfield.workstation.study.DisplaySet;
import org.farfield.workstation.study.ImageReel;
import org.farfield.workstation.study.LoadEnd;
import org.farfield.workstation.study.LoadListener;
import org.farfield.workstation.study.Loading;
import org.farfield.workstation.study.Problem;
import org.farfield.workstation.study.SeriesLoader;
import org.farfield.workstation.study.StoredValues;
import org.jspecify.annotations.Nullable;

/**
 * Shows a series that is chosen from the list: its volume is in the viewports at once and fills as the slices arrive,
 * the slice that is looked at first. FX thread; the loader's own threads hand over through {@code ui}.
 */
public final class SeriesModel {
    private final ReadingModel reading;
    private final LoadModel load;
    private final StudyListModel list;
    private final SeriesLoader loader;
    private final Executor ui;
    private @Nullable Loading loading;

    /** @param ui runs what must be on the FX thread */
    public SeriesModel(ReadingModel reading, LoadModel load, StudyListModel list, SeriesLoader loader, Executor ui) {
        this.reading = reading;
        this.load = load;
        this.list = list;
        this.loader = loader;
        this.ui = ui;
    }

    /** Loads and shows a row's display set, in place of the one before; nothing where it cannot be shown. */
    public void show(StudyRow.OfSeries row) {
        row.displaySet().filter(DisplaySet::canLoad).ifPresent(set -> show(row, set));
        row.displaySet().filter(DisplaySet::canShowImages).ifPresent(set -> showImages(row, set));
    }

    /** Single images: their headers are looked at first, on a thread of its own. */
    private void showImages(StudyRow.OfSeries row, DisplaySet set) {
        stop();
        list.shown().set(Optional.of(set));
        Thread.ofVirtual().name("image-headers").start(() -> {
            try {
                ImageReel reel = ImageReel.open(set);
                ui.execute(() -> showImages(row, set, reel));
            } catch (IOException | RuntimeException e) {
                ui.execute(() -> load.report(List.of(Problem.unreadable(set, e))));
            }
        });
    }

    private void showImages(StudyRow.OfSeries row, DisplaySet set, ImageReel reel) {
        if (list.shown().get().equals(Optional.of(set))) {
            load.end();
            reading.show(new FramesModel(reel, SeriesLabel.of(row.study(), row.series()), ui));
        }
    }

    private void show(StudyRow.OfSeries row, DisplaySet set) {
        stop();
        Reports reports = new Reports();
        Loading now;
        try {
            now = loader.load(set, reports);
        } catch (VolumeMemoryException e) {
            load.report(List.of(Problem.unreadable(set, e)));
            return;
        }
        loading = now;
        reports.source.set(now);
        load.begin(LoadModel.Phase.LOADING, this::stop);
        load.advance(0, set.frames().size());
        StoredValues values = now.values();
        boolean known = values.window().isPresent() || values.unit().equals("HU");
        VoiTransform window = values.window().orElse(WindowPreset.MEDIASTINUM.window());
        SeriesLabel label = SeriesLabel.of(row.study(), row.series());
        // the same series may be shown again: whoever follows what is shown hears that it is another showing
        list.shown().set(Optional.empty());
        MprModel mpr = reading.show(new DisplaySetModel(now.volume(), label, window, values.lowIsWhite(), false));
        mpr.stateProperty().subscribe(state -> now.prefer(sliceAt(now.volume(), state)));
        list.shown().set(Optional.of(set));
        if (!known) {
            reports.onFirstSlice = () -> mpr.setWindow(Windows.spanning(now.volume()));
        }
    }

    private static int sliceAt(Volume volume, MprState state) {
        VoxelPosition at = volume.geometry().toVoxel(state.crosshair());
        return Math.clamp(Math.round(at.slice()), 0, volume.geometry().slices() - 1);
    }

    /** Stops loading; what has come stays in the viewports. */
    public void stop() {
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
    }

    /** Brings the loader's events to the FX thread, at most one report of progress waiting. */
    private final class Reports implements LoadListener {
        private final AtomicReference<@Nullable Loading> source = new AtomicReference<>();
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile int read;
        private volatile int total;
        private Runnable onFirstSlice = () -> {};

        @Override
        public void onSlice(int slice, int readNow, int totalNow) {
            read = readNow;
            total = totalNow;
            if (waiting.compareAndSet(false, true)) {
                ui.execute(this::progress);
            }
        }

        private void progress() {
            waiting.set(false);
            if (current()) {
                load.advance(read, total);
                onFirstSlice.run();
                onFirstSlice = () -> {};
            }
        }

        @Override
        public void onProblem(Problem problem) {
            ui.execute(() -> load.report(List.of(problem)));
        }

        @Override
        public void onEnd(LoadEnd end) {
            ui.execute(() -> {
                if (current()) {
                    loading = null;
                    load.end();
                }
            });
        }

        private boolean current() {
            return loading != null && loading == source.get();
        }
    }
}
