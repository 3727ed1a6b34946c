package org.farfield.workstation.app;

import java.util.function.Consumer;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.FallbackEngine;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.gpu.GpuAttempt;
import org.farfield.rendering.gpu.GpuEngine;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.workstation.reading.EngineStatus;

/**
 * The engine that the window draws with: the graphics processor where a context can be made, else the CPU; and the CPU
 * from the first failure on. A rasterizer in software (llvmpipe) is no graphics processor: it would draw on the same
 * cores, slower.
 *
 * @param loop draws on the engine
 * @param status which engine it is at the start
 */
record DrawingEngine(RenderLoop loop, EngineStatus status) {

    /**
     * Chooses; takes up to a few hundred milliseconds. {@code onFallback} hears, on the render thread, of a later
     * change.
     */
    static DrawingEngine choose(Consumer<EngineStatus> onFallback) {
        CpuEngine cpu = new CpuEngine(Runtime.getRuntime().availableProcessors());
        return switch (GpuEngine.tryCreate()) {
            case GpuAttempt.Ready ready
            when ready.software() -> {
                String name = ready.engine().name();
                ready.engine().close();
                yield new DrawingEngine(
                        new RenderLoop(cpu), new EngineStatus(cpu.name(), name + " is software on this very CPU"));
            }
            case GpuAttempt.Ready ready -> {
                RenderEngine engine = new FallbackEngine(
                        ready.engine(), cpu, reason -> onFallback.accept(new EngineStatus(cpu.name(), reason)));
                yield new DrawingEngine(new RenderLoop(engine), new EngineStatus(engine.name(), ""));
            }
            case GpuAttempt.Unavailable none ->
                new DrawingEngine(new RenderLoop(cpu), new EngineStatus(cpu.name(), none.reason()));
        };
    }
}
