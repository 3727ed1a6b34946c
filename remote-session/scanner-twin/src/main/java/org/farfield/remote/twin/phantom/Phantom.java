package org.farfield.remote.twin.phantom;

import java.util.List;
import java.util.Optional;
import org.farfield.remote.twin.xray.Tissue;

/**
 * A patient made of solids. Where solids overlap the later one in the list is there, as paint covers paint, so that a
 * heart can be laid over lungs and a nodule into them without cutting holes. Outside all of them is air, or what voxels
 * show.
 */
public record Phantom(String name, List<Part> parts, List<Nodule> nodules, Optional<Voxels> voxels) {
    public Phantom(String name, List<Part> parts, List<Nodule> nodules) {
        this(name, parts, nodules, Optional.empty());
    }

    public Phantom {
        parts = List.copyOf(parts);
        nodules = List.copyOf(nodules);
    }

    /** The solid's tissue at a point; a density gradient is left out. */
    public Tissue tissueAt(Point p) {
        for (int k = parts.size() - 1; k >= 0; k--) {
            if (parts.get(k).shape().contains(p)) {
                return parts.get(k).tissue();
            }
        }
        return Tissue.AIR;
    }
}
