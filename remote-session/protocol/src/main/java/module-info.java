import org.jspecify.annotations.NullMarked;

/** Remote session protocol. */
@NullMarked
module org.farfield.remote.protocol {
    requires static transitive org.jspecify;
}
