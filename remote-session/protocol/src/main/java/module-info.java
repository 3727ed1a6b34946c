import org.jspecify.annotations.NullMarked;

/** Remote session protocol: what every side shares. */
@NullMarked
module org.farfield.remote.protocol {
    requires static transitive org.jspecify;

    exports org.farfield.remote.protocol;
    exports org.farfield.remote.protocol.message;
}
