package org.farfield.remote.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SliceResume;
import org.farfield.remote.protocol.message.ViewerLag;
import org.farfield.remote.protocol.transport.Link;

/**
 * A participant at the relay. Slices go out in order while his link takes them; what it does not take waits in the ring
 * and nowhere else, so that a slow viewer costs no memory of its own. On the relay's thread.
 */
final class Viewer {
    private final int channel;
    private final Link link;
    private final Map<String, ViewedSeries> viewed = new LinkedHashMap<>();
    private boolean admitted;
    private int framesThisTick;

    Viewer(int channel, Link link) {
        this.channel = channel;
        this.link = link;
    }

    int channel() {
        return channel;
    }

    Link link() {
        return link;
    }

    /** Whether the gateway has welcomed him since the relay last connected to it. */
    boolean admitted() {
        return admitted;
    }

    void admitted(boolean now) {
        admitted = now;
    }

    /** Counts a frame from him; how many there were since the last tick. */
    int countFrame() {
        return ++framesThisTick;
    }

    /** Tells him of a series, once, and from where on its slices come by themselves. */
    void show(KeptSeries series, long pushedAfter) {
        series.start().ifPresent(start -> {
            if (!viewed.containsKey(series.uid())) {
                viewed.put(series.uid(), new ViewedSeries(series, pushedAfter));
                link.send(start.joinedAt(pushedAfter));
                series.end().ifPresent(link::send);
            }
        });
    }

    void ended(KeptSeries series) {
        if (viewed.containsKey(series.uid())) {
            series.end().ifPresent(link::send);
        }
    }

    void arrived(String seriesUid, long sequence) {
        ViewedSeries series = viewed.get(seriesUid);
        if (series != null) {
            series.arrived(sequence);
        }
    }

    void ask(SliceResume range) {
        ViewedSeries series = viewed.get(range.seriesUid());
        if (series != null) {
            series.ask(range);
            if (series.series().lostThrough() > range.afterSequence()) {
                link.send(lag(series));
            }
        }
    }

    /** Sends what the link takes now, the newest series first. */
    void pump() {
        if (!admitted) {
            return;
        }
        for (ViewedSeries series : viewed.values().stream().toList().reversed()) {
            while (link.writable() && !series.unsent().isEmpty()) {
                LiveSlice slice = series.series().slices().get(series.unsent().pollFirst());
                if (slice != null) {
                    link.sendSlice(slice);
                }
            }
        }
    }

    /** Regularly: how far he is behind, if he is. */
    void tick() {
        framesThisTick = 0;
        for (ViewedSeries series : viewed.values()) {
            series.unsent().headSet(series.series().lostThrough(), true).clear();
            if (series.lagToTell()) {
                link.send(lag(series));
            }
        }
    }

    private static ViewerLag lag(ViewedSeries series) {
        KeptSeries kept = series.series();
        return new ViewerLag(kept.uid(), kept.newest(), series.unsent().size(), kept.lostThrough());
    }

    /** Forgets series that the ring has let go. */
    void keepOnly(SeriesRing ring) {
        viewed.keySet().removeIf(uid -> ring.find(uid).isEmpty());
    }
}
