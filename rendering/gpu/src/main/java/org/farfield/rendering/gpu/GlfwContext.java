package org.farfield.rendering.gpu;

import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryUtil;

/**
 * Windows: a hidden window, which Windows allows on any thread. Written to the documentation, not yet run on a Windows
 * machine.
 */
final class GlfwContext implements GlContext {

    private final long window;

    private GlfwContext(long window) {
        this.window = window;
    }

    static GlfwContext create() {
        if (!GLFW.glfwInit()) {
            throw new GlException("GLFW does not start");
        }
        GLFW.glfwDefaultWindowHints();
        GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, GLFW.GLFW_FALSE);
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MAJOR, 4);
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MINOR, 1);
        GLFW.glfwWindowHint(GLFW.GLFW_OPENGL_PROFILE, GLFW.GLFW_OPENGL_CORE_PROFILE);
        long window = GLFW.glfwCreateWindow(1, 1, "Farfield", MemoryUtil.NULL, MemoryUtil.NULL);
        if (window == MemoryUtil.NULL) {
            throw new GlException("no OpenGL 4.1 core context from GLFW");
        }
        GLFW.glfwMakeContextCurrent(window);
        GL.createCapabilities();
        return new GlfwContext(window);
    }

    @Override
    public void close() {
        GL.setCapabilities(null);
        GLFW.glfwMakeContextCurrent(MemoryUtil.NULL);
        GLFW.glfwDestroyWindow(window);
    }
}
