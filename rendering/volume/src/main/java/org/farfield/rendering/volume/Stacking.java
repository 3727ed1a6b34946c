package org.farfield.rendering.volume;

import java.util.List;

/**
 * What came of stacking slices into a volume: an even grid, an uneven one, or the reason why it cannot be one volume.
 */
public sealed interface Stacking {

    /**
     * The slices lie on an even grid.
     *
     * @param order slice k of the volume is input slice {@code order.get(k)}
     * @param tilted whether the stack leans against its slices' normal (gantry tilt); the geometry is sheared
     *     accordingly
     * @param tiltDegrees angle between the stack's direction and the normal
     */
    record Even(VolumeGeometry geometry, List<Integer> order, boolean tilted, double tiltDegrees) implements Stacking {}

    /**
     * The spacing changes along the stack. {@link SliceResampler} fills the even grid.
     *
     * @param geometry the even grid to resample to, at the smallest spacing found
     * @param order k-th source slice along the normal is input slice {@code order.get(k)}
     * @param positionsMm place of each ordered source slice along the normal, from the first one
     */
    record Uneven(
            VolumeGeometry geometry,
            List<Integer> order,
            List<Double> positionsMm,
            double minSpacingMm,
            double maxSpacingMm,
            boolean tilted,
            double tiltDegrees)
            implements Stacking {}

    /** These slices are not one volume; the message names the numbers that say why. */
    record Refused(Reason reason, String message) implements Stacking {}

    /** Why slices are not one volume. */
    enum Reason {
        NOT_ENOUGH,
        INVALID_GEOMETRY,
        UNSUPPORTED_IMAGE,
        NO_DECODER,
        MIXED_FRAME_OF_REFERENCE,
        MIXED_MATRIX,
        MIXED_SPACING,
        MIXED_ORIENTATION,
        DUPLICATE_POSITION,
        NOT_ON_A_LINE,
        GAP
    }
}
