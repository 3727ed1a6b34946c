package org.farfield.remote.protocol.message;

import org.farfield.remote.protocol.PlanKind;

/**
 * A series begins, or (for who joins late) began before. Slices with a sequence above {@code availableSequence} follow
 * by themselves; those up to it come only when asked for by {@link SliceResume}.
 *
 * @param description Series Description (0008,103E)
 * @param plannedSlices number of slots; the slices' indices are 0 to this less one
 * @param availableSequence highest sequence sent to others before this; 0 when the series really begins now
 */
public record SeriesStart(
        String seriesUid,
        String studyUid,
        String description,
        PlanKind kind,
        int plannedSlices,
        SeriesGeometry geometry,
        long availableSequence)
        implements Message {

    /** Most slices of a live series. */
    public static final int MOST_SLICES = 100_000;

    /** Refuses a number of slices that cannot be. */
    public SeriesStart {
        if (plannedSlices < 1 || plannedSlices > MOST_SLICES || availableSequence < 0) {
            throw new IllegalArgumentException("planned slices " + plannedSlices + ", available " + availableSequence);
        }
    }

    /** The same for somebody who joins when slices up to {@code available} have gone out. */
    public SeriesStart joinedAt(long available) {
        return new SeriesStart(seriesUid, studyUid, description, kind, plannedSlices, geometry, available);
    }
}
