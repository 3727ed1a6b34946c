package org.farfield.workstation.reading.measure;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;

/**
 * The plane on which something was drawn.
 *
 * @param origin any point of it
 * @param right towards the right edge of the viewport, length 1
 * @param down towards its lower edge, length 1
 */
public record DrawingPlane(PatientPoint origin, PatientVector right, PatientVector down) {
    /** Cosine from which on two planes count as parallel: a tenth of a degree. */
    private static final double PARALLEL = Math.cos(Math.toRadians(0.1));

    /** Length 1. */
    public PatientVector normal() {
        return right.cross(down);
    }

    /** How far right of the origin a point shows, in mm. */
    public double across(PatientPoint point) {
        return point.minus(origin).dot(right);
    }

    /** How far below the origin a point shows, in mm. */
    public double along(PatientPoint point) {
        return point.minus(origin).dot(down);
    }

    /** How far behind the plane a point lies, in mm. */
    public double behind(PatientPoint point) {
        return point.minus(origin).dot(normal());
    }

    /** The point of the plane so far right of and below the origin. */
    public PatientPoint at(double acrossMm, double alongMm) {
        return origin.plus(right.times(acrossMm)).plus(down.times(alongMm));
    }

    /** The point brought straight on to the plane. */
    public PatientPoint onto(PatientPoint point) {
        return point.plus(normal().times(-behind(point)));
    }

    /** Whether a direction leads straight through the plane. */
    public boolean isNormal(PatientVector direction) {
        return Math.abs(direction.normalized().dot(normal())) >= PARALLEL;
    }
}
