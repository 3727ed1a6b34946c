package org.farfield.workstation.study;

import java.util.Arrays;
import java.util.Optional;
import org.farfield.dicom.SliceAttributes;
import org.farfield.dicom.Tag;
import org.farfield.rendering.volume.FrameOfReference;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;

/** An image's place in the patient as its header gives it (Image Plane module, PS3.3 C.7.6.2), or why there is none. */
sealed interface PlaneReading {
    double DIRECTION_TOLERANCE = 0.01;

    /** A usable place. */
    record Placed(SlicePlane slice) implements PlaneReading {}

    /** The header does not say where the image lies; for many kinds of image it need not. */
    record Absent(String cause) implements PlaneReading {}

    /** The header says something that cannot be. */
    record Impossible(String cause) implements PlaneReading {}

    /** The place, where there is one. */
    default Optional<SlicePlane> plane() {
        return this instanceof Placed placed ? Optional.of(placed.slice()) : Optional.empty();
    }

    /** What the reader must be told; {@code expected} says whether this kind of image must state its place. */
    default Optional<String> fault(boolean expected) {
        return switch (this) {
            case Placed placed -> Optional.empty();
            case Absent absent -> expected ? Optional.of(absent.cause()) : Optional.empty();
            case Impossible impossible -> Optional.of(impossible.cause());
        };
    }

    static PlaneReading of(SliceAttributes slice) {
        if (slice.position().isEmpty()) {
            return absent(Tag.IMAGE_POSITION_PATIENT);
        }
        if (slice.orientation().isEmpty()) {
            return absent(Tag.IMAGE_ORIENTATION_PATIENT);
        }
        if (slice.spacing().isEmpty()) {
            return absent(Tag.PIXEL_SPACING);
        }
        double[] position = slice.position().get();
        double[] orientation = slice.orientation().get();
        double[] spacing = slice.spacing().get();
        PatientVector row = new PatientVector(orientation[0], orientation[1], orientation[2]);
        PatientVector column = new PatientVector(orientation[3], orientation[4], orientation[5]);
        boolean orthonormal = Math.abs(row.length() - 1) < DIRECTION_TOLERANCE
                && Math.abs(column.length() - 1) < DIRECTION_TOLERANCE
                && Math.abs(row.dot(column)) < DIRECTION_TOLERANCE;
        if (!orthonormal) {
            return new Impossible(Tag.describe(Tag.IMAGE_ORIENTATION_PATIENT)
                    + " is no pair of perpendicular directions: "
                    + Arrays.toString(orientation));
        }
        return new Placed(new SlicePlane(
                slice.columns(),
                slice.rows(),
                new PatientPoint(position[0], position[1], position[2]),
                row,
                column,
                spacing[1],
                spacing[0],
                new FrameOfReference(slice.frameOfReferenceUid())));
    }

    private static Absent absent(int tag) {
        return new Absent(Tag.describe(tag) + " is missing or malformed");
    }
}
