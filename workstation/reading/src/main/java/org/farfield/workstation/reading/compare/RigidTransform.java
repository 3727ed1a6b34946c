package org.farfield.workstation.reading.compare;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;

/**
 * From points of one study to the same places of the body in another: turned about {@code pivot} (first about x, then
 * y, then z, right-handed, degrees), then moved by {@code shift}, mm.
 */
public record RigidTransform(PatientPoint pivot, double aboutX, double aboutY, double aboutZ, PatientVector shift) {
    /** Every point stays where it is. */
    public static final RigidTransform IDENTITY = moved(new PatientVector(0, 0, 0));

    /** Only moved. */
    public static RigidTransform moved(PatientVector shift) {
        return new RigidTransform(PatientPoint.ORIGIN, 0, 0, 0, shift);
    }

    /** The place in the other study. */
    public PatientPoint apply(PatientPoint point) {
        return pivot.plus(turn(point.minus(pivot))).plus(shift);
    }

    /** The place in the first study of a point of the other one. */
    public PatientPoint unapply(PatientPoint point) {
        PatientVector v = point.plus(shift.negated()).minus(pivot);
        return pivot.plus(v.rotatedAbout(PatientVector.HEAD, -aboutZ)
                .rotatedAbout(PatientVector.POSTERIOR, -aboutY)
                .rotatedAbout(PatientVector.LEFT, -aboutX));
    }

    /** A direction in the other study. */
    public PatientVector turn(PatientVector direction) {
        return direction
                .rotatedAbout(PatientVector.LEFT, aboutX)
                .rotatedAbout(PatientVector.POSTERIOR, aboutY)
                .rotatedAbout(PatientVector.HEAD, aboutZ);
    }
}
