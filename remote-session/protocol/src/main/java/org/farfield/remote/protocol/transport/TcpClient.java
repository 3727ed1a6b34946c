package org.farfield.remote.protocol.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.farfield.remote.protocol.message.FrameHeader;
import org.farfield.remote.protocol.message.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of TLS over TCP: opens the control connection, gets a token, joins the bulk connection by it. One
 * object an attempt.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class TcpClient {
    private final Attempt attempt;
    private final EventLoopGroup group;
    private final SslContext tls;
    private @Nullable TcpLink link;

    TcpClient(Attempt attempt, EventLoopGroup group) throws SSLException {
        this.attempt = attempt;
        this.group = group;
        this.tls = TlsContexts.tcpClient(attempt.self(), attempt.trust());
    }

    void connect() {
        open(new Opening(false, LinkFrame.open()), FrameHeader.MOST_CONTROL_BYTES + 64);
    }

    private void open(Opening opening, int mostBytes) {
        LinkOptions options = attempt.options();
        new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        options.handshake().toMillis())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        SslHandler handler = tls.newHandler(channel.alloc());
                        handler.setHandshakeTimeoutMillis(options.handshake().toMillis());
                        channel.pipeline().addLast(handler, new FrameDecoder(mostBytes));
                        channel.pipeline().addLast("link", opening);
                    }
                })
                .connect(attempt.server())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        failed(connected.cause(), LinkException.Reason.NOBODY_THERE, Causes.text(connected.cause()));
                    }
                });
    }

    private void failed(@Nullable Throwable cause, LinkException.Reason reason, String text) {
        String line = reason == LinkException.Reason.NOBODY_THERE
                ? "nobody answers at " + attempt.where() + " (" + TcpLink.NAME + ": " + text + ")"
                : attempt.where() + " does not speak this protocol (" + TcpLink.NAME + ": " + text + ")";
        attempt.fail(cause, Causes.certificateAlert(cause), reason, line);
    }

    /** One of the two connections until it is ready. */
    private final class Opening extends SimpleChannelInboundHandler<Frame> {
        private final boolean bulk;
        private final byte[] first;

        Opening(boolean bulk, byte[] first) {
            super(Frame.class);
            this.bulk = bulk;
            this.first = first;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            long patience = attempt.options().handshake().toMillis();
            context.executor().schedule(() -> tooLate(context), patience, TimeUnit.MILLISECONDS);
            attempt.outcome().whenComplete((done, failure) -> {
                if (failure != null) {
                    context.close();
                }
            });
        }

        private void tooLate(ChannelHandlerContext context) {
            failed(null, LinkException.Reason.NOT_FARFIELD, "it takes connections, but no link came about in time");
            if (!attempt.outcome().isDone() || attempt.outcome().isCompletedExceptionally()) {
                context.close();
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
                context.writeAndFlush(Unpooled.wrappedBuffer(first));
            }
            context.fireUserEventTriggered(event);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, Frame frame)
                throws ProtocolException, SSLPeerUnverifiedException {
            if (frame.header().type() == LinkFrame.CLOSE) {
                attempt.fail(
                        null,
                        false,
                        LinkException.Reason.REFUSED,
                        attempt.where() + " refused the link: " + LinkFrame.reasonText(frame.bodyBytes()));
                context.close();
            } else if (bulk) {
                LinkFrame.expect(frame, LinkFrame.BULK_READY, "bulk ready");
                bulkReady(context);
            } else {
                byte[] token = LinkFrame.token(frame, LinkFrame.READY);
                TcpLink made = new TcpLink(
                        context.channel(),
                        TlsContexts.peer(
                                context.pipeline().get(SslHandler.class).engine()),
                        attempt.options());
                link = made;
                replace(context.channel(), new LinkReceiver(made, false));
                open(new Opening(true, LinkFrame.bulkJoin(token)), FrameHeader.MOST_SLICE_BYTES);
            }
        }

        private void bulkReady(ChannelHandlerContext context) {
            TcpLink made = java.util.Objects.requireNonNull(link, "the bulk connection comes after the control one");
            made.attachBulk(context.channel());
            replace(context.channel(), new LinkReceiver(made, true));
            long silence = attempt.options().silence().toMillis();
            made.onLoop(() -> {
                if (made.control().isActive()) {
                    made.control()
                            .pipeline()
                            .addBefore("link", "idle", new IdleStateHandler(silence, 0, 0, TimeUnit.MILLISECONDS));
                }
                attempt.succeed(made);
            });
        }

        private void replace(Channel channel, ChannelHandler with) {
            channel.pipeline().replace("link", "link", with);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            failed(null, LinkException.Reason.NOT_FARFIELD, "the connection was closed before a link came about");
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failed(cause, LinkException.Reason.NOT_FARFIELD, Causes.text(cause));
            context.close();
        }
    }
}
