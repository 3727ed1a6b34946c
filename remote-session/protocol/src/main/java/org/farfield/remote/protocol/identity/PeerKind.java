package org.farfield.remote.protocol.identity;

/** Which end of a link a certificate is used for. */
public enum PeerKind {
    /** Listens: a gateway or a relay. */
    SERVER,
    /** Connects: a person or a relay. */
    CLIENT;

    boolean covers(CertificateSubject subject) {
        return switch (this) {
            case SERVER -> subject.isGateway() || subject.isRelay();
            case CLIENT -> subject.role().isPresent() || subject.isRelay();
        };
    }
}
