package org.farfield.rendering.engine;

import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.PatientVector;

/**
 * A plane through the patient as a picture sees it.
 *
 * <p>Pixel (px, py) of a picture of width x height lies at {@code center + right * (px - (width - 1) / 2) + down * (py
 * - (height - 1) / 2)}; whole numbers are pixel centres.
 *
 * @param center the middle of the picture, mm, LPS
 * @param right mm from a pixel to the one at its right
 * @param down mm from a pixel to the one below
 */
public record ImagePlane(PatientPoint center, PatientVector right, PatientVector down) {

    public ImagePlane {
        PatientVector normal = right.cross(down);
        if (!center.isFinite() || !normal.isFinite() || !(normal.length() > 0)) {
            throw new IllegalArgumentException(
                    "no picture plane: centre " + center + ", right " + right + ", down " + down);
        }
    }

    /** Seen from the feet: the patient's left at the right edge, the back at the bottom. */
    public static ImagePlane axial(PatientPoint center, double mmPerPixel) {
        return new ImagePlane(center, PatientVector.LEFT.times(mmPerPixel), PatientVector.POSTERIOR.times(mmPerPixel));
    }

    /** Seen from the front: the patient's left at the right edge, the head at the top. */
    public static ImagePlane coronal(PatientPoint center, double mmPerPixel) {
        return new ImagePlane(center, PatientVector.LEFT.times(mmPerPixel), PatientVector.HEAD.times(-mmPerPixel));
    }

    /** Seen from the patient's left: the back at the right edge, the head at the top. */
    public static ImagePlane sagittal(PatientPoint center, double mmPerPixel) {
        return new ImagePlane(center, PatientVector.POSTERIOR.times(mmPerPixel), PatientVector.HEAD.times(-mmPerPixel));
    }

    /**
     * The axial plane turned right-handed about the patient's x axis by {@code degreesX}, then about the y axis by
     * {@code degreesY}.
     */
    public static ImagePlane oblique(PatientPoint center, double degreesX, double degreesY, double mmPerPixel) {
        return axial(center, mmPerPixel)
                .rotated(PatientVector.LEFT, degreesX)
                .rotated(PatientVector.POSTERIOR, degreesY);
    }

    /** Turned about an axis through the centre, right-handed. */
    public ImagePlane rotated(PatientVector axis, double degrees) {
        return new ImagePlane(center, right.rotatedAbout(axis, degrees), down.rotatedAbout(axis, degrees));
    }

    public ImagePlane at(PatientPoint newCenter) {
        return new ImagePlane(newCenter, right, down);
    }

    /** Moved along the normal, positive away from the viewer. */
    public ImagePlane shifted(double mm) {
        return at(center.plus(normal().times(mm)));
    }

    /** The same picture with pixels {@code factor} times as large in mm. */
    public ImagePlane scaled(double factor) {
        return new ImagePlane(center, right.times(factor), down.times(factor));
    }

    /** The same picture with pixels so many times as wide and as high in mm. */
    public ImagePlane stretched(double across, double along) {
        return new ImagePlane(center, right.times(across), down.times(along));
    }

    /**
     * What a viewer sees who rolls the patient like a ball under a hand: by {@code degreesRight} about the picture's
     * upright, so that what is in front goes to the right, then by {@code degreesDown} about its horizontal, so that it
     * goes down.
     */
    public ImagePlane rolled(double degreesRight, double degreesDown) {
        return rotated(down, degreesRight).tipped(degreesDown);
    }

    private ImagePlane tipped(double degrees) {
        return rotated(right.negated(), degrees);
    }

    /** Perpendicular to the picture, away from the viewer, length 1. */
    public PatientVector normal() {
        return right.cross(down).normalized();
    }

    public double mmPerPixel() {
        return right.length();
    }

    /** The patient's point at a pixel of a picture of this size. */
    public PatientPoint toPatient(double px, double py, int width, int height) {
        return center.plus(right.times(px - (width - 1) / 2.0)).plus(down.times(py - (height - 1) / 2.0));
    }

    /** Where a point of the patient falls on a picture of this size, and how far from the plane it is. */
    public PlanePosition toPicture(PatientPoint point, int width, int height) {
        PatientVector d = point.minus(center);
        PatientVector n = right.cross(down);
        double area = n.dot(n);
        return new PlanePosition(
                down.cross(n).dot(d) / area + (width - 1) / 2.0,
                n.cross(right).dot(d) / area + (height - 1) / 2.0,
                n.dot(d) / n.length());
    }
}
