package org.farfield.rendering.engine;

/**
 * A layer of the patient around an image plane, seen as one picture.
 *
 * @param thicknessMm measured along the plane's normal, half of it to each side; 0 = the plane alone
 */
public record Slab(double thicknessMm, Projection projection) {

    /** The plane alone. */
    public static final Slab NONE = new Slab(0, Projection.MIP);

    public Slab {
        if (!(thicknessMm >= 0) || !Double.isFinite(thicknessMm)) {
            throw new IllegalArgumentException("a slab of " + thicknessMm + " mm");
        }
    }
}
