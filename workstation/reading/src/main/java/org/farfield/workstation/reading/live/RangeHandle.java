package org.farfield.workstation.reading.live;

/** What of the scan range a person takes hold of on the localizer. */
public enum RangeHandle {
    /** The line where the scan starts. */
    START,
    /** The line where it ends. */
    END,
    /** The inside of the box: moves the whole range and the centre of the field of view. */
    BOX,
    /** The edge of the field of view at the smaller coordinate across the patient. */
    LOW_EDGE,
    /** The edge of the field of view at the larger coordinate across the patient. */
    HIGH_EDGE
}
