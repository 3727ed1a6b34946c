package org.farfield.workstation.reading;

import org.farfield.rendering.volume.PatientVector;

/**
 * The four planes of the 2x2 layout, as a radiologist looks at them: axial from the feet, coronal from the front,
 * sagittal from the left; the oblique one starts as a coronal plane that is turned and tilted, and is turned by its
 * handles.
 */
public enum Plane {
    AXIAL("axial"),
    CORONAL("coronal"),
    SAGITTAL("sagittal"),
    OBLIQUE("oblique");

    private static final double OBLIQUE_TURN_DEGREES = 30;
    private static final double OBLIQUE_TILT_DEGREES = 20;

    private final String id;

    Plane(String id) {
        this.id = id;
    }

    /** A key for the bundles: {@code axial}. */
    public String id() {
        return id;
    }

    /** Towards the right edge of the screen at the start, length 1. */
    public PatientVector right() {
        return switch (this) {
            case AXIAL, CORONAL -> PatientVector.LEFT;
            case SAGITTAL -> PatientVector.POSTERIOR;
            case OBLIQUE -> PatientVector.LEFT.rotatedAbout(PatientVector.HEAD, OBLIQUE_TURN_DEGREES);
        };
    }

    /** Towards the lower edge of the screen at the start, length 1. */
    public PatientVector down() {
        return switch (this) {
            case AXIAL -> PatientVector.POSTERIOR;
            case CORONAL, SAGITTAL -> PatientVector.HEAD.negated();
            case OBLIQUE -> PatientVector.HEAD.negated().rotatedAbout(right(), OBLIQUE_TILT_DEGREES);
        };
    }

    /**
     * The way in which slice numbers grow, length 1: from head to feet, from front to back, from the patient's right to
     * the left; perpendicular to a plane of these directions.
     */
    public PatientVector forward(PatientVector right, PatientVector down) {
        PatientVector intoScreen = right.cross(down).normalized();
        return this == AXIAL || this == SAGITTAL ? intoScreen.negated() : intoScreen;
    }
}
