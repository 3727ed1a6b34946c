import org.jspecify.annotations.NullMarked;

/** Scanner twin. */
@NullMarked
module org.farfield.remote.twin {
    requires static transitive org.jspecify;
    requires transitive org.farfield.remote.gateway;

    exports org.farfield.remote.twin;
}
