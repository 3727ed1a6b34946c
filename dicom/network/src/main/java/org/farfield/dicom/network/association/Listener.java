package org.farfield.dicom.network.association;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.farfield.dicom.network.pdu.PduFrames;

/**
 * Takes associations from peers and gives each that is agreed on to its own virtual thread. Associations beyond the
 * limit are refused. Any thread.
 */
public final class Listener implements AutoCloseable {
    private final EventLoopGroup loops;
    private final Channel server;

    private Listener(EventLoopGroup loops, Channel server) {
        this.loops = loops;
        this.server = server;
    }

    /**
     * What to listen for.
     *
     * @param tls when present, peers must come by TLS and show a certificate
     * @param mostAssociations at once
     */
    public record Terms(
            InetSocketAddress address,
            AssociationPolicy policy,
            Optional<TlsIdentity> tls,
            int mostAssociations,
            Timeouts timeouts) {}

    /**
     * Binds and begins.
     *
     * @param work serves one association, on a virtual thread of its own
     * @param refused told of peers that got none, with a complete line
     */
    public static Listener open(Terms terms, Consumer<Association> work, Consumer<String> refused) throws IOException {
        Optional<SslContext> tls = Optional.empty();
        if (terms.tls().isPresent()) {
            tls = Optional.of(terms.tls().get().server());
        }
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                2, new DefaultThreadFactory("dicom-in", true), NioIoHandler.newFactory());
        ChannelFuture binding = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, PduFrames.reads())
                .childHandler(new Newcomers(terms, tls, work, refused))
                .bind(terms.address())
                .awaitUninterruptibly();
        if (!binding.isSuccess()) {
            var _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IOException(
                    "port " + terms.address().getPort() + " cannot be opened: "
                            + binding.cause().getMessage(),
                    binding.cause());
        }
        return new Listener(loops, binding.channel());
    }

    /** Where peers reach it. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.localAddress();
    }

    /** Takes no more and breaks what is open. */
    @Override
    public void close() {
        var _ = server.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    private static final class Newcomers extends ChannelInitializer<Channel> {
        private static final int MOST_REFUSALS = 16;

        private final Terms terms;
        private final Optional<SslContext> tls;
        private final Consumer<Association> work;
        private final Consumer<String> refused;
        private final AtomicInteger open = new AtomicInteger();

        Newcomers(Terms terms, Optional<SslContext> tls, Consumer<Association> work, Consumer<String> refused) {
            this.terms = terms;
            this.tls = tls;
            this.work = work;
            this.refused = refused;
        }

        @Override
        protected void initChannel(Channel channel) {
            String peer = String.valueOf(channel.remoteAddress()).replaceFirst("^.*/", "");
            int count = open.incrementAndGet();
            channel.closeFuture().addListener(closed -> open.decrementAndGet());
            if (count > terms.mostAssociations() + MOST_REFUSALS) {
                var _ = channel.close();
                return;
            }
            Association association = count > terms.mostAssociations()
                    ? Association.refusing(peer)
                    : Association.acceptor(peer, terms.policy());
            UpperLayer layer = UpperLayer.acceptor(tls.isPresent(), terms.timeouts(), association);
            association.attach(channel, layer);
            tls.ifPresent(context -> {
                SslHandler handler = context.newHandler(channel.alloc());
                handler.setHandshakeTimeout(terms.timeouts().handshake().toMillis(), TimeUnit.MILLISECONDS);
                channel.pipeline().addLast(handler);
            });
            channel.pipeline().addLast(new PduFrames(terms.policy().maximumLength()), layer);
            var _ = association.agreed().whenComplete((agreement, fault) -> {
                if (fault == null) {
                    Thread.ofVirtual().name("dicom-association").start(() -> work.accept(association));
                } else {
                    refused.accept(String.valueOf(fault.getMessage()));
                }
            });
        }
    }
}
