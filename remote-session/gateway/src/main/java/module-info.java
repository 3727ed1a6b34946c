import org.jspecify.annotations.NullMarked;

/** Gateway. */
@NullMarked
module org.farfield.remote.gateway {
    requires static transitive org.jspecify;
    requires transitive org.farfield.remote.protocol;
    requires transitive org.farfield.dicom;

    exports org.farfield.remote.gateway;
}
