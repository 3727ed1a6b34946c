package org.farfield.rendering.gpu;

import java.util.Locale;

/** An OpenGL 4.1 core context without a window, current on the thread that made it until closed there. */
interface GlContext extends AutoCloseable {

    @Override
    void close();

    /**
     * Makes the context in this platform's own way.
     *
     * @throws GlException where it cannot be made, with the platform's reason
     */
    static GlContext create() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return GlfwContext.create();
        }
        if (os.contains("mac")) {
            return CglContext.create();
        }
        return EglContext.create();
    }
}
