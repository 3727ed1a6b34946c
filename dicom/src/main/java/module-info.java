import org.jspecify.annotations.NullMarked;

/** DICOM boundary. */
@NullMarked
module org.farfield.dicom {
    requires static transitive org.jspecify;
}
