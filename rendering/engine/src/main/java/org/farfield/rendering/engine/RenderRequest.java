package org.farfield.rendering.engine;

import java.util.Optional;
import org.farfield.rendering.volume.PatientPoint;
import org.farfield.rendering.volume.Volume;

/**
 * One picture, wholly described: an immutable value, which two engines answer with the same picture. Two requests that
 * are equal show the same.
 */
public interface RenderRequest {

    /** The longest edge of a picture, in pixels. */
    int MAX_EDGE = 16_384;

    /** What is looked at. */
    Volume volume();

    /** Pixels in a row of the picture. */
    int width();

    /** Rows of the picture. */
    int height();

    /** The patient's point that a pixel shows; whole numbers are pixel centres. */
    PatientPoint toPatient(double px, double py);

    /** Where a point of the patient appears. */
    PlanePosition toPicture(PatientPoint point);

    /** How many pixels the picture has. */
    default int pixels() {
        return width() * height();
    }

    /**
     * The same picture with half as many pixels in each direction, covering the same place: what is shown while a hand
     * moves and the engine is too slow for all of it. Empty where this kind has no coarser form.
     */
    default Optional<? extends RenderRequest> coarser() {
        return Optional.empty();
    }

    /**
     * Refuses a picture that nobody could draw.
     *
     * @throws IllegalArgumentException for an edge below 1 or above {@link #MAX_EDGE}
     */
    static void checkSize(int width, int height) {
        if (width < 1 || height < 1 || width > MAX_EDGE || height > MAX_EDGE) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " pixels");
        }
    }
}
