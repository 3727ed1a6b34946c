package org.farfield.remote.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.farfield.remote.protocol.transport.Link;
import org.farfield.remote.protocol.transport.LinkConnector;
import org.farfield.remote.protocol.transport.LinkListener;
import org.farfield.remote.protocol.transport.LinkServer;
import org.jspecify.annotations.Nullable;

/**
 * Stands between one gateway and many participants: one link up, a link for each participant. Slices and states come
 * once and go out to everybody; commands, verdicts, holds and heartbeats pass through unread and end to end signed, so
 * that a relay is never trusted with control. It keeps the newest series, bounded, for who joins late. Any thread.
 */
public final class Relay implements AutoCloseable {
    private final RelayConfig config;
    private final ThreadAgent agent = new ThreadAgent("farfield-relay");
    private final LinkConnector connector;
    private final RelayCore core;
    private @Nullable LinkServer server;

    /** Does nothing yet. */
    public Relay(RelayConfig config) {
        this.config = config;
        this.connector = new LinkConnector(config.links());
        this.core = new RelayCore(agent, this::connect, config.mostKeptBytes());
    }

    /**
     * Listens, and begins to connect to the gateway; goes on trying until closed.
     *
     * @return where it listens
     * @throws IOException it cannot listen there, or the certificate is no good
     */
    public synchronized InetSocketAddress start() throws IOException {
        LinkServer made = LinkServer.bind(config.listen(), config.identity(), this::accept, config.links());
        server = made;
        agent.execute(core::start);
        return made.address();
    }

    private java.util.concurrent.CompletionStage<Link> connect(LinkListener listener) {
        return connector.connect(config.upstream(), config.identity(), listener, config.transport());
    }

    private LinkListener accept(Link link) {
        agent.execute(() -> core.viewerUp(link));
        return new ViewerListener(agent, core);
    }

    /** Closes all links; the gateway notices each participant go. */
    @Override
    public synchronized void close() {
        agent.execute(core::close);
        if (server != null) {
            server.close();
        }
        connector.close();
        agent.close();
    }
}
