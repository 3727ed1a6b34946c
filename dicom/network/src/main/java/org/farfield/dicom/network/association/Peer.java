package org.farfield.dicom.network.association;

import java.util.Optional;

/**
 * Another system on the network.
 *
 * @param host name or address
 * @param calledTitle its AE title, 1..16 characters
 * @param callingTitle the AE title under which we call it
 * @param tls keys and certificates when the connection is secure
 */
public record Peer(String host, int port, String calledTitle, String callingTitle, Optional<TlsIdentity> tls) {
    /** Refuses titles that no PDU can carry. */
    public Peer {
        AeTitle.check(calledTitle);
        AeTitle.check(callingTitle);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not in 1..65535");
        }
    }

    /** Title and address, for messages. */
    @Override
    public String toString() {
        return calledTitle + "@" + host + ":" + port;
    }
}
