package org.farfield.workstation.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.farfield.rendering.engine.CalibratedEngine;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.DisplayCurve;
import org.farfield.rendering.engine.FallbackEngine;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.gpu.GpuAttempt;
import org.farfield.rendering.gpu.GpuEngine;
import org.farfield.rendering.viewport.RenderLoop;
import org.farfield.workstation.reading.EngineStatus;

/**
 * The engine that the window draws with: the graphics processor where a context can be made, else the CPU; and the CPU
 * from the first failure on. A rasterizer in software (llvmpipe) is no graphics processor: it would draw on the same
 * cores, slower. Any thread.
 */
final class DrawingEngine {
    private final List<Consumer<EngineStatus>> listeners = new CopyOnWriteArrayList<>();
    private final RenderLoop loop;
    private volatile EngineStatus status;

    /** Chooses; takes up to a few hundred milliseconds. */
    DrawingEngine(Optional<DisplayCurve> display) {
        CpuEngine cpu = new CpuEngine(Runtime.getRuntime().availableProcessors());
        switch (GpuEngine.tryCreate()) {
            case GpuAttempt.Ready ready
            when ready.software() -> {
                status = new EngineStatus(cpu.name(), ready.engine().name() + " is software on this very CPU");
                ready.engine().close();
                loop = new RenderLoop(driving(cpu, display));
            }
            case GpuAttempt.Ready ready -> {
                status = new EngineStatus(ready.engine().name(), "");
                RenderEngine both = new FallbackEngine(ready.engine(), cpu, reason -> fellBack(cpu, reason));
                loop = new RenderLoop(driving(both, display));
            }
            case GpuAttempt.Unavailable none -> {
                status = new EngineStatus(cpu.name(), none.reason());
                loop = new RenderLoop(driving(cpu, display));
            }
        }
    }

    private static RenderEngine driving(RenderEngine engine, Optional<DisplayCurve> display) {
        return display.<RenderEngine>map(curve -> new CalibratedEngine(engine, curve))
                .orElse(engine);
    }

    private void fellBack(CpuEngine cpu, String reason) {
        status = new EngineStatus(cpu.name(), reason);
        for (Consumer<EngineStatus> listener : listeners) {
            listener.accept(status);
        }
    }

    /** Draws on the engine. */
    RenderLoop loop() {
        return loop;
    }

    /** Which engine it is now. */
    EngineStatus status() {
        return status;
    }

    /** Told, on the render thread, when it changes. */
    void onChange(Consumer<EngineStatus> listener) {
        listeners.add(listener);
    }
}
