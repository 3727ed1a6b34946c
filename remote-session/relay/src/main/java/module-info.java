import org.jspecify.annotations.NullMarked;

/** Relay. */
@NullMarked
module org.farfield.remote.relay {
    requires static transitive org.jspecify;
    requires transitive org.farfield.remote.protocol;
}
