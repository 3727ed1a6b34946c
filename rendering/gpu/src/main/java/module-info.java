import org.jspecify.annotations.NullMarked;

/** Rendering engine (OpenGL). */
@NullMarked
module org.farfield.rendering.gpu {
    requires static transitive org.jspecify;
    requires transitive org.farfield.rendering.engine;
}
