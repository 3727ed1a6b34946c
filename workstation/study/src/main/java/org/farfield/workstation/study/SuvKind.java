package org.farfield.workstation.study;

/** What a standardized uptake value is normalised by; SUV Type (0054,1006) in parentheses. */
public enum SuvKind {
    /** Body weight (BW), g/ml. */
    BODY_WEIGHT("g/ml"),
    /** Lean body mass after Janmahasatian (LBMJANMA), g/ml. */
    LEAN_BODY_MASS("g/ml"),
    /** Body surface area after Du Bois (BSA), cm2/ml. */
    BODY_SURFACE("cm2/ml");

    private final String unit;

    SuvKind(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }
}
