package org.farfield.rendering.engine;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;

/**
 * All that lies on the inner side of a plane in the patient.
 *
 * @param on a point of the plane
 * @param outward perpendicular to the plane, away from the half that is meant
 */
public record HalfSpace(PatientPoint on, PatientVector outward) {

    public HalfSpace {
        outward = outward.normalized();
    }

    /** Millimetres from the plane, positive outside. */
    public double outsideMm(PatientPoint point) {
        return outward.dot(point.minus(on));
    }

    /** The other half. */
    public HalfSpace opposite() {
        return new HalfSpace(on, outward.negated());
    }
}
