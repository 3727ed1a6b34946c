package org.farfield.workstation.reading;

import java.util.Optional;
import org.farfield.rendering.volume.VoiTransform.Window;

/**
 * What is seen of a run of single images.
 *
 * @param index of the image, from 0
 * @param window in place of the image's own
 * @param inverted light is dark
 * @param zoom 1 fits the image into the view
 * @param panRight of the image's middle against the view's, in pixels of the image
 * @param panDown likewise
 */
public record FramesState(
        int index, Optional<Window> window, boolean inverted, double zoom, double panRight, double panDown) {

    static final FramesState START = new FramesState(0, Optional.empty(), false, 1, 0, 0);

    FramesState withIndex(int other) {
        return new FramesState(other, window, inverted, zoom, panRight, panDown);
    }

    FramesState withWindow(Optional<Window> other) {
        return new FramesState(index, other, inverted, zoom, panRight, panDown);
    }

    FramesState withInverted(boolean on) {
        return new FramesState(index, window, on, zoom, panRight, panDown);
    }

    FramesState withView(double factor, double right, double down) {
        return new FramesState(index, window, inverted, factor, right, down);
    }

    /** Whether the same picture is asked for, however it is placed. */
    boolean samePicture(FramesState other) {
        return index == other.index && inverted == other.inverted && window.equals(other.window);
    }
}
