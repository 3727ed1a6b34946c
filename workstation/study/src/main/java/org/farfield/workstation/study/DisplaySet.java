package org.farfield.workstation.study;

import java.util.List;
import org.farfield.rendering.volume.Stacking;

/**
 * What one viewport shows: those frames of a series that make one volume, or the reason why they make none. A series
 * that mixes kinds of images (a localizer among axial slices) falls into several display sets.
 *
 * @param series the series that they belong to
 * @param part 1 for the first display set of the series
 * @param parts how many display sets the series fell into
 * @param frames in the order in which {@code stacking} numbers them as input
 * @param stacking the volume's geometry, or {@link Stacking.Refused} with the reason
 */
public record DisplaySet(Series series, int part, int parts, List<Frame> frames, Stacking stacking) {
    /** Keeps its own copy of the list. */
    public DisplaySet {
        frames = List.copyOf(frames);
    }

    /** Whether there is a volume to load. */
    public boolean canLoad() {
        return !(stacking instanceof Stacking.Refused);
    }

    /** Whether its images can be seen one at a time, though they make no volume. */
    public boolean canShowImages() {
        return stacking instanceof Stacking.Refused refused
                && refused.reason() != Stacking.Reason.NO_DECODER
                && !frames.isEmpty();
    }
}
