package org.farfield.remote.protocol.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A link of two TLS 1.3 connections over TCP: control and bulk. It lives as long as both. */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class TcpLink extends NettyLink {
    static final String NAME = "TLS/TCP";
    private static final long FAREWELL_MILLIS = 500;

    private volatile @Nullable Channel bulk;

    TcpLink(Channel control, X509Certificate peer, LinkOptions options) {
        super(control, peer, options);
    }

    void attachBulk(Channel connection) {
        bulk = connection;
        if (!control().isActive()) {
            connection.close();
        }
    }

    @Override
    void writeSlice(byte[] head, byte[] part10, CompletableFuture<@Nullable Void> handed) {
        Channel connection = bulk;
        if (connection == null) {
            handed.completeExceptionally(new LinkException(LinkException.Reason.CLOSED, "the link is not ready"));
            return;
        }
        connection.writeAndFlush(Unpooled.wrappedBuffer(head, part10)).addListener(done -> {
            if (done.isSuccess()) {
                handed.complete(null);
            } else {
                handed.completeExceptionally(
                        new LinkException(LinkException.Reason.CLOSED, "link closed", done.cause()));
            }
        });
    }

    @Override
    void shutDown(String reason) {
        if (reason.isEmpty() || !control().isActive()) {
            control().close();
            closeBulk();
        } else { // the other side closes the bulk connection when it has read why
            control()
                    .writeAndFlush(Unpooled.wrappedBuffer(LinkFrame.close(reason)))
                    .addListener(ChannelFutureListener.CLOSE);
            loop().schedule(
                            () -> {
                                control().close();
                                closeBulk();
                            },
                            FAREWELL_MILLIS,
                            TimeUnit.MILLISECONDS);
        }
    }

    private void closeBulk() {
        Channel connection = bulk;
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public String transportName() {
        return NAME;
    }

    @Override
    public String remoteAddress() {
        return address(control());
    }

    static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress a
                ? a.getHostString() + ":" + a.getPort()
                : "an unknown address";
    }
}
