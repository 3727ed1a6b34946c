import org.jspecify.annotations.NullMarked;

/** Rendering engine (OpenGL). */
@NullMarked
module org.farfield.rendering.gpu {
    requires static transitive org.jspecify;
    requires transitive org.farfield.rendering.engine;
    requires org.lwjgl;
    requires org.lwjgl.egl;
    requires org.lwjgl.glfw;
    requires org.lwjgl.opengl;

    exports org.farfield.rendering.gpu;
}
