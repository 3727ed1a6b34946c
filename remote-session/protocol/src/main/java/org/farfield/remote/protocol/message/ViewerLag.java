package org.farfield.remote.protocol.message;

/**
 * Tells a viewer how far it is behind because its link is slow; once with {@code behind} 0 when it has caught up.
 *
 * @param newestSequence newest slice of the series that exists
 * @param behind slices that exist and are not sent to this viewer yet
 * @param lostThrough slices up to this sequence are no longer kept and cannot be had here; 0 = none lost
 */
public record ViewerLag(String seriesUid, long newestSequence, long behind, long lostThrough) implements Message {}
