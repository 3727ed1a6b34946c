package org.farfield.rendering.engine;

/**
 * How a curved surface becomes a flat picture (Kanitsar, Fleischmann, Wegenkittl, Felkel, Groeller: CPR - Curved Planar
 * Reformation, IEEE Visualization 2002).
 */
public enum CurvedLayout {
    /**
     * The path is the picture's middle column; each row is perpendicular to the path. Lengths along the path and across
     * it are true.
     */
    STRAIGHTENED,
    /**
     * The surface that a fixed direction sweeps along the path, rolled out flat: all lengths in it are true, and the
     * path keeps its sway in that direction.
     */
    STRETCHED
}
