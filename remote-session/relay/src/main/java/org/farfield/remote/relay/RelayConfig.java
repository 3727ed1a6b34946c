package org.farfield.remote.relay;

import java.net.InetSocketAddress;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.transport.LinkOptions;
import org.farfield.remote.protocol.transport.TransportPreference;

/**
 * Where a relay stands.
 *
 * @param upstream the gateway
 * @param listen where participants connect; port 0 picks a free one
 * @param identity a certificate with OU = RELAY
 * @param transport how to reach the gateway
 * @param mostKeptBytes most bytes of slices kept in memory for late joiners and slow viewers
 * @param links options of all links
 */
public record RelayConfig(
        InetSocketAddress upstream,
        InetSocketAddress listen,
        Identity identity,
        TransportPreference transport,
        long mostKeptBytes,
        LinkOptions links) {

    /** Enough for a thousand JPEG-LS slices of 512 x 512. */
    public static final long KEPT_BYTES = 256L << 20;

    /** With what serves everybody. */
    public RelayConfig(InetSocketAddress upstream, InetSocketAddress listen, Identity identity) {
        this(upstream, listen, identity, TransportPreference.AUTO, KEPT_BYTES, LinkOptions.standard());
    }
}
