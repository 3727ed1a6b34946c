package org.farfield.workstation.reading;

import org.farfield.rendering.volume.PatientVector;

/**
 * The four planes of the 2x2 layout, as a radiologist looks at them: axial from the feet, coronal from the front,
 * sagittal from the left; the oblique one starts as a coronal plane that is turned and tilted, and is turned by its
 * handles.
 */
public enum Plane {
    AXIAL("axial", PatientVector.LEFT, PatientVector.POSTERIOR, -1),
    CORONAL("coronal", PatientVector.LEFT, PatientVector.HEAD.negated(), 1),
    SAGITTAL("sagittal", PatientVector.POSTERIOR, PatientVector.HEAD.negated(), -1),
    OBLIQUE("oblique", Oblique.RIGHT, Oblique.DOWN, 1);

    private final String id;
    private final PatientVector right;
    private final PatientVector down;
    private final int forward;

    Plane(String id, PatientVector right, PatientVector down, int forward) {
        this.id = id;
        this.right = right;
        this.down = down;
        this.forward = forward;
    }

    /** A key for the bundles: {@code axial}. */
    public String id() {
        return id;
    }

    /** Towards the right edge of the screen at the start, length 1. */
    public PatientVector right() {
        return right;
    }

    /** Towards the lower edge of the screen at the start, length 1. */
    public PatientVector down() {
        return down;
    }

    /**
     * The way in which slice numbers grow, length 1: from head to feet, from front to back, from the patient's right to
     * the left; perpendicular to a plane of these directions.
     */
    public PatientVector forward(PatientVector right, PatientVector down) {
        return right.cross(down).times(forward).normalized();
    }

    /** A coronal plane turned by 30 degrees about the body's axis and tilted by 20 degrees. */
    private static final class Oblique {
        static final PatientVector RIGHT = PatientVector.LEFT.rotatedAbout(PatientVector.HEAD, 30);
        static final PatientVector DOWN = PatientVector.HEAD.negated().rotatedAbout(RIGHT, 20);
    }
}
