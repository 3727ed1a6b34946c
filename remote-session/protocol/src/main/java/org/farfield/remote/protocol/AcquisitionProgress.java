package org.farfield.remote.protocol;

/**
 * How far the newest series is. Immutable.
 *
 * @param planned slices planned
 * @param reconstructed slices reconstructed so far
 * @param done whether no further slice comes
 */
public record AcquisitionProgress(String seriesUid, int planned, int reconstructed, boolean done) {}
