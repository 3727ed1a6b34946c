package org.farfield.rendering.viewport;

import java.util.OptionalLong;
import org.farfield.rendering.engine.RenderRequest;

/**
 * A picture that a surface asks for.
 *
 * @param wanted what the surface is to show
 * @param drawn what is drawn for it: the same, or its coarser form
 * @param generation of the source that it came from
 * @param requestedNanos when it was asked for
 * @param gestureNanos when the hand did what led to it; empty where no hand did
 */
record RenderOrder(
        RenderRequest wanted, RenderRequest drawn, long generation, long requestedNanos, OptionalLong gestureNanos) {

    boolean coarse() {
        return !drawn.equals(wanted);
    }
}
