import org.jspecify.annotations.NullMarked;

/** Rendering engine (CPU). */
@NullMarked
module org.farfield.rendering.engine {
    requires static transitive org.jspecify;
    requires transitive org.farfield.rendering.volume;

    exports org.farfield.rendering.engine;
}
