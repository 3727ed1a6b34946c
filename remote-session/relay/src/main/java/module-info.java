import org.jspecify.annotations.NullMarked;

/** Relay: fans a session out to many participants. */
@NullMarked
module org.farfield.remote.relay {
    requires static transitive org.jspecify;
    requires transitive org.farfield.remote.protocol;

    exports org.farfield.remote.relay;
}
