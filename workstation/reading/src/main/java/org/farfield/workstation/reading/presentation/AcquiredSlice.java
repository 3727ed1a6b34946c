package org.farfield.workstation.reading.presentation;

import java.util.Optional;
import java.util.OptionalInt;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;
import org.farfield.rendering.volume.SlicePlane;
import org.farfield.workstation.report.sr.InstanceRef;
import org.farfield.workstation.study.StoredValues;

/**
 * An image as it was acquired. Places in it are columns and rows from the corner of its first pixel, whose centre is at
 * a half (PS3.3 C.10.5.1.1).
 *
 * @param frame from 1; empty for an instance of one image
 * @param plane where it lies; empty where its header does not say
 */
public record AcquiredSlice(
        InstanceRef image, OptionalInt frame, Optional<SlicePlane> plane, Optional<StoredValues> values) {

    /** A place in an image. */
    public record Pixel(double column, double row) {}

    /** How far in front of the image's plane a point lies, in mm along its normal. */
    static double ahead(SlicePlane plane, PatientPoint point) {
        return point.minus(plane.position()).dot(plane.normal());
    }

    /** The place in the image straight below a point. */
    public static Pixel toPixel(SlicePlane plane, PatientPoint point) {
        PatientVector d = point.minus(plane.position());
        return new Pixel(
                d.dot(plane.rowDirection()) / plane.columnSpacingMm() + 0.5,
                d.dot(plane.columnDirection()) / plane.rowSpacingMm() + 0.5);
    }

    /** Where a place of the image lies in the patient. */
    public static PatientPoint toPatient(SlicePlane plane, double column, double row) {
        return plane.position()
                .plus(plane.rowDirection().times((column - 0.5) * plane.columnSpacingMm()))
                .plus(plane.columnDirection().times((row - 0.5) * plane.rowSpacingMm()));
    }
}
