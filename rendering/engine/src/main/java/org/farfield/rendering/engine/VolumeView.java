package org.farfield.rendering.engine;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.VolumeGeometry;

/** The sides from which a patient is usually looked at. */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, which nothing changes
public enum VolumeView {
    ANTERIOR(PatientVector.LEFT, PatientVector.HEAD.negated()),
    POSTERIOR(PatientVector.LEFT.negated(), PatientVector.HEAD.negated()),
    LEFT(PatientVector.POSTERIOR, PatientVector.HEAD.negated()),
    RIGHT(PatientVector.POSTERIOR.negated(), PatientVector.HEAD.negated()),
    /** From above, the front at the top: the patient's left is at the picture's left. */
    HEAD(PatientVector.LEFT.negated(), PatientVector.POSTERIOR),
    /** From below as axial planes are seen, the front at the top. */
    FEET(PatientVector.LEFT, PatientVector.POSTERIOR);

    private final PatientVector right;
    private final PatientVector down;

    VolumeView(PatientVector right, PatientVector down) {
        this.right = right;
        this.down = down;
    }

    /** The plane through a point, seen from this side. */
    public ImagePlane through(PatientPoint point, double mmPerPixel) {
        return new ImagePlane(point, right.times(mmPerPixel), down.times(mmPerPixel));
    }

    /** Towards the picture's right edge, length 1. */
    public PatientVector right() {
        return right;
    }

    /** Towards the picture's lower edge, length 1. */
    public PatientVector down() {
        return down;
    }

    /** The scale at which the whole volume shows, upright and turned about the head axis as far as one likes. */
    public static double fitMmPerPixel(VolumeGeometry volume, int width, int height) {
        PatientVector size = volume.bounds().size();
        return Math.max(
                Math.max(size.x(), size.y()) / width, Math.max(size.z(), Math.min(size.x(), size.y())) / height);
    }
}
