package org.farfield.launcher;

import java.util.function.IntFunction;
import org.farfield.rendering.engine.RenderRequest;

/**
 * One piece of rendering that is timed: a picture that moves a little with each frame, so that nothing can be kept from
 * the one before. A peer's case of the same name does the same work.
 *
 * @param frame the picture of frame 0, 1, 2 ...
 */
record BenchCase(String name, IntFunction<RenderRequest> frame) {}
