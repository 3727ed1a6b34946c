package org.farfield.rendering.viewport;

import java.util.Optional;
import org.farfield.rendering.engine.RenderRequest;

/** Says what a surface of a given size is to show now. Asked on the FX thread; must not block. */
@FunctionalInterface
public interface FrameSource {

    /** The picture for that size (its width and height must be the size's); empty = nothing, black. */
    Optional<? extends RenderRequest> requestFor(SurfaceSize size);
}
