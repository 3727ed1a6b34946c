package org.farfield.rendering.volume;

import java.util.ArrayList;
import java.util.List;

/** Something about a volume's geometry that every view of it must state. */
public sealed interface GeometryNote {

    /** The gantry was tilted; views are computed through the sheared grid and come out straight. */
    record Tilted(double degrees) implements GeometryNote {}

    /** The source slices were unevenly spaced; voxels between them were interpolated on to an even grid. */
    record ResampledUneven(double minSpacingMm, double maxSpacingMm, double gridSpacingMm) implements GeometryNote {}

    /** The notes that a volume built from this stacking must carry. */
    static List<GeometryNote> of(Stacking stacking) {
        List<GeometryNote> notes = new ArrayList<>();
        switch (stacking) {
            case Stacking.Even even -> {
                if (even.tilted()) {
                    notes.add(new Tilted(even.tiltDegrees()));
                }
            }
            case Stacking.Uneven uneven -> {
                if (uneven.tilted()) {
                    notes.add(new Tilted(uneven.tiltDegrees()));
                }
                notes.add(new ResampledUneven(
                        uneven.minSpacingMm(),
                        uneven.maxSpacingMm(),
                        uneven.geometry().sliceSpacingMm()));
            }
            case Stacking.Refused refused -> throw new IllegalArgumentException(refused.message());
        }
        return List.copyOf(notes);
    }
}
