package org.farfield.remote.protocol.message;

/**
 * Asks for slices that went out before, or were missed: those with {@code afterSequence < sequence <= throughSequence}
 * that the other side has. What it no longer has it says by {@link ViewerLag}.
 */
public record SliceResume(String seriesUid, long afterSequence, long throughSequence) implements Message {
    /** Refuses a range that is none. */
    public SliceResume {
        if (afterSequence < 0 || throughSequence < afterSequence) {
            throw new IllegalArgumentException("no range: after " + afterSequence + " through " + throughSequence);
        }
    }
}
