package org.farfield.remote.protocol;

/** Where an estimate stands (NEMA XR-25). On the wire: the ordinal; constants are only ever appended. */
public enum DoseLevel {
    /** Nothing to say. */
    BELOW,
    /** The planned element is above its notification value: a reason is asked. */
    NOTIFICATION,
    /** The study with it would be above an alert value: a second, local person and a reason are asked. */
    ALERT,
    /** The study with it would be above the site's ceiling: it is refused. */
    CEILING
}
