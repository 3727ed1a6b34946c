package org.farfield.remote.gateway.live;

import org.farfield.remote.protocol.message.SeriesOutcome;

/** The scanner's end of one live series. Calls come one after another on any thread and return at once. */
public final class LiveRun {
    private final LiveFeed feed;
    private final LiveSeries series;

    LiveRun(LiveFeed feed, LiveSeries series) {
        this.feed = feed;
        this.series = series;
    }

    /** The beam is on: everybody hears of the series. */
    public void announce() {
        feed.run(() -> {
            series.announce();
            feed.settle(series);
        });
    }

    /** One slice, as {@code AcquisitionListener} gives it. */
    public void slice(int index, byte[] part10, long captureMillis) {
        announce();
        feed.take(series, index, part10, captureMillis);
    }

    /** No more slices come. A series without a beam was never heard of and is not ended either. */
    public void end(SeriesOutcome outcome) {
        feed.run(() -> {
            series.ends(outcome);
            feed.settle(series);
        });
    }
}
