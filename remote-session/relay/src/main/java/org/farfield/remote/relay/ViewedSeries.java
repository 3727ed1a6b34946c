package org.farfield.remote.relay;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.farfield.remote.protocol.message.SliceResume;

/**
 * What one viewer is to get of one series: everything after the sequence that was there when he was told of it, and
 * what he asked for. On the relay's thread.
 */
final class ViewedSeries {
    private final KeptSeries series;
    private final NavigableSet<Long> unsent = new TreeSet<>();
    private final long pushedAfter;
    private long askedAfter;
    private long askedThrough;
    private boolean toldBehind;

    ViewedSeries(KeptSeries series, long pushedAfter) {
        this.series = series;
        this.pushedAfter = pushedAfter;
        unsent.addAll(series.slices().tailMap(pushedAfter, false).keySet());
    }

    KeptSeries series() {
        return series;
    }

    NavigableSet<Long> unsent() {
        return unsent;
    }

    /** A slice came to the relay. */
    void arrived(long sequence) {
        if (sequence > pushedAfter || (sequence > askedAfter && sequence <= askedThrough)) {
            unsent.add(sequence);
        }
    }

    /** The viewer asks for slices again, or for the first time; those that come later go to him too. */
    void ask(SliceResume range) {
        askedAfter = askedThrough == 0 ? range.afterSequence() : Math.min(askedAfter, range.afterSequence());
        askedThrough = Math.max(askedThrough, range.throughSequence());
        unsent.addAll(series.slices()
                .subMap(range.afterSequence(), false, range.throughSequence(), true)
                .keySet());
    }

    /** Whether the viewer has to hear how far it is behind: while it is, and once when it is no longer. */
    boolean lagToTell() {
        boolean behind = !unsent.isEmpty();
        boolean tell = behind || toldBehind;
        toldBehind = behind;
        return tell;
    }
}
