import org.jspecify.annotations.NullMarked;

/** Remote session client. */
@NullMarked
module org.farfield.remote.client {
    requires static transitive org.jspecify;
    requires transitive org.farfield.remote.protocol;

    exports org.farfield.remote.client;
}
