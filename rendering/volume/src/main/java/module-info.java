import org.jspecify.annotations.NullMarked;

/** Volume. */
@NullMarked
module org.farfield.rendering.volume {
    requires static transitive org.jspecify;

    exports org.farfield.rendering.volume;
}
