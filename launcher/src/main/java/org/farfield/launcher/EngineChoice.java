package org.farfield.launcher;

import java.util.function.Consumer;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.FallbackEngine;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.gpu.GpuAttempt;
import org.farfield.rendering.gpu.GpuEngine;

/** The engine that was asked for, or the CPU where that one does not work here. */
final class EngineChoice implements AutoCloseable {
    private final RenderEngine engine;
    private final String cpuName;

    private EngineChoice(RenderEngine engine, String cpuName) {
        this.engine = engine;
        this.cpuName = cpuName;
    }

    /** @param onFallback told why the GPU was not used */
    static EngineChoice of(boolean gpu, Consumer<String> onFallback) {
        RenderEngine cpu = CpuEngine.forThisMachine();
        if (!gpu) {
            return new EngineChoice(cpu, cpu.name());
        }
        return switch (GpuEngine.tryCreate()) {
            case GpuAttempt.Ready ready ->
                new EngineChoice(new FallbackEngine(ready.engine(), cpu, onFallback), cpu.name());
            case GpuAttempt.Unavailable unavailable -> {
                onFallback.accept("no GPU, drawing on the CPU: " + unavailable.reason());
                yield new EngineChoice(cpu, cpu.name());
            }
        };
    }

    void render(RenderRequest request, int[] argb) {
        engine.render(request, argb);
    }

    /** The engine itself, which this choice closes. */
    RenderEngine engine() {
        return engine;
    }

    String name() {
        return engine.name();
    }

    boolean isGpu() {
        return !engine.name().equals(cpuName);
    }

    @Override
    public void close() {
        engine.close();
    }
}
