package org.farfield.launcher;

import org.farfield.rendering.engine.ImagePlane;
import org.farfield.rendering.volume.PatientPoint;

/**
 * A plane as the command line names it: {@code axial}, {@code coronal}, {@code sagittal} or {@code oblique:DEGX,DEGY}.
 */
sealed interface PlaneChoice {
    /** One of the three planes of the body. */
    enum Standard implements PlaneChoice {
        AXIAL,
        CORONAL,
        SAGITTAL
    }

    /** The axial plane, turned. */
    record Oblique(double degreesX, double degreesY) implements PlaneChoice {}

    static PlaneChoice parse(String text) throws WrongUsage {
        if (text.startsWith("oblique:")) {
            double[] degrees = Arguments.numbers("--plane oblique:", text.substring("oblique:".length()), ",", 2);
            return new Oblique(degrees[0], degrees[1]);
        }
        return switch (text) {
            case "axial" -> Standard.AXIAL;
            case "coronal" -> Standard.CORONAL;
            case "sagittal" -> Standard.SAGITTAL;
            default ->
                throw new WrongUsage(
                        "--plane expects axial, coronal, sagittal or oblique:DEGX,DEGY, got '" + text + "'");
        };
    }

    /** The plane through a point, one millimetre a pixel. */
    default ImagePlane through(PatientPoint point) {
        return switch (this) {
            case Standard.AXIAL -> ImagePlane.axial(point, 1);
            case Standard.CORONAL -> ImagePlane.coronal(point, 1);
            case Standard.SAGITTAL -> ImagePlane.sagittal(point, 1);
            case Oblique oblique -> ImagePlane.oblique(point, oblique.degreesX(), oblique.degreesY(), 1);
        };
    }
}
