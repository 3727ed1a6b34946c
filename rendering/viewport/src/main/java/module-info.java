import org.jspecify.annotations.NullMarked;

/** Viewport. */
@NullMarked
module org.farfield.rendering.viewport {
    requires static transitive org.jspecify;
    requires transitive org.farfield.rendering.engine;
    requires transitive javafx.graphics;

    exports org.farfield.rendering.viewport;
}
