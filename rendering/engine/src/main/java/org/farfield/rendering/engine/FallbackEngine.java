package org.farfield.rendering.engine;

import java.util.function.Consumer;

/**
 * Draws with the preferred engine until it fails once; from that same picture on, for good, with the CPU. Pictures that
 * the preferred engine does not know are the CPU's from the start.
 */
public final class FallbackEngine implements RenderEngine {

    private final RenderEngine preferred;
    private final RenderEngine cpu;
    private final Consumer<String> onFallback;
    private volatile boolean fallen;

    /** @param onFallback told the reason, once, on the rendering thread */
    public FallbackEngine(RenderEngine preferred, RenderEngine cpu, Consumer<String> onFallback) {
        this.preferred = preferred;
        this.cpu = cpu;
        this.onFallback = onFallback;
    }

    @Override
    public String name() {
        return fallen ? cpu.name() : preferred.name();
    }

    @Override
    public boolean draws(RenderRequest request) {
        return cpu.draws(request);
    }

    @Override
    public synchronized void render(RenderRequest request, int[] argb) {
        if (!fallen && preferred.draws(request)) {
            try {
                preferred.render(request, argb);
                return;
            } catch (RuntimeException | LinkageError failure) {
                fallen = true;
                preferred.close();
                String message = failure.getMessage();
                onFallback.accept(preferred.name() + ": " + (message == null ? failure.toString() : message));
            }
        }
        cpu.render(request, argb);
    }

    @Override
    public synchronized void close() {
        if (!fallen) {
            preferred.close();
        }
        cpu.close();
    }
}
