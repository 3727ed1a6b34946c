package org.farfield.remote.client;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkConnector;
import org.farfield.remote.protocol.transport.LinkListener;
import org.farfield.remote.protocol.transport.TransportPreference;

/** Links over the network; the host's name is looked up anew each time. */
final class NetworkLinks implements LinkSource {
    private final ClientConfig config;
    private final LinkConnector connector = new LinkConnector();

    NetworkLinks(ClientConfig config) {
        this.config = config;
    }

    @Override
    public CompletionStage<Link> open(LinkListener listener) {
        return open(listener, config.transport());
    }

    @Override
    public CompletionStage<Link> openAgain(LinkListener listener, String transportName) {
        return open(listener, transportName.startsWith("QUIC") ? TransportPreference.QUIC : config.transport());
    }

    private CompletionStage<Link> open(LinkListener listener, TransportPreference transport) {
        InetSocketAddress to = config.endpoint();
        InetSocketAddress fresh = new InetSocketAddress(to.getHostString(), to.getPort());
        return connector.connect(fresh, config.identity(), listener, transport);
    }

    @Override
    public String peer() {
        return config.endpoint().getHostString() + ":" + config.endpoint().getPort();
    }

    @Override
    public void close() {
        connector.close();
    }
}
