package org.farfield.remote.protocol;

/** Where a scan plan is in its life. On the wire: the ordinal; constants are only ever appended. */
public enum PlanState {
    /** Being edited. */
    DRAFT,
    /** Limits, dose gate and patient identity passed at the gateway. */
    CHECKED,
    /** Proposed by the remote operator: its canonical text and hash are fixed. */
    PROPOSED,
    /** The local operator accepted that hash. */
    ACCEPTED,
    /** Loaded in the scanner, for 30 s at the longest, waiting for a fresh local hold. */
    ARMED,
    /** Exposing, or on the way there under the hold. */
    RUNNING,
    /** Ran to its end. */
    DONE,
    /** Stopped by somebody or by the scanner. */
    STOPPED,
    /** Nobody released it in time, or the link to who holds it was lost. */
    LAPSED
}
