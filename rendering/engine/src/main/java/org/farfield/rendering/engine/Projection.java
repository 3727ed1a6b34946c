package org.farfield.rendering.engine;

/** What a slab shows of the values along its depth. */
public enum Projection {
    /** Maximum intensity. */
    MIP,
    /** Minimum intensity. */
    MINIP,
    /** Arithmetic mean. */
    MEAN
}
