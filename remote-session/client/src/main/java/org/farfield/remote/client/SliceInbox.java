package org.farfield.remote.client;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SliceResume;

/**
 * The slices of one series on their way in: whatever order they come in, they leave by sequence, 1, 2, 3 and so on,
 * each once. A slice that stays out is asked for: at once when it is known to have gone out before this side joined,
 * after a short wait when it was merely overtaken. Client thread.
 */
final class SliceInbox {
    private static final long MOST_WAITING_BYTES = 256L << 20;

    private final SeriesStart start;
    private final long gapNanos;
    private final NavigableMap<Long, LiveSlice> waiting = new TreeMap<>();
    private long waitingBytes;
    private long next = 1;
    private long known;
    private long askAtNanos;
    private Optional<SeriesEnd> end = Optional.empty();
    private boolean closed;

    SliceInbox(SeriesStart start, long gapNanos, long nowNanos) {
        this.start = start;
        this.gapNanos = gapNanos;
        this.askAtNanos = nowNanos;
    }

    SeriesStart start() {
        return start;
    }

    /**
     * A link told of slices up to a sequence that do not come by themselves: whatever is missing is asked for at once.
     */
    void resume(long available, long nowNanos) {
        known = Math.max(known, available);
        askAtNanos = nowNanos;
    }

    /**
     * Takes a slice; gives those that can leave now. One that came before, or for which there is no room, is dropped.
     */
    List<LiveSlice> offer(LiveSlice slice, long nowNanos) {
        long sequence = slice.header().sequence();
        known = Math.max(known, sequence);
        boolean room = sequence == next || waitingBytes + slice.part10().length <= MOST_WAITING_BYTES;
        if (sequence < next || waiting.containsKey(sequence) || !room) {
            return List.of();
        }
        boolean wasWhole = waiting.isEmpty();
        waiting.put(sequence, slice);
        waitingBytes += slice.part10().length;
        List<LiveSlice> leaving = leaving();
        if (!leaving.isEmpty() || wasWhole) {
            askAtNanos = Math.max(askAtNanos, nowNanos + gapNanos);
        }
        return leaving;
    }

    /** Slices up to a sequence can no longer be had: the series goes on after them. */
    List<LiveSlice> skip(long lostThrough) {
        next = Math.max(next, lostThrough + 1);
        waiting.headMap(next).values().forEach(slice -> waitingBytes -= slice.part10().length);
        waiting.headMap(next).clear();
        return leaving();
    }

    private List<LiveSlice> leaving() {
        List<LiveSlice> leaving = new ArrayList<>();
        for (LiveSlice slice = waiting.remove(next); slice != null; slice = waiting.remove(next)) {
            waitingBytes -= slice.part10().length;
            leaving.add(slice);
            next++;
        }
        return leaving;
    }

    void ended(SeriesEnd seriesEnd, long nowNanos) {
        end = Optional.of(seriesEnd);
        known = Math.max(known, seriesEnd.lastSequence());
        askAtNanos = Math.max(askAtNanos, nowNanos + gapNanos);
    }

    /** What to ask for now, if something has stayed out too long. */
    Optional<SliceResume> missing(long nowNanos) {
        if (next > known || nowNanos - askAtNanos < 0) {
            return Optional.empty();
        }
        askAtNanos = nowNanos + Math.max(4 * gapNanos, 1_000_000_000L);
        long through = waiting.isEmpty() ? known : waiting.firstKey() - 1;
        return Optional.of(new SliceResume(start.seriesUid(), next - 1, through));
    }

    /** The end of the series, once, when every slice has left. */
    Optional<SeriesEnd> takeEnd() {
        if (closed || end.isEmpty() || next <= end.get().lastSequence()) {
            return Optional.empty();
        }
        closed = true;
        return end;
    }
}
