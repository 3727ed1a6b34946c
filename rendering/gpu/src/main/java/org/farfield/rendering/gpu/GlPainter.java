package org.farfield.rendering.gpu;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.farfield.rendering.engine.ReformatRequest;
import org.farfield.rendering.engine.RenderRequest;
import org.farfield.rendering.engine.VolumeRequest;
import org.farfield.rendering.volume.Volume;
import org.lwjgl.opengl.GL11C;

/** All that lives in the context: program, target, and the volumes on the device. Context thread only. */
final class GlPainter implements AutoCloseable {

    private static final int MAX_VOLUMES = 3;

    private final GlContext context;
    private final ReformatProgram program;
    private final VolumeProgram volumes;
    private final PictureTarget target = new PictureTarget();
    private final List<Entry> newestFirst = new ArrayList<>();

    GlPainter(GlContext context) {
        this.context = context;
        this.program = new ReformatProgram();
        this.volumes = new VolumeProgram();
    }

    void draw(RenderRequest request, int[] argb) {
        VolumeTexture texture = textureOf(request.volume());
        texture.update(request.volume());
        target.bind(request.width(), request.height());
        switch (request) {
            case ReformatRequest reformat -> program.draw(reformat, texture);
            case VolumeRequest volume -> volumes.draw(volume, texture);
            default ->
                throw new GlException("no program for " + request.getClass().getSimpleName());
        }
        target.read(argb);
        check("drawing");
    }

    private VolumeTexture textureOf(Volume volume) {
        VolumeTexture found = null;
        for (Iterator<Entry> it = newestFirst.iterator(); it.hasNext(); ) {
            Entry entry = it.next();
            Volume held = entry.volume().get();
            if (held == volume) {
                found = entry.texture();
                it.remove();
            } else if (held == null) {
                entry.texture().close();
                it.remove();
            }
        }
        if (found == null) {
            while (newestFirst.size() >= MAX_VOLUMES) {
                newestFirst.removeLast().texture().close();
            }
            found = new VolumeTexture(volume);
        }
        newestFirst.addFirst(new Entry(new WeakReference<>(volume), found));
        return found;
    }

    static void check(String doing) {
        int error = GL11C.glGetError();
        if (error != GL11C.GL_NO_ERROR) {
            String text = error == GL11C.GL_OUT_OF_MEMORY ? "out of memory" : "error 0x" + Integer.toHexString(error);
            throw new GlException("OpenGL " + text + " while " + doing);
        }
    }

    @Override
    public void close() {
        newestFirst.forEach(entry -> entry.texture().close());
        newestFirst.clear();
        target.close();
        program.close();
        volumes.close();
        context.close();
    }

    private record Entry(WeakReference<Volume> volume, VolumeTexture texture) {}
}
