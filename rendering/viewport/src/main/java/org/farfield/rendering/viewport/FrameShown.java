package org.farfield.rendering.viewport;

import java.util.OptionalLong;
import org.farfield.rendering.engine.RenderRequest;

/**
 * A frame has been handed to the screen.
 *
 * @param request what it shows
 * @param coarse drawn with half the pixels in each direction, because the engine is too slow for the moving hand; the
 *     whole picture follows
 * @param engine name of the engine that drew it
 * @param renderNanos how long the engine took
 * @param latencyNanos from the request to the hand-over
 * @param gestureNanos from the event of the hand that led to it to the hand-over; empty where no hand did
 */
public record FrameShown(
        RenderRequest request,
        boolean coarse,
        String engine,
        long renderNanos,
        long latencyNanos,
        OptionalLong gestureNanos) {}
