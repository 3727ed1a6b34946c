package org.farfield.workstation.reading.live;

import org.farfield.remote.client.SessionView;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;

/**
 * Hands what a client hears to the models: series, chat and pointers to their models at once, the rest as a word that
 * something changed.
 */
public final class LiveFeed extends TalkFeed {

    private final LiveSeriesModel series;
    private final Runnable changed;

    /** @param changed called on the client's thread when the state changed */
    public LiveFeed(LiveSeriesModel series, LiveTalk talk, Runnable changed) {
        super(talk);
        this.series = series;
        this.changed = changed;
    }

    @Override
    public void onView(SessionView view) {
        changed.run();
    }

    @Override
    public void onSeriesStart(SeriesStart start) {
        series.started(start);
    }

    @Override
    public void onSlice(LiveSlice slice) {
        series.arrived(slice);
    }

    @Override
    public void onSeriesEnd(SeriesEnd end) {
        series.ended(end);
    }
}
