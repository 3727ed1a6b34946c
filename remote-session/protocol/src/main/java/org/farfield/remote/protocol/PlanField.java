package org.farfield.remote.protocol;

/**
 * The numbers of a {@link ScanPlan} that a person edits, with the name used in canonical text and scripts and the unit.
 * The kernel and the localizer view are words, not numbers, and are not here. On the wire: the ordinal; constants are
 * only ever appended.
 */
public enum PlanField {
    START_MM("start", "mm"),
    END_MM("end", "mm"),
    KILOVOLTS("kvp", "kV"),
    TUBE_CURRENT_MA("ma", "mA"),
    ROTATION_SECONDS("rotation", "s"),
    PITCH("pitch", ""),
    COLLIMATION_MM("collimation", "mm"),
    SLICE_THICKNESS_MM("thickness", "mm"),
    INTERVAL_MM("interval", "mm"),
    FIELD_OF_VIEW_MM("fov", "mm"),
    CENTER_X_MM("center-x", "mm"),
    CENTER_Y_MM("center-y", "mm"),
    BREATH_HOLD_DELAY_SECONDS("breath-hold-delay", "s"),
    MATRIX("matrix", "px");

    private final String word;
    private final String unit;

    PlanField(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    /** The name in canonical text, scripts and limit violations: ASCII, lower case, no blanks. */
    public String word() {
        return word;
    }

    /** The unit as written beside the number; empty where there is none. */
    public String unit() {
        return unit;
    }
}
