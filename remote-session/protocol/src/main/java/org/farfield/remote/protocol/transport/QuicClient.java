package org.farfield.remote.protocol.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicClientCodecBuilder;
import io.netty.handler.codec.quic.QuicConnectionCloseEvent;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of QUIC, one object an attempt. A QUIC client's handshake ends before the server has looked at its
 * certificate: the link is there only when the server's first frame has come.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class QuicClient {
    /** QUIC's error numbers from here on are TLS alerts (RFC 9001 4.8). */
    private static final int CRYPTO_ERROR = 0x100;

    private final Attempt attempt;
    private final EventLoopGroup group;
    private final Duration patience;
    private @Nullable Channel socket;
    private @Nullable QuicConnectionCloseEvent closeEvent;

    QuicClient(Attempt attempt, EventLoopGroup group, Duration patience) {
        this.attempt = attempt;
        this.group = group;
        this.patience = patience;
    }

    void connect() {
        new Bootstrap()
                .group(group)
                .channel(NioDatagramChannel.class)
                .handler(QuicCodec.configure(new QuicClientCodecBuilder(), attempt.options())
                        .sslContext(TlsContexts.quicClient(attempt.self(), attempt.trust()))
                        .build())
                .bind(new InetSocketAddress(0)) // the wildcard: the connection outlives a change of address
                .addListener((io.netty.channel.ChannelFuture bound) -> {
                    socket = bound.channel();
                    if (bound.isSuccess()) {
                        connect(bound.channel());
                    } else {
                        failed(bound.cause(), LinkException.Reason.NOBODY_THERE, Causes.text(bound.cause()));
                    }
                });
        attempt.outcome().whenComplete((link, failure) -> {
            if (failure != null) {
                closeSocket();
            }
        });
    }

    private void connect(Channel udp) {
        QuicChannel.newBootstrap(udp)
                .handler(new Events())
                .streamHandler(new ChannelInitializer<QuicStreamChannel>() {
                    @Override
                    protected void initChannel(QuicStreamChannel stream) {
                        serverStream(stream);
                    }
                })
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) patience.toMillis())
                .remoteAddress(attempt.server())
                .connect()
                .addListener((Future<QuicChannel> connected) -> {
                    if (connected.isSuccess()) {
                        openControl(connected.getNow());
                    } else {
                        boolean answered = Causes.find(connected.cause(), javax.net.ssl.SSLException.class) != null;
                        failed(
                                connected.cause(),
                                answered ? LinkException.Reason.NOT_FARFIELD : LinkException.Reason.NOBODY_THERE,
                                answered
                                        ? Causes.text(connected.cause())
                                        : "no answer within " + patience.toMillis() + " ms");
                    }
                });
    }

    private void openControl(QuicChannel connection) {
        connection.closeFuture().addListener(closed -> closeSocket());
        connection
                .eventLoop()
                .schedule(
                        () -> tooLate(connection), attempt.options().handshake().toMillis(), TimeUnit.MILLISECONDS);
        connection
                .createStream(QuicStreamType.BIDIRECTIONAL, new ChannelInitializer<QuicStreamChannel>() {
                    @Override
                    protected void initChannel(QuicStreamChannel stream) throws SSLPeerUnverifiedException {
                        QuicLink link =
                                new QuicLink(stream, TlsContexts.peer(connection.sslEngine()), attempt.options());
                        connection.attr(QuicServer.linkKey()).set(link);
                        stream.pipeline().addLast(new FrameDecoder(FrameHeader.MOST_CONTROL_BYTES + 64));
                        stream.pipeline().addLast("link", new ControlOpening(link));
                    }
                })
                .addListener((Future<QuicStreamChannel> opened) -> {
                    if (opened.isSuccess()) {
                        opened.getNow().updatePriority(QuicLink.CONTROL);
                        opened.getNow().writeAndFlush(Unpooled.wrappedBuffer(LinkFrame.open()));
                    } else {
                        failed(opened.cause(), LinkException.Reason.NOT_FARFIELD, Causes.text(opened.cause()));
                    }
                });
    }

    private void serverStream(QuicStreamChannel stream) {
        QuicLink link = stream.parent().attr(QuicServer.linkKey()).get();
        if (stream.type() == QuicStreamType.UNIDIRECTIONAL && link != null) {
            SliceStream.install(stream.pipeline(), link);
        } else {
            stream.parent().close();
        }
    }

    private void tooLate(QuicChannel connection) {
        failed(null, LinkException.Reason.NOT_FARFIELD, "it takes connections, but no link came about in time");
        if (attempt.outcome().isCompletedExceptionally()) {
            connection.close();
        }
    }

    private void failed(@Nullable Throwable cause, LinkException.Reason reason, String text) {
        QuicConnectionCloseEvent close = closeEvent;
        boolean refused = Causes.certificateAlert(cause)
                || (close != null && !close.isApplicationClose() && certificateAlert(close.error() - CRYPTO_ERROR));
        String line = reason == LinkException.Reason.NOBODY_THERE
                ? "nobody answers at " + attempt.where() + " (QUIC: " + text + ")"
                : attempt.where() + " does not speak this protocol (QUIC: " + text + ")";
        attempt.fail(cause, refused, reason, line);
    }

    private void closed(QuicConnectionCloseEvent close) {
        String said = LinkFrame.reasonText(close.reason());
        if (!close.isApplicationClose()) {
            failed(null, LinkException.Reason.NOT_FARFIELD, "connection error " + close.error());
        } else if (close.error() == QuicServer.CERTIFICATE_REFUSED) {
            attempt.refusedCertificate(null, said);
        } else {
            attempt.fail(null, false, LinkException.Reason.REFUSED, attempt.where() + " refused the link: " + said);
        }
    }

    /** RFC 8446 6: bad, unsupported, revoked, expired, unknown certificate; unknown authority; certificate required. */
    private static boolean certificateAlert(int alert) {
        return (alert >= 42 && alert <= 46) || alert == 48 || alert == 116;
    }

    private void closeSocket() {
        Channel udp = socket;
        if (udp != null) {
            udp.close();
        }
    }

    /** What happens to the whole connection, before and after the link is there. */
    private final class Events extends ChannelInboundHandlerAdapter {
        private final QuicServer.ConnectionEvents common = new QuicServer.ConnectionEvents();

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof QuicConnectionCloseEvent close) {
                closeEvent = close;
                closed(close);
            }
            common.userEventTriggered(context, event);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            failed(null, LinkException.Reason.NOT_FARFIELD, "the connection was closed before a link came about");
            common.channelInactive(context);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failed(cause, LinkException.Reason.NOT_FARFIELD, Causes.text(cause));
            context.close();
        }
    }

    /** Waits for the server's first frame. */
    private final class ControlOpening extends ChannelInboundHandlerAdapter {
        private final QuicLink link;

        ControlOpening(QuicLink link) {
            this.link = link;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) throws ProtocolException {
            LinkFrame.token((Frame) frame, LinkFrame.READY);
            context.pipeline().replace("link", "link", new LinkReceiver(link, false));
            attempt.succeed(link);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failed(cause, LinkException.Reason.NOT_FARFIELD, Causes.text(cause));
            ((QuicStreamChannel) context.channel()).parent().close();
        }
    }
}
