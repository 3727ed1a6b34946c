package org.farfield.remote.twin.phantom;

import org.farfield.remote.twin.xray.Tissue;

/**
 * A solid filled with a tissue. The density grows by {@code gradientPerMm} a mm towards the back (y), as lung does in a
 * patient who lies on the back; 0 for everything else.
 */
public record Part(Shape shape, Tissue tissue, double gradientPerMm) {
    public Part(Shape shape, Tissue tissue) {
        this(shape, tissue, 0);
    }
}
