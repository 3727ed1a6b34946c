package org.farfield.rendering.gpu;

import java.nio.IntBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opengl.CGL;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * macOS: Core OpenGL, which unlike GLFW does not want the main thread. Written to the documentation, not yet run on a
 * Mac.
 */
final class CglContext implements GlContext {

    /** kCGLOGLPVersion_GL4_Core: OpenGL 4.1 core. */
    private static final int VERSION_4_CORE = 0x4100;

    private final long context;

    private CglContext(long context) {
        this.context = context;
    }

    static CglContext create() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer attributes =
                    stack.ints(CGL.kCGLPFAOpenGLProfile, VERSION_4_CORE, CGL.kCGLPFAAllowOfflineRenderers, 0);
            PointerBuffer format = stack.mallocPointer(1);
            check("CGLChoosePixelFormat", CGL.CGLChoosePixelFormat(attributes, format, stack.mallocInt(1)));
            PointerBuffer context = stack.mallocPointer(1);
            check("CGLCreateContext", CGL.CGLCreateContext(format.get(0), MemoryUtil.NULL, context));
            CGL.CGLDestroyPixelFormat(format.get(0));
            check("CGLSetCurrentContext", CGL.CGLSetCurrentContext(context.get(0)));
            GL.createCapabilities();
            return new CglContext(context.get(0));
        }
    }

    private static void check(String call, int error) {
        if (error != CGL.kCGLNoError) {
            throw new GlException(call + " failed: " + CGL.CGLErrorString(error));
        }
    }

    @Override
    public void close() {
        GL.setCapabilities(null);
        CGL.CGLSetCurrentContext(MemoryUtil.NULL);
        CGL.CGLDestroyContext(context);
    }
}
