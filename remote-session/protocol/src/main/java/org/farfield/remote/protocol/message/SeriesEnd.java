package org.farfield.remote.protocol.message;

/**
 * No slice after {@code lastSequence} will come; those up to it may still be on their way.
 *
 * @param lastSequence 0 when the series has no slice
 */
public record SeriesEnd(String seriesUid, long lastSequence, SeriesOutcome outcome) implements Message {}
