package org.farfield.remote.gateway;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.farfield.remote.protocol.identity.Identity;

/**
 * How one gateway is set up. Immutable.
 *
 * @param listen where participants and relays connect; port 0 picks a free one
 * @param state a folder for this gateway alone: session epoch, journal, live series while the session lasts
 * @param identity the gateway's key and certificate; its authority decides who may join
 * @param abortWhenReleaserIsLost the site's choice: stop a running exposure when the local operator who released it
 *     goes silent, instead of letting the accepted series finish
 * @param dose the site's dose values for this scanner
 */
public record GatewayConfig(
        InetSocketAddress listen, Path state, Identity identity, boolean abortWhenReleaserIsLost, DoseRules dose) {
    /** The usual rules: a running exposure may finish, and the dose values are the published ones. */
    public GatewayConfig(InetSocketAddress listen, Path state, Identity identity) {
        this(listen, state, identity, false, DoseRules.shipped());
    }
}
