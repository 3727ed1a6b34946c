package org.farfield.remote.twin.phantom;

import org.jspecify.annotations.Nullable;

/**
 * A solid of the phantom in patient space (mm, LPS). Every line along x meets it in at most one interval, known in
 * closed form. Immutable; any thread.
 */
public interface Shape {
    /** The lowest z that the solid may reach. */
    double zMin();

    /** The highest z that the solid may reach. */
    double zMax();

    /** The solid cut by the axial plane at z; null where the plane misses it. */
    @Nullable
    CrossSection at(double z);

    /** Whether the point lies in the solid. */
    default boolean contains(Point p) {
        CrossSection section = p.z() < zMin() || p.z() > zMax() ? null : at(p.z());
        double[] chord = new double[2];
        return section != null && section.chord(p.y(), chord) && p.x() >= chord[0] && p.x() <= chord[1];
    }
}
