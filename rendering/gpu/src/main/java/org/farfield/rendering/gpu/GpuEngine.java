package org.farfield.rendering.gpu;

import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderEngine;
import org.farfield.rendering.engine.RenderException;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.engine.VolumeRequest;
import org.lwjgl.opengl.GL11C;

/**
 * Draws reformats with OpenGL 4.1 fragment shaders, off screen, to the same picture as the CPU within one grey level.
 *
 * <p>One thread of its own holds the context and every texture; any thread may call and waits for the picture. Voxels
 * are uploaded as they arrive and stay on the device while their volume is in use.
 */
public final class GpuEngine implements RenderEngine {

    private final GlThread thread;
    private final String name;
    private final GlPainter painter;

    private GpuEngine(GlThread thread, GlPainter painter, String name) {
        this.thread = thread;
        this.painter = painter;
        this.name = name;
    }

    /** Looks for a device; takes up to a few hundred milliseconds, and never throws. */
    public static GpuAttempt tryCreate() {
        GlThread thread = new GlThread();
        try {
            GlPainter painter = thread.call(() -> new GlPainter(GlContext.create()));
            String device = thread.call(GpuEngine::device);
            GpuEngine engine = new GpuEngine(thread, painter, "GPU (" + device + ")");
            return new GpuAttempt.Ready(engine, device, isSoftware(device));
        } catch (RenderException e) {
            thread.close();
            return new GpuAttempt.Unavailable("no OpenGL: " + e.getMessage());
        }
    }

    private static String device() {
        String renderer = GL11C.glGetString(GL11C.GL_RENDERER);
        return renderer == null ? "unnamed" : renderer;
    }

    private static boolean isSoftware(String device) {
        return device.contains("llvmpipe") || device.contains("softpipe") || device.contains("Software");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean draws(RenderRequest request) {
        return request instanceof ReformatRequest
                || (request instanceof VolumeRequest volume && VolumeProgram.draws(volume));
    }

    @Override
    public void render(RenderRequest request, int[] argb) {
        if (argb.length < request.pixels()) {
            throw new IllegalArgumentException(argb.length + " pixels for " + request.width() + "x" + request.height());
        }
        thread.call(() -> {
            painter.draw(request, argb);
            return argb;
        });
    }

    @Override
    public void close() {
        try {
            thread.call(() -> {
                painter.close();
                return true;
            });
        } catch (RenderException alreadyLost) {
            // A context that is gone took its textures with it.
        }
        thread.close();
    }
}
