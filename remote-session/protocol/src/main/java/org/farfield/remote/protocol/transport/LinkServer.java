package org.farfield.remote.protocol.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.quic.Quic;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.farfield.remote.protocol.identity.CertificateCheck;
import org.farfield.remote.protocol.identity.CertificateFault;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.PeerKind;
import org.jspecify.annotations.Nullable;

/**
 * Listens for links: QUIC on a UDP port and TLS on the TCP port of the same number. Any thread. The acceptor is called
 * on a network thread for each link when it is ready and gives the listener for it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
public final class LinkServer implements AutoCloseable {
    private static final int TRIES_FOR_A_FREE_PORT = 32;

    private final EventLoopGroup group;
    private final LinkAdmission admission;
    private final Channel tcp;
    private final @Nullable Channel udp;

    private LinkServer(EventLoopGroup group, LinkAdmission admission, Channel tcp, @Nullable Channel udp) {
        this.group = group;
        this.admission = admission;
        this.tcp = tcp;
        this.udp = udp;
    }

    /** The same with {@link LinkOptions#standard()}. */
    public static LinkServer bind(InetSocketAddress address, Identity self, Function<Link, LinkListener> acceptor)
            throws IOException {
        return bind(address, self, acceptor, LinkOptions.standard());
    }

    /**
     * Listens on both ports; where QUIC is not to be had on this platform, on TCP only, and says so.
     *
     * @param address port 0 picks one that is free for both
     * @throws IOException the address cannot be had, or the own certificate is no good (the message says which)
     */
    public static LinkServer bind(
            InetSocketAddress address, Identity self, Function<Link, LinkListener> acceptor, LinkOptions options)
            throws IOException {
        boolean quic = Quic.isAvailable();
        if (!quic) {
            options.problems()
                    .accept("QUIC is not available here, listening on TCP only: " + Quic.unavailabilityCause());
        }
        return bind(address, self, acceptor, options, quic);
    }

    static LinkServer bind(
            InetSocketAddress address,
            Identity self,
            Function<Link, LinkListener> acceptor,
            LinkOptions options,
            boolean quic)
            throws IOException {
        try {
            new CertificateCheck(self.authority(), options.clock()).check(self.certificate(), PeerKind.SERVER);
        } catch (CertificateFault fault) {
            throw new LinkException(LinkException.Reason.OWN_CERTIFICATE, "own " + fault.getMessage(), fault);
        }
        LinkAdmission admission = new LinkAdmission(options, acceptor);
        TcpServer tcpHandler = new TcpServer(self, options, admission);
        ChannelHandler udpHandler = quic ? QuicServer.codec(self, options, admission) : null;
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                2, new DefaultThreadFactory("farfield-link-server", true), NioIoHandler.newFactory());
        try {
            return bind(address, group, admission, tcpHandler, udpHandler);
        } catch (IOException e) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw e;
        }
    }

    private static LinkServer bind(
            InetSocketAddress address,
            EventLoopGroup group,
            LinkAdmission admission,
            TcpServer tcpHandler,
            @Nullable ChannelHandler udpHandler)
            throws IOException {
        IOException last = null;
        for (int tries = address.getPort() == 0 ? TRIES_FOR_A_FREE_PORT : 1; tries > 0; tries--) {
            Channel tcp = bound(
                    new ServerBootstrap()
                            .group(group)
                            .channel(NioServerSocketChannel.class)
                            .childHandler(tcpHandler)
                            .bind(address),
                    "TCP",
                    address);
            if (udpHandler == null) {
                return new LinkServer(group, admission, tcp, null);
            }
            InetSocketAddress same =
                    new InetSocketAddress(address.getAddress(), ((InetSocketAddress) tcp.localAddress()).getPort());
            try {
                Channel udp = bound(
                        new Bootstrap()
                                .group(group)
                                .channel(NioDatagramChannel.class)
                                .handler(udpHandler)
                                .bind(same),
                        "UDP",
                        same);
                return new LinkServer(group, admission, tcp, udp);
            } catch (IOException e) {
                last = e;
                tcp.close().awaitUninterruptibly();
            }
        }
        throw last == null ? new IOException("no port to try") : last;
    }

    private static Channel bound(io.netty.channel.ChannelFuture binding, String what, InetSocketAddress address)
            throws IOException {
        binding.awaitUninterruptibly();
        if (!binding.isSuccess()) {
            throw new IOException(
                    "cannot listen on " + what + " " + address.getHostString() + ":" + address.getPort() + ": "
                            + Causes.text(binding.cause()),
                    binding.cause());
        }
        return binding.channel();
    }

    /** Where it listens, with the port that was picked. */
    public InetSocketAddress address() {
        return (InetSocketAddress) tcp.localAddress();
    }

    /** Closes all links and stops listening; waits for the network threads for at most two seconds. */
    @Override
    public void close() {
        if (group.isShuttingDown()) {
            return;
        }
        tcp.close();
        admission.closeAll("the server was closed");
        if (udp != null) {
            udp.close();
        }
        group.shutdownGracefully(0, 1500, TimeUnit.MILLISECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
