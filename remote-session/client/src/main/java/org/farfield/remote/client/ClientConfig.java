package org.farfield.remote.client;

import java.net.InetSocketAddress;
import org.farfield.remote.protocol.Role;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.transport.TransportPreference;

/**
 * Who joins which session, and how. Immutable.
 *
 * @param identity the operator's key and certificate
 * @param role what to join as: at most what the certificate allows
 * @param endpoint a gateway or a relay
 */
public record ClientConfig(Identity identity, Role role, InetSocketAddress endpoint, TransportPreference transport) {}
