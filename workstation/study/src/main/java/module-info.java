import org.jspecify.annotations.NullMarked;

/** Study store. */
@NullMarked
module org.farfield.workstation.study {
    requires static transitive org.jspecify;
    requires transitive org.farfield.dicom;
    requires transitive org.farfield.rendering.volume;

    exports org.farfield.workstation.study;
}
