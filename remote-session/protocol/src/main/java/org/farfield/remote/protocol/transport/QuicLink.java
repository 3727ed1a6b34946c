package org.farfield.remote.protocol.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.DefaultQuicStreamFrame;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamPriority;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A link over one QUIC connection: a bidirectional stream of the highest urgency for control, and a unidirectional
 * stream for each slice, finished behind its one frame. All on the connection's event loop.
 *
 * <p>Slices wait here, in order, while the other side allows no further stream or enough are on their way.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class QuicLink extends NettyLink {
    static final String NAME = "QUIC BBR";

    /** Urgencies as in RFC 9218: 0 first. */
    static final QuicStreamPriority CONTROL = new QuicStreamPriority(0, false);

    private static final QuicStreamPriority SLICE = new QuicStreamPriority(4, false);
    private static final int MOST_STREAMS_UNDER_WAY = 16;
    private static final long MOST_HELD = 128L << 20;

    private final QuicChannel connection;
    private final Deque<Outgoing> outgoing = new ArrayDeque<>();
    private int underWay;
    private long held;

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Outgoing(byte[] head, byte[] part10, CompletableFuture<@Nullable Void> handed) {
        void failed(@Nullable Throwable cause) {
            handed.completeExceptionally(new LinkException(
                    LinkException.Reason.CLOSED, "link closed", cause == null ? new java.io.IOException() : cause));
        }
    }

    QuicLink(QuicStreamChannel control, X509Certificate peer, LinkOptions options) {
        super(control, peer, options);
        this.connection = control.parent();
    }

    @Override
    void writeSlice(byte[] head, byte[] part10, CompletableFuture<@Nullable Void> handed) {
        onLoop(() -> {
            outgoing.add(new Outgoing(head, part10, handed));
            pump();
        });
    }

    /** On the loop: opens streams while there are slices and room. */
    void pump() {
        while (!outgoing.isEmpty()
                && underWay < MOST_STREAMS_UNDER_WAY
                && connection.isActive()
                && connection.peerAllowedStreams(QuicStreamType.UNIDIRECTIONAL) > 0) {
            Outgoing slice = outgoing.remove();
            underWay++;
            connection
                    .createStream(QuicStreamType.UNIDIRECTIONAL, new ChannelInboundHandlerAdapter())
                    .addListener((Future<QuicStreamChannel> opened) -> opened(opened, slice));
        }
        if (!connection.isActive()) {
            outgoing.forEach(slice -> slice.failed(null));
            outgoing.clear();
        }
    }

    private void opened(Future<QuicStreamChannel> opened, Outgoing slice) {
        if (!opened.isSuccess()) {
            underWay--;
            slice.failed(opened.cause());
            return;
        }
        QuicStreamChannel stream = opened.getNow();
        stream.updatePriority(SLICE);
        stream.writeAndFlush(new DefaultQuicStreamFrame(Unpooled.wrappedBuffer(slice.head(), slice.part10()), true))
                .addListener(written -> {
                    underWay--;
                    if (written.isSuccess()) {
                        slice.handed().complete(null);
                    } else {
                        slice.failed(written.cause());
                    }
                    pump();
                });
    }

    /** On the loop: bytes of slices that are not whole yet grew or shrank. */
    void holds(long more) {
        held += more;
        if (held > MOST_HELD) {
            close("more unfinished slices than are taken");
        }
    }

    @Override
    void shutDown(String reason) {
        connection.close(true, 0, Unpooled.wrappedBuffer(LinkFrame.reasonBytes(reason)));
        pump();
    }

    @Override
    public String transportName() {
        return NAME;
    }

    @Override
    public String remoteAddress() {
        return address(connection);
    }

    static String address(QuicChannel connection) {
        return connection.remoteSocketAddress() instanceof InetSocketAddress a
                ? a.getHostString() + ":" + a.getPort()
                : "an unknown address";
    }
}
