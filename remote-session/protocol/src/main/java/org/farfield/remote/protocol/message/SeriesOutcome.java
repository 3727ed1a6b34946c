package org.farfield.remote.protocol.message;

/** How a series ended. On the wire: the ordinal; constants are only ever appended. */
public enum SeriesOutcome {
    /** Every planned slice was made. */
    COMPLETE,
    /** Somebody or the scanner stopped; what was made is whole. */
    STOPPED,
    /** The scanner failed. */
    FAILED
}
