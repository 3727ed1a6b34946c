import org.jspecify.annotations.NullMarked;

/** DICOMweb, client side: search, retrieve and store over HTTP (PS3.18). */
@NullMarked
module org.farfield.dicom.web {
    requires static transitive org.jspecify;
    requires transitive org.farfield.dicom;
    requires transitive org.farfield.dicom.network;
    requires transitive java.net.http;

    exports org.farfield.dicom.web;
}
