package org.farfield.rendering.viewport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.RenderRequest;

/** Paints pixel (x, y) as 0xff000000 + x + 256 y, only when permitted, and remembers what it was asked. */
final class ScriptedEngine implements RenderEngine {

    final List<RenderRequest> drawn = new CopyOnWriteArrayList<>();
    final Semaphore entered = new Semaphore(0);
    final Semaphore permits = new Semaphore(0);
    volatile Runnable whileDrawing = () -> {};

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public boolean draws(RenderRequest request) {
        return true;
    }

    @Override
    public void render(RenderRequest request, int[] argb) {
        drawn.add(request);
        entered.release();
        permits.acquireUninterruptibly();
        whileDrawing.run();
        for (int i = 0; i < request.pixels(); i++) {
            argb[i] = 0xff000000 | (i % request.width() & 0xff) | (i / request.width() & 0xff) << 8;
        }
    }

    @Override
    public void close() {
        permits.release(1000);
    }
}
