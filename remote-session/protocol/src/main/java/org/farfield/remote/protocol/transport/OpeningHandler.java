package org.farfield.remote.protocol.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.farfield.remote.protocol.message.ProtocolException;

/**
 * A server's side of a connection that is no link yet: waits for one frame, for no longer than a handshake may take,
 * and closes peers that send something else. What is wrong is told in a line; nobody else notices.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write or close that fails closes the channel, which is heard
final class OpeningHandler extends SimpleChannelInboundHandler<Frame> {
    /** Takes the first frame. */
    interface First {
        void take(ChannelHandlerContext context, Frame frame) throws ProtocolException;
    }

    private final LinkOptions options;
    private final First first;
    private final Future<?> deadline;
    private boolean taken;
    private boolean told;

    OpeningHandler(Channel channel, LinkOptions options, First first) {
        super(Frame.class);
        this.options = options;
        this.first = first;
        this.deadline = channel.eventLoop()
                .schedule(() -> tooLate(channel), options.handshake().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tooLate(Channel channel) {
        if (!taken && channel.isOpen()) {
            turnAway(
                    channel,
                    "said nothing of this protocol within "
                            + options.handshake().toMillis() + " ms");
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) throws ProtocolException {
        if (taken) {
            throw new ProtocolException("a frame before the link was ready");
        }
        taken = true;
        deadline.cancel(false);
        first.take(context, frame);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        turnAway(context.channel(), "was turned away: " + Causes.text(cause));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        deadline.cancel(false);
    }

    private void turnAway(Channel channel, String why) {
        if (!told) {
            told = true;
            options.problems().accept(TcpLink.address(channel) + " " + why);
        }
        channel.close();
    }
}
