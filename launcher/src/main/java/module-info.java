import org.jspecify.annotations.NullMarked;

/** Command line. */
@NullMarked
module org.farfield.launcher {
    requires static transitive org.jspecify;
    requires org.farfield.dicom;
    requires org.farfield.dicom.network;
    requires org.farfield.dicom.web;
    requires org.farfield.workstation.app;
    requires org.farfield.remote.relay;
    requires org.farfield.remote.twin;
    requires org.farfield.remote.gateway;
    requires org.farfield.remote.client;
    requires java.desktop;
    requires java.management;
}
