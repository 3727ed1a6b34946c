package org.farfield.rendering.engine;

import org.farfield.rendering.volume.VolumeGeometry;

/**
 * A layer of the patient around an image plane, seen as one picture.
 *
 * <p>The thickness is cut into equal sub-layers no thicker than the volume's finest spacing and each is sampled in its
 * middle, so that the mean is the mid-point rule.
 *
 * @param thicknessMm measured along the plane's normal, half of it to each side; 0 = the plane alone
 */
public record Slab(double thicknessMm, Projection projection) {

    /** The plane alone. */
    public static final Slab NONE = new Slab(0, Projection.MIP);

    /** No picture is made of more samples a pixel than this; thicker slabs are sampled more coarsely. */
    static final int MAX_SAMPLES = 4096;

    public Slab {
        if (!(thicknessMm >= 0) || !Double.isFinite(thicknessMm)) {
            throw new IllegalArgumentException("a slab of " + thicknessMm + " mm");
        }
    }

    /** How many samples stand behind one another. */
    public int samples(VolumeGeometry geometry) {
        double layers = Math.ceil(thicknessMm / geometry.finestSpacingMm() - 1e-9);
        return (int) Math.clamp(layers, 1, MAX_SAMPLES);
    }

    /** Where along the normal sample {@code i} of {@code samples} lies, in mm from the plane. */
    public double offsetMm(int i, int samples) {
        return thicknessMm * ((i + 0.5) / samples - 0.5);
    }
}
