package org.farfield.workstation.reading.live;

import java.util.Optional;
import org.farfield.remote.protocol.message.SeriesOutcome;

/**
 * How far a live series has come. Immutable.
 *
 * @param seriesUid Series Instance UID
 * @param planned slices planned
 * @param arrived slices in the volume
 * @param refused slices that were not what was announced and were left out
 * @param fault why the last of those was left out, or why the disk did not take a slice; empty while all is well
 * @param outcome how the scan ended, once it has
 * @param lastSequence slices that were made, once it has ended; else 0
 */
public record LiveProgress(
        String seriesUid,
        int planned,
        int arrived,
        int refused,
        String fault,
        Optional<SeriesOutcome> outcome,
        long lastSequence) {

    /** Whether slices may still come. */
    public boolean isLive() {
        return outcome.isEmpty() || arrived + refused < lastSequence;
    }
}
