import org.jspecify.annotations.NullMarked;

/** DICOM on the network: the upper layer protocol, DIMSE and its services, on Netty. */
@NullMarked
module org.farfield.dicom.network {
    requires static transitive org.jspecify;
    requires transitive org.farfield.dicom;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.common;
    requires io.netty.handler;
    requires io.netty.transport;

    exports org.farfield.dicom.network.association;
    exports org.farfield.dicom.network.dimse;
    exports org.farfield.dicom.network.service;
}
