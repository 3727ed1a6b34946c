package org.farfield.remote.protocol.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the patient that somebody points at. Immutable.
 *
 * @param frameOfReferenceUid Frame of Reference UID (PS3.3 C.7.4.1) that the coordinates belong to
 * @param x LPS, mm; each coordinate lies within {@link #MOST_MM} of the origin
 * @param y LPS, mm
 * @param z LPS, mm
 */
public record PointedSpot(String frameOfReferenceUid, double x, double y, double z) {
    /** No coordinate is farther from the origin, mm. */
    public static final double MOST_MM = 10_000;

    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

    public PointedSpot {
        if (!UID.matcher(frameOfReferenceUid).matches()) {
            throw new IllegalArgumentException("frame of reference: no UID");
        }
        checked("x", x);
        checked("y", y);
        checked("z", z);
    }

    /** A place, where there is such a place: a frame of reference that has a UID, coordinates within reach. */
    public static Optional<PointedSpot> of(String frameOfReferenceUid, double x, double y, double z) {
        try {
            return Optional.of(new PointedSpot(frameOfReferenceUid, x, y, z));
        } catch (IllegalArgumentException nowhere) {
            return Optional.empty();
        }
    }

    private static void checked(String field, double mm) {
        if (!(Math.abs(mm) <= MOST_MM)) {
            throw new IllegalArgumentException(
                    "pointed " + field + ": " + mm + " mm, at most " + MOST_MM + " are allowed");
        }
    }
}
