package org.farfield.rendering.viewport;

import org.farfield.rendering.engine.RenderRequest;

/** A drawn picture on its way from the render thread to the surface. */
@SuppressWarnings("ArrayRecordComponent")
record Frame(
        RenderRequest request, int[] argb, long generation, long requestedNanos, long renderNanos, String engine) {}
