package org.farfield.remote.protocol.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.quic.Quic;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.farfield.remote.protocol.identity.CertificateCheck;
import org.farfield.remote.protocol.identity.CertificateFault;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.PeerKind;

/** Connects to link servers. Any thread. Closing it closes its links. */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
public final class LinkConnector implements AutoCloseable {
    private final LinkOptions options;
    private final OpenLinks links = new OpenLinks();
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(
            2, new DefaultThreadFactory("farfield-link", true), NioIoHandler.newFactory());

    /** With {@link LinkOptions#standard()}. */
    public LinkConnector() {
        this(LinkOptions.standard());
    }

    /** With other options. */
    public LinkConnector(LinkOptions options) {
        this.options = options;
    }

    /**
     * Opens a link. Nothing blocks; the stage completes on a network thread, before the listener gets anything.
     *
     * @return fails with a {@link LinkException} that names the server and the cause
     */
    public CompletionStage<Link> connect(
            InetSocketAddress server, Identity self, LinkListener listener, TransportPreference preference) {
        if (server.isUnresolved()) {
            return failed(LinkException.Reason.NOBODY_THERE, "there is no host named " + server.getHostString());
        }
        try {
            new CertificateCheck(self.authority(), options.clock()).check(self.certificate(), PeerKind.CLIENT);
        } catch (CertificateFault fault) {
            return failed(LinkException.Reason.OWN_CERTIFICATE, "own " + fault.getMessage());
        }
        return switch (preference) {
            case TCP -> tcp(server, self, listener);
            case QUIC -> quic(server, self, listener, options.handshake());
            case AUTO -> automatic(server, self, listener);
        };
    }

    private CompletionStage<Link> automatic(InetSocketAddress server, Identity self, LinkListener listener) {
        if (!Quic.isAvailable()) {
            return tcp(server, self, listener);
        }
        return quic(server, self, listener, options.quicPatience()).exceptionallyCompose(failure -> {
            LinkException quic = Causes.find(failure, LinkException.class);
            if (quic == null || quic.reason() != LinkException.Reason.NOBODY_THERE) {
                return CompletableFuture.failedFuture(failure);
            }
            return tcp(server, self, listener).exceptionallyCompose(second -> {
                LinkException tcp = Causes.find(second, LinkException.class);
                if (tcp != null && tcp.reason() == LinkException.Reason.NOBODY_THERE) {
                    return failed(tcp.reason(), tcp.getMessage() + "; QUIC had no answer either");
                }
                return CompletableFuture.failedFuture(second);
            });
        });
    }

    private CompletableFuture<Link> quic(
            InetSocketAddress server, Identity self, LinkListener listener, Duration patience) {
        if (!Quic.isAvailable()) {
            return failed(LinkException.Reason.NOBODY_THERE, "QUIC is not available on this platform");
        }
        Attempt attempt = new Attempt(server, self, listener, options, links);
        new QuicClient(attempt, group, patience).connect();
        return attempt.outcome();
    }

    private CompletableFuture<Link> tcp(InetSocketAddress server, Identity self, LinkListener listener) {
        Attempt attempt = new Attempt(server, self, listener, options, links);
        try {
            new TcpClient(attempt, group).connect();
        } catch (SSLException e) {
            return failed(LinkException.Reason.OWN_CERTIFICATE, "own certificate cannot be used: " + e.getMessage());
        }
        return attempt.outcome();
    }

    private static CompletableFuture<Link> failed(LinkException.Reason reason, String text) {
        return CompletableFuture.failedFuture(new LinkException(reason, text));
    }

    /** The exception behind a failed {@link #connect}, for whoever waits for it. */
    public static LinkException failure(Throwable thrown) {
        LinkException known = Causes.find(thrown, LinkException.class);
        if (known != null) {
            return known;
        }
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return new LinkException(LinkException.Reason.CLOSED, Causes.text(cause), cause);
    }

    /** Closes all links and waits for the network threads for at most two seconds. */
    @Override
    public void close() {
        links.closeAll("closed");
        group.shutdownGracefully(0, 1500, TimeUnit.MILLISECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
