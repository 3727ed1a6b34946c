package org.farfield.launcher;

import java.util.function.Consumer;
import org.farfield.rendering.engine.CpuEngine;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderEngine;

final class EngineChoice implements AutoCloseable {
    private final RenderEngine engine;

    private EngineChoice(RenderEngine engine) {
        this.engine = engine;
    }

    static EngineChoice of(boolean gpu, Consumer<String> onFallback) {
        return new EngineChoice(CpuEngine.forThisMachine());
    }

    void render(ReformatRequest request, int[] argb) {
        engine.render(request, argb);
    }

    String name() {
        return engine.name();
    }

    boolean isGpu() {
        return false;
    }

    @Override
    public void close() {
        engine.close();
    }
}
