package org.farfield.rendering.gpu;

import org.farfield.rendering.engine.RenderEngine;

/** What came of looking for a graphics card. */
public sealed interface GpuAttempt {

    /**
     * There is an OpenGL 4.1 context.
     *
     * @param device the driver's name for it
     * @param software whether the driver computes on the processor (llvmpipe and the like), where {@code CpuEngine} is
     *     as fast
     */
    record Ready(RenderEngine engine, String device, boolean software) implements GpuAttempt {}

    /** There is none, and why; for the user. */
    record Unavailable(String reason) implements GpuAttempt {}
}
