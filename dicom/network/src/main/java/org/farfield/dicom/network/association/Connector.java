package org.farfield.dicom.network.association;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.farfield.dicom.network.association.AssociationException.Kind;
import org.farfield.dicom.network.pdu.Pdu;
import org.farfield.dicom.network.pdu.PduFrames;

/** Opens associations to peers. One for a process is enough; any thread. */
public final class Connector implements AutoCloseable {
    private final EventLoopGroup loops;
    private final Timeouts timeouts;

    /** With patience of our own. */
    public Connector(Timeouts timeouts) {
        this.timeouts = timeouts;
        loops = new MultiThreadIoEventLoopGroup(
                2, new DefaultThreadFactory("dicom-out", true), NioIoHandler.newFactory());
    }

    /** With the usual patience. */
    public Connector() {
        this(Timeouts.REQUESTOR);
    }

    /**
     * Opens an association and waits for the peer's answer.
     *
     * @throws AssociationException names the peer and why there is none
     */
    public Association open(Peer peer, AssociationProposal proposal) throws AssociationException, InterruptedException {
        Pdu.AssociateRequest request = proposal.request(peer.calledTitle(), peer.callingTitle());
        Association association = Association.requestor(peer.toString(), request);
        Optional<SslContext> tls = context(peer);
        UpperLayer layer = UpperLayer.requestor(request, tls.isPresent(), timeouts, association);
        ChannelFuture connecting = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, PduFrames.reads())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        timeouts.connect().toMillis())
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        association.attach(channel, layer);
                        tls.ifPresent(context -> channel.pipeline().addLast(handler(context, channel, peer)));
                        channel.pipeline().addLast(new PduFrames(AssociationProposal.MAXIMUM_LENGTH), layer);
                    }
                })
                .connect(peer.host(), peer.port());
        try {
            connecting.await();
            if (!connecting.isSuccess()) {
                throw unreachable(peer, connecting.cause());
            }
            association.agreed().get();
            return association;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssociationException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            var _ = connecting.channel().close();
            throw e;
        }
    }

    private SslHandler handler(SslContext context, Channel channel, Peer peer) {
        SslHandler handler = context.newHandler(channel.alloc(), peer.host(), peer.port());
        handler.setHandshakeTimeout(timeouts.handshake().toMillis(), TimeUnit.MILLISECONDS);
        return handler;
    }

    private static Optional<SslContext> context(Peer peer) throws AssociationException {
        try {
            return peer.tls().isPresent() ? Optional.of(peer.tls().get().client()) : Optional.empty();
        } catch (SSLException e) {
            throw new AssociationException(Kind.TLS, peer + ": " + e.getMessage());
        }
    }

    private AssociationException unreachable(Peer peer, Throwable cause) {
        String why = switch (cause) {
            case UnknownHostException e -> "there is no host of this name";
            case io.netty.channel.ConnectTimeoutException e ->
                "no answer within " + timeouts.connect().toSeconds() + " s";
            case ConnectException e -> "nothing answers there (connection refused)";
            default -> "cannot be reached: " + cause.getMessage();
        };
        return new AssociationException(Kind.UNREACHABLE, peer + ": " + why);
    }

    /** Ends the threads; associations that are open break. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
