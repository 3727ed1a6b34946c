package org.farfield.workstation.reading;

import org.farfield.rendering.volume.PatientVector;

/**
 * How one plane is looked at: where its right and down lead in the patient (length 1, perpendicular), how far the
 * picture was moved against the volume's centre, and its zoom against the size at which the whole volume fits the
 * viewport.
 */
public record PlaneView(PatientVector right, PatientVector down, double panRightMm, double panDownMm, double zoom) {
    static final double LEAST_ZOOM = 0.25;
    static final double MOST_ZOOM = 40;

    static PlaneView start(Plane plane) {
        return new PlaneView(plane.right(), plane.down(), 0, 0, 1);
    }

    /** How far this view was turned from the way in which {@code plane} starts, in degrees. */
    public double degreesFrom(Plane plane) {
        return Math.max(right.degreesTo(plane.right()), down.degreesTo(plane.down()));
    }

    public PlaneView panned(double rightMm, double downMm) {
        return new PlaneView(right, down, rightMm, downMm, zoom);
    }

    public PlaneView zoomed(double factor) {
        return new PlaneView(right, down, panRightMm, panDownMm, Math.clamp(factor, LEAST_ZOOM, MOST_ZOOM));
    }

    /** Turned about an axis of the patient, right-handed; the directions stay perpendicular and of length 1. */
    PlaneView turned(PatientVector axis, double degrees) {
        PatientVector turnedRight = right.rotatedAbout(axis, degrees).normalized();
        PatientVector turnedDown = down.rotatedAbout(axis, degrees);
        PatientVector square =
                turnedDown.minus(turnedRight.times(turnedDown.dot(turnedRight))).normalized();
        return new PlaneView(turnedRight, square, panRightMm, panDownMm, zoom);
    }
}
