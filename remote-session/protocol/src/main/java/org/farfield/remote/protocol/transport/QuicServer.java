package org.farfield.remote.protocol.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicConnectionCloseEvent;
import io.netty.handler.codec.quic.QuicServerCodecBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamLimitChangedEvent;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.util.AttributeKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.farfield.remote.protocol.identity.CertificateCheck;
import org.farfield.remote.protocol.identity.CertificateFault;
import org.farfield.remote.protocol.identity.Identity;
import org.farfield.remote.protocol.identity.PeerKind;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.ProtocolException;
import org.jspecify.annotations.Nullable;

/** The server's end of QUIC: a link comes about with the first frame on the one bidirectional stream. */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class QuicServer {
    private static final AttributeKey<QuicLink> LINK = AttributeKey.valueOf(QuicServer.class, "link");

    /** The connection's error number that tells a client that its certificate is not accepted; 0 says nothing. */
    static final int CERTIFICATE_REFUSED = 1;

    private final CertificateCheck check;
    private final LinkOptions options;
    private final LinkAdmission admission;

    private QuicServer(Identity self, LinkOptions options, LinkAdmission admission) {
        this.check = new CertificateCheck(self.authority(), options.clock());
        this.options = options;
        this.admission = admission;
    }

    /** The handler for the UDP socket. */
    static ChannelHandler codec(Identity self, LinkOptions options, LinkAdmission admission) {
        QuicServer server = new QuicServer(self, options, admission);
        return QuicCodec.configure(new QuicServerCodecBuilder(), options)
                .sslContext(TlsContexts.quicServer(self, new LateTrust()))
                .handler(new ChannelInitializer<QuicChannel>() {
                    @Override
                    protected void initChannel(QuicChannel connection) {
                        server.connection(connection);
                    }
                })
                .streamHandler(new ChannelInitializer<QuicStreamChannel>() {
                    @Override
                    protected void initChannel(QuicStreamChannel stream) {
                        server.stream(stream);
                    }
                })
                .build();
    }

    private void connection(QuicChannel connection) {
        if (!admission.enter(connection)) {
            return;
        }
        connection.pipeline().addLast(new ConnectionEvents());
        connection
                .eventLoop()
                .schedule(() -> tooLate(connection), options.handshake().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tooLate(QuicChannel connection) {
        if (connection.isOpen() && !connection.hasAttr(LINK)) {
            options.problems()
                    .accept(QuicLink.address(connection) + " said nothing of this protocol within "
                            + options.handshake().toMillis() + " ms");
            connection.close();
        }
    }

    private void stream(QuicStreamChannel stream) {
        QuicLink link = stream.parent().attr(LINK).get();
        if (stream.type() == QuicStreamType.UNIDIRECTIONAL && link != null) {
            SliceStream.install(stream.pipeline(), link);
        } else if (stream.type() == QuicStreamType.BIDIRECTIONAL && link == null) {
            stream.updatePriority(QuicLink.CONTROL);
            stream.pipeline().addLast("frames", new FrameDecoder(64));
            stream.pipeline().addLast("link", new ControlOpening());
        } else {
            options.problems().accept(QuicLink.address(stream.parent()) + " opened a stream that has no place");
            stream.parent().close();
        }
    }

    private void refuse(QuicChannel connection, CertificateFault fault) {
        String why = String.valueOf(fault.getMessage());
        options.problems().accept(QuicLink.address(connection) + " was turned away: " + why);
        connection.close(true, CERTIFICATE_REFUSED, Unpooled.wrappedBuffer(LinkFrame.reasonBytes(why)));
    }

    /** Waits for the frame that opens a link. */
    private final class ControlOpening extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object frame)
                throws ProtocolException, SSLPeerUnverifiedException {
            LinkFrame.checkOpen((Frame) frame);
            QuicStreamChannel stream = (QuicStreamChannel) context.channel();
            X509Certificate peer = TlsContexts.peer(stream.parent().sslEngine());
            try {
                check.check(peer, PeerKind.CLIENT);
            } catch (CertificateFault fault) {
                refuse(stream.parent(), fault);
                return;
            }
            QuicLink link = new QuicLink(stream, peer, options);
            stream.parent().attr(LINK).set(link);
            context.pipeline().get(FrameDecoder.class).allow(FrameHeader.MOST_CONTROL_BYTES + 64);
            context.pipeline().replace("link", "link", new LinkReceiver(link, false));
            stream.writeAndFlush(Unpooled.wrappedBuffer(LinkFrame.ready(new byte[LinkFrame.TOKEN_BYTES])));
            admission.open(link);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            QuicChannel connection = ((QuicStreamChannel) context.channel()).parent();
            options.problems().accept(QuicLink.address(connection) + " was turned away: " + Causes.text(cause));
            connection.close();
        }
    }

    /** What happens to a whole connection. */
    static final class ConnectionEvents extends ChannelInboundHandlerAdapter {
        private @Nullable String closed;

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            QuicLink link = context.channel().attr(LINK).get();
            if (event instanceof QuicConnectionCloseEvent close) {
                closed = close.isApplicationClose()
                        ? LinkFrame.reasonText(close.reason())
                        : "connection error " + close.error();
                if (link != null && close.isApplicationClose()) {
                    link.closedByPeer(LinkFrame.reasonText(close.reason()));
                }
            } else if (event instanceof QuicStreamLimitChangedEvent && link != null) {
                link.pump();
            }
            context.fireUserEventTriggered(event);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            QuicLink link = context.channel().attr(LINK).get();
            if (link != null) {
                boolean timedOut = ((QuicChannel) context.channel()).isTimedOut();
                link.onGone(closed != null ? closed : timedOut ? "nothing heard any more" : "connection lost");
                link.pump();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    /** Where handlers of a connection find its link. */
    static AttributeKey<QuicLink> linkKey() {
        return LINK;
    }
}
