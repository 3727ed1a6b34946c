package org.farfield.remote.protocol.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.farfield.remote.protocol.identity.CertificateCheck;
import org.farfield.remote.protocol.identity.CertificateFault;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.PeerKind;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.ProtocolException;

/**
 * The server's end of TLS over TCP: takes connections, and makes a link of a control connection and the bulk connection
 * that brings its token and the same certificate. Tokens work once and die with their connection.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class TcpServer extends ChannelInitializer<Channel> {
    private final SslContext tls;
    private final CertificateCheck check;
    private final LinkOptions options;
    private final LinkAdmission admission;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentHashMap<String, Waiting> waiting = new ConcurrentHashMap<>();

    /** A control connection whose bulk connection has not come yet. */
    private record Waiting(Channel control, X509Certificate peer) {}

    TcpServer(Identity self, LinkOptions options, LinkAdmission admission) throws SSLException {
        this.tls = TlsContexts.tcpServer(self, new PeerTrust(self, options.clock(), fault -> {}));
        this.check = new CertificateCheck(self.authority(), options.clock());
        this.options = options;
        this.admission = admission;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!admission.enter(channel)) {
            return;
        }
        channel.config().setOption(ChannelOption.TCP_NODELAY, true);
        SslHandler handler = tls.newHandler(channel.alloc());
        handler.setHandshakeTimeoutMillis(options.handshake().toMillis());
        channel.pipeline()
                .addLast("tls", handler)
                .addLast("frames", new FrameDecoder(64))
                .addLast("link", new OpeningHandler(channel, options, this::first));
    }

    /** The first frame of a connection says which of a link's two it is. */
    private void first(ChannelHandlerContext context, Frame frame) throws ProtocolException {
        if (frame.header().type() == LinkFrame.OPEN) {
            LinkFrame.checkOpen(frame);
            control(context);
        } else {
            bulk(context, HexFormat.of().formatHex(LinkFrame.token(frame, LinkFrame.BULK_JOIN)));
        }
    }

    private void control(ChannelHandlerContext context) throws ProtocolException {
        Channel channel = context.channel();
        byte[] token = new byte[LinkFrame.TOKEN_BYTES];
        random.nextBytes(token);
        String key = HexFormat.of().formatHex(token);
        waiting.put(key, new Waiting(channel, peer(channel)));
        channel.closeFuture().addListener(closed -> waiting.remove(key));
        channel.eventLoop()
                .schedule(
                        () -> {
                            if (waiting.containsKey(key)) {
                                options.problems()
                                        .accept(TcpLink.address(channel) + " opened no bulk connection in time");
                                channel.close();
                            }
                        },
                        options.handshake().toMillis(),
                        TimeUnit.MILLISECONDS);
        channel.writeAndFlush(Unpooled.wrappedBuffer(LinkFrame.ready(token)));
    }

    private void bulk(ChannelHandlerContext context, String key) throws ProtocolException {
        Channel channel = context.channel();
        Waiting found = waiting.remove(key);
        if (found == null || !found.peer().equals(peer(channel))) {
            throw new ProtocolException("bulk join: no connection of this peer waits with this token");
        }
        Channel control = found.control();
        TcpLink link = new TcpLink(control, found.peer(), options);
        context.pipeline().get(FrameDecoder.class).allow(FrameHeader.MOST_SLICE_BYTES);
        context.pipeline().replace("link", "link", new LinkReceiver(link, true));
        link.attachBulk(channel);
        link.onLoop(() -> open(link, control, channel));
    }

    private void open(TcpLink link, Channel control, Channel bulk) {
        if (!control.isActive()) {
            bulk.close();
            return;
        }
        control.pipeline().get(FrameDecoder.class).allow(FrameHeader.MOST_CONTROL_BYTES + 64);
        control.pipeline().replace("link", "link", new LinkReceiver(link, false));
        long silence = options.silence().toMillis();
        control.pipeline().addBefore("link", "idle", new IdleStateHandler(silence, 0, 0, TimeUnit.MILLISECONDS));
        bulk.writeAndFlush(Unpooled.wrappedBuffer(LinkFrame.bulkReady()));
        admission.open(link);
    }

    private X509Certificate peer(Channel channel) throws ProtocolException {
        try {
            X509Certificate peer =
                    TlsContexts.peer(channel.pipeline().get(SslHandler.class).engine());
            check.check(peer, PeerKind.CLIENT); // again: a resumed session was not checked by TLS
            return peer;
        } catch (CertificateFault e) {
            throw new ProtocolException(String.valueOf(e.getMessage()), e);
        } catch (SSLPeerUnverifiedException e) {
            throw new ProtocolException("no client certificate", e);
        }
    }
}
