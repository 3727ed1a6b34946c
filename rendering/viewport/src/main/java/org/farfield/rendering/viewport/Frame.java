package org.farfield.rendering.viewport;

/** A drawn picture on its way from the render thread to the surface. */
@SuppressWarnings("ArrayRecordComponent")
record Frame(RenderOrder order, int[] argb, long renderNanos, String engine) {}
