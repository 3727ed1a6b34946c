package org.farfield.rendering.volume;

/**
 * The Frame of Reference UID (0020,0052): points of two volumes may be compared only where it is the same. Empty = not
 * stated.
 */
public record FrameOfReference(String uid) {

    public static final FrameOfReference UNSTATED = new FrameOfReference("");
}
