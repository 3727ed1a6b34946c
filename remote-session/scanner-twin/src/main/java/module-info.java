import org.jspecify.annotations.NullMarked;

/** Scanner twin. */
@NullMarked
module org.farfield.remote.twin {
    requires static transitive org.jspecify;
    requires transitive org.farfield.remote.gateway;

    exports org.farfield.remote.twin;
    exports org.farfield.remote.twin.phantom;
    exports org.farfield.remote.twin.quality;
    exports org.farfield.remote.twin.recon;
    exports org.farfield.remote.twin.xray;
}
