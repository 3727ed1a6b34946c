package org.farfield.rendering.gpu;

import java.util.List;
import java.util.stream.Stream;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.RenderRequest;

/** The engines that work on this machine: always the CPU, and OpenGL where it is, if only by software. */
final class Engines implements AutoCloseable {

    private final List<RenderEngine> all;

    Engines() {
        RenderEngine cpu = new CpuEngine(2);
        all = GpuEngine.tryCreate() instanceof GpuAttempt.Ready ready ? List.of(cpu, ready.engine()) : List.of(cpu);
    }

    Stream<RenderEngine> stream() {
        return all.stream();
    }

    /** The picture's grey levels. */
    static int[] grey(RenderEngine engine, RenderRequest request) {
        int[] grey = new int[request.pixels()];
        engine.render(request, grey);
        for (int i = 0; i < grey.length; i++) {
            grey[i] &= 0xff;
        }
        return grey;
    }

    @Override
    public void close() {
        all.forEach(RenderEngine::close);
    }
}
