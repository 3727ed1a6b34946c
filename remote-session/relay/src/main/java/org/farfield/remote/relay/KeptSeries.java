package org.farfield.remote.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.farfield.remote.protocol.message.LiveSlice;
import org.farfield.remote.protocol.message.SeriesEnd;
import org.farfield.remote.protocol.message.SeriesStart;
import org.farfield.remote.protocol.message.SliceResume;
import org.jspecify.annotations.Nullable;

/** One series as far as the relay has it. On the relay's thread. */
final class KeptSeries {
    private static final int MOST_GAPS = 64;

    private final String uid;
    private final NavigableMap<Long, LiveSlice> slices = new TreeMap<>();
    private @Nullable SeriesStart start;
    private @Nullable SeriesEnd end;
    private long newest;
    private long lostThrough;

    KeptSeries(String uid) {
        this.uid = uid;
    }

    String uid() {
        return uid;
    }

    Optional<SeriesStart> start() {
        return Optional.ofNullable(start);
    }

    void start(SeriesStart message) {
        start = message;
    }

    Optional<SeriesEnd> end() {
        return Optional.ofNullable(end);
    }

    void end(SeriesEnd message) {
        end = message;
    }

    /** The highest sequence that was ever here; 0 = none. */
    long newest() {
        return newest;
    }

    /** Slices up to this sequence are kept no longer; 0 = all are. */
    long lostThrough() {
        return lostThrough;
    }

    NavigableMap<Long, LiveSlice> slices() {
        return slices;
    }

    /** False for one that is here, or was. */
    boolean add(LiveSlice slice) {
        long sequence = slice.header().sequence();
        if (sequence <= lostThrough || slices.putIfAbsent(sequence, slice) != null) {
            return false;
        }
        newest = Math.max(newest, sequence);
        return true;
    }

    /** Lets the oldest slice go. */
    Optional<LiveSlice> dropOldest() {
        var oldest = slices.pollFirstEntry();
        if (oldest == null) {
            return Optional.empty();
        }
        lostThrough = oldest.getKey();
        return Optional.of(oldest.getValue());
    }

    /** What must be asked for to have everything up to {@code through}. */
    List<SliceResume> missing(long through) {
        List<SliceResume> gaps = new ArrayList<>();
        long have = lostThrough;
        for (long sequence : slices.keySet()) {
            if (sequence > through || gaps.size() == MOST_GAPS) {
                break;
            }
            if (sequence > have + 1) {
                gaps.add(new SliceResume(uid, have, sequence - 1));
            }
            have = sequence;
        }
        if (have < through) {
            gaps.add(new SliceResume(uid, have, through));
        }
        return gaps;
    }
}
