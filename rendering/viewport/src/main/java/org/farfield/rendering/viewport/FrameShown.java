package org.farfield.rendering.viewport;

import org.farfield.rendering.engine.RenderRequest;

/**
 * A frame has been handed to the screen.
 *
 * @param request what it shows
 * @param engine name of the engine that drew it
 * @param renderNanos how long the engine took
 * @param latencyNanos from the request to the hand-over
 */
public record FrameShown(RenderRequest request, String engine, long renderNanos, long latencyNanos) {}
