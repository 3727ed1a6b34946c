package org.farfield.remote.relay;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.farfield.remote.protocol.message.LiveSlice;

/**
 * The newest series of a session, kept in memory for who joins late or is slow: at most so many bytes and so many
 * series. The oldest go first. On the relay's thread.
 */
final class SeriesRing {
    private static final int MOST_SERIES = 16;

    private final long mostBytes;
    private final Map<String, KeptSeries> series = new LinkedHashMap<>();
    private long bytes;

    SeriesRing(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Oldest first. */
    Collection<KeptSeries> all() {
        return series.values();
    }

    Optional<KeptSeries> find(String uid) {
        return Optional.ofNullable(series.get(uid));
    }

    /** The series, made if it is new: slices may come before the message that starts their series. */
    KeptSeries of(String uid) {
        KeptSeries known = series.get(uid);
        if (known != null) {
            return known;
        }
        if (series.size() == MOST_SERIES) {
            KeptSeries oldest = series.values().iterator().next();
            bytes -= oldest.slices().values().stream()
                    .mapToLong(slice -> slice.part10().length)
                    .sum();
            series.remove(oldest.uid());
        }
        KeptSeries made = new KeptSeries(uid);
        series.put(uid, made);
        return made;
    }

    /** False for a slice that is not new. */
    boolean add(LiveSlice slice) {
        if (!of(slice.header().seriesUid()).add(slice)) {
            return false;
        }
        bytes += slice.part10().length;
        while (bytes > mostBytes && dropOldest()) {
            // until it fits
        }
        return true;
    }

    private boolean dropOldest() {
        for (KeptSeries oldest : series.values()) {
            Optional<LiveSlice> dropped = oldest.dropOldest();
            if (dropped.isPresent()) {
                bytes -= dropped.get().part10().length;
                return true;
            }
        }
        return false;
    }

    long bytes() {
        return bytes;
    }
}
