package org.farfield.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.farfield.launcher.lab.LinkLab;
import org.farfield.launcher.lab.LinkProfile;
import org.farfield.remote.gateway.DoseRules;
import org.farfield.remote.gateway.Gateway;
import org.farfield.remote.gateway.GatewayConfig;
import org.farfield.remote.gateway.ScannerPort;
import org.farfield.remote.protocol.SessionClock;
import org.farfield.remote.protocol.identity.DemoIdentities;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.transport.LinkOptions;
import org.farfield.remote.protocol.transport.TransportPreference;
import org.farfield.remote.relay.Relay;
import org.farfield.remote.relay.RelayConfig;

/**
 * The far side of a demonstration: a scanner twin with its gateway, and a relay before it, on free ports of the
 * loopback address. Any thread.
 */
final class DemoSite implements AutoCloseable {

    private static final long LINK_SEED = 1;

    private final StateFolder state;
    private final Gateway gateway;
    private final InetSocketAddress gatewayAddress;
    private final Relay relay;
    private final InetSocketAddress relayAddress;
    private final Optional<LinkLab> lab;

    private DemoSite(
            StateFolder state,
            Gateway gateway,
            InetSocketAddress gatewayAddress,
            Relay relay,
            InetSocketAddress relayAddress,
            Optional<LinkLab> lab) {
        this.state = state;
        this.gateway = gateway;
        this.gatewayAddress = gatewayAddress;
        this.relay = relay;
        this.relayAddress = relayAddress;
        this.lab = lab;
    }

    /**
     * Makes certificates where there are none, and starts everything.
     *
     * @param scanner belongs to the gateway from now on
     * @param dose what the gateway asks before much dose
     * @param link what lies before the relay; nothing where empty
     * @param problems hears a line for each peer that misbehaved and each fault
     * @throws IOException a folder, a certificate or an address cannot be had; the message says which
     */
    static DemoSite start(
            StateFolder state,
            ScannerPort scanner,
            DoseRules dose,
            TransportPreference transport,
            Optional<LinkProfile> link,
            Consumer<String> problems)
            throws IOException {
        DemoIdentities.ensure(state.identities());
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Gateway gateway = new Gateway(
                new GatewayConfig(free, state.root().resolve("gateway"), identity(state, "gateway"), false, dose),
                scanner,
                SessionClock.SYSTEM,
                problems);
        try {
            InetSocketAddress gatewayAddress = gateway.start();
            Relay relay = new Relay(new RelayConfig(
                    gatewayAddress,
                    free,
                    identity(state, "relay"),
                    transport,
                    RelayConfig.KEPT_BYTES,
                    LinkOptions.standard()));
            InetSocketAddress relayAddress = relay.start();
            Optional<LinkLab> lab = link.isPresent()
                    ? Optional.of(LinkLab.open(relayAddress, link.get(), LINK_SEED))
                    : Optional.empty();
            return new DemoSite(state, gateway, gatewayAddress, relay, relayAddress, lab);
        } catch (IOException | RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    /** Where the local operator connects. */
    InetSocketAddress gatewayAddress() {
        return gatewayAddress;
    }

    /** Where everybody else connects. */
    InetSocketAddress relayAddress() {
        return lab.map(LinkLab::address).orElse(relayAddress);
    }

    /** A party's key and certificate. */
    Identity identity(String name) throws IOException {
        return identity(state, name);
    }

    private static Identity identity(StateFolder state, String name) throws IOException {
        return DemoIdentities.load(state.identities(), name);
    }

    @Override
    public void close() {
        lab.ifPresent(LinkLab::close);
        relay.close();
        gateway.close();
    }
}
