package org.farfield.remote.gateway;

import org.farfield.remote.protocol.message.SeriesGeometry;
import org.farfield.remote.protocol.message.SeriesStart;

/**
 * The series that a loaded plan will give, so that a viewer can make room before the first slice. Immutable.
 *
 * @param description Series Description (0008,103E)
 * @param plannedSlices how many slices will come, index 0 to plannedSlices - 1
 * @param geometry where the slices lie and what their stored values mean
 */
public record SeriesLayout(String description, int plannedSlices, SeriesGeometry geometry) {
    /** Refuses a number of slices that cannot be live. */
    public SeriesLayout {
        if (plannedSlices < 1 || plannedSlices > SeriesStart.MOST_SLICES) {
            throw new IllegalArgumentException("planned slices " + plannedSlices);
        }
    }
}
