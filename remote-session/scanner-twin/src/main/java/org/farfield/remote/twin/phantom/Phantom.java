package org.farfield.remote.twin.phantom;

import java.util.List;
import org.farfield.remote.twin.xray.Tissue;

/**
 * A patient made of solids. Where solids overlap the later one in the list is there, as paint covers paint, so that a
 * heart can be laid over lungs and a nodule into them without cutting holes. Outside all of them is air.
 */
public record Phantom(String name, List<Part> parts, List<Nodule> nodules) {
    public Phantom {
        parts = List.copyOf(parts);
        nodules = List.copyOf(nodules);
    }

    /** The tissue at a point; a density gradient is left out. */
    public Tissue tissueAt(Point p) {
        for (int k = parts.size() - 1; k >= 0; k--) {
            if (parts.get(k).shape().contains(p)) {
                return parts.get(k).tissue();
            }
        }
        return Tissue.AIR;
    }
}
