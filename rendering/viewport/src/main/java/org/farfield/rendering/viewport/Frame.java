package org.farfield.rendering.viewport;

import org.farfield.rendering.engine.ReformatRequest;

/** A drawn picture on its way from the render thread to the surface. */
@SuppressWarnings("ArrayRecordComponent")
record Frame(
        ReformatRequest request, int[] argb, long generation, long requestedNanos, long renderNanos, String engine) {}
