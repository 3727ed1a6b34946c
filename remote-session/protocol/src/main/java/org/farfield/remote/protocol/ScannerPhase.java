package org.farfield.remote.protocol;

/** What the scanner does. On the wire: the ordinal; constants are only ever appended. */
public enum ScannerPhase {
    /** The gateway cannot reach the scanner. */
    OFFLINE,
    /** Idle and able to take a plan. */
    READY,
    /** The table moves without beam. */
    MOVING,
    /** A plan is loaded; rotor, generator and table get ready. */
    PREPARING,
    /** X-rays are on. */
    EXPOSING,
    /** The beam is off, slices are still being reconstructed. */
    RECONSTRUCTING,
    /** Stopped before the end of a plan; a new plan makes it ready again. */
    STOPPED,
    /** Cannot scan until a person at the scanner has cleared the fault. */
    FAULT
}
