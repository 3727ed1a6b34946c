package org.farfield.workstation.reading.live;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.farfield.remote.protocol.AcquisitionProgress;
import org.farfield.remote.protocol.PlanKind;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SessionState;
import org.farfield.workstation.study.LiveArrival;
import org.farfield.workstation.study.LocalStore;

/**
 * The series that arrive in a session: slices are decoded and checked off the FX thread, put in their volume, stored.
 * The properties belong to the FX thread; {@link #started}, {@link #arrived} and {@link #ended} are called on the
 * link's thread and return at once.
 */
public final class LiveSeriesModel implements AutoCloseable {

    private final LocalStore store;
    private final Executor fx;
    private final SessionClock clock;
    private final LongSupplier gatewayOffsetMillis;
    private final ExecutorService decoders;
    private final Map<String, LiveSeries> open = new ConcurrentHashMap<>();
    private final CaptureToScreen captureToScreen = new CaptureToScreen();
    private final AtomicBoolean refreshWaits = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Optional<LiveSeries>> acquisition =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LocalizerPicture>> localizer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LiveProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile long completeNanos;

    /**
     * @param gatewayOffsetMillis the gateway's clock less ours, as measured, ms
     * @param decoderThreads how many slices are decoded at once
     */
    public LiveSeriesModel(
            LocalStore store, Executor fx, SessionClock clock, LongSupplier gatewayOffsetMillis, int decoderThreads) {
        this.store = store;
        this.fx = fx;
        this.clock = clock;
        this.gatewayOffsetMillis = gatewayOffsetMillis;
        decoders = Executors.newFixedThreadPool(
                decoderThreads,
                Thread.ofPlatform().daemon().name("live-decoder-", 0).factory());
    }

    /** A series was announced. Announced again (after an outage) it goes on where it was. */
    public void started(SeriesStart start) {
        LiveSeries fresh = new LiveSeries(start, store);
        if (open.putIfAbsent(start.seriesUid(), fresh) == null) {
            completeNanos = clock.nanos();
            captureToScreen.reset();
            if (start.kind() == PlanKind.HELICAL) {
                fx.execute(() -> acquisition.set(Optional.of(fresh)));
            }
            refreshSoon(fresh);
        }
    }

    /** A slice came. One of a series that was never announced is dropped. */
    public void arrived(LiveSlice slice) {
        LiveSeries series = open.get(slice.header().seriesUid());
        if (series != null) {
            decoders.execute(() -> take(series, slice));
        }
    }

    /** No further slice will be made. */
    public void ended(SeriesEnd end) {
        LiveSeries series = open.get(end.seriesUid());
        if (series != null) {
            series.ended(end);
            refreshSoon(series);
        }
    }

    /** The newest acquisition that is more than a localizer. */
    public ReadOnlyObjectProperty<Optional<LiveSeries>> acquisition() {
        return acquisition.getReadOnlyProperty();
    }

    /** The newest localizer that has arrived whole. */
    public ReadOnlyObjectProperty<Optional<LocalizerPicture>> localizer() {
        return localizer.getReadOnlyProperty();
    }

    /** How far the newest series is, of either kind. */
    public ReadOnlyObjectProperty<Optional<LiveProgress>> progress() {
        return progress.getReadOnlyProperty();
    }

    /** From the scanner to the screen, of the newest series. */
    public CaptureToScreen captureToScreen() {
        return captureToScreen;
    }

    /**
     * The age of the picture, ms, while it is not the newest there is or nobody knows: the session is silent, or the
     * gateway has told for half a second of slices that are not here. Empty while it is fresh, and when nothing is
     * running. A scanner that has not made the next slice yet does not make the last one old. FX thread.
     */
    public OptionalLong staleMillis(HeardSession heard) {
        LiveProgress now = progress.get().orElse(null);
        if (now == null || !now.isLive()) {
            return OptionalLong.empty();
        }
        int reconstructed = heard.newest()
                .flatMap(SessionState::acquisition)
                .filter(made -> made.seriesUid().equals(now.seriesUid()))
                .map(AcquisitionProgress::reconstructed)
                .orElse(0);
        long nanos = clock.nanos();
        if (reconstructed <= now.arrived() + now.refused()) {
            completeNanos = nanos;
        }
        long behind = Math.max(0, (nanos - completeNanos) / 1_000_000);
        long age = Math.max(behind, heard.silentMillis());
        return age >= HeardSession.UNKNOWN_AFTER_MILLIS ? OptionalLong.of(age) : OptionalLong.empty();
    }

    @Override
    public void close() {
        decoders.shutdownNow();
    }

    private void take(LiveSeries series, LiveSlice slice) {
        LiveArrival arrival = series.take(slice);
        long now = clock.nanos();
        if (!(arrival instanceof LiveArrival.Rejected)) {
            long age = clock.millis()
                    + gatewayOffsetMillis.getAsLong()
                    - slice.header().captureMillis();
            captureToScreen.placed(now - age * 1_000_000, now);
            if (series.start().kind() == PlanKind.LOCALIZER) {
                showLocalizer(series);
            }
        }
        refreshSoon(series);
    }

    private void showLocalizer(LiveSeries series) {
        LocalizerPicture picture = LocalizerPicture.of(series.volume());
        fx.execute(() -> localizer.set(Optional.of(picture)));
    }

    /** However many slices come, at most one call waits for the FX thread. */
    private void refreshSoon(LiveSeries series) {
        if (refreshWaits.compareAndSet(false, true)) {
            fx.execute(() -> {
                refreshWaits.set(false);
                progress.set(Optional.of(series.progress()));
            });
        }
    }
}
